import { findPapersMade } from '#db/queries/papers-made';
import { findClasses } from '#db/queries/school';
import type { Duty } from '#domain/duties/duty';
import { programmeReportOwed, summarySheetOwed } from '#domain/duties/school-duties';
import { formatClassName } from '#domain/people/class-name';
import type { DutyGround } from './ground';
import { asks, roleHeld } from './of-school';

/** The year's summary sheets of the classes that are not on paper yet (A3, ТИП А.4). */
export function dutiesOfSummarySheets(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'administrator')) return [];
  const { db, year, today, regulation, periods } = ground;
  const made = new Set(
    findPapersMade(db, year.id, 'summarySheet').map(
      ({ classId, periodId }) => `${classId} ${periodId}`,
    ),
  );
  const rules = regulation(today);
  return findClasses(db, year.id, year.endsOn).flatMap((one): readonly Duty[] => {
    const ofGrade = periods().filter(
      ({ gradeFrom, gradeTo }) => gradeFrom <= one.grade && one.grade <= gradeTo,
    );
    const whole = ofGrade.find(({ kind }) => kind === 'year');
    if (whole === undefined || one.pupils === 0) return [];
    const parts = ofGrade.filter(({ kind }) => kind !== 'year');
    const isMade = made.has(`${one.id} ${whole.id}`);
    const owed = summarySheetOwed(rules, isMade, year, parts, today);
    if (owed === undefined) return [];
    return [
      {
        kind: 'summarySheets',
        staffId: null,
        role: 'administrator',
        classIds: [one.id],
        where: '',
        group: 'summarySheets',
        place: { at: 'summarySheet', classId: one.id, periodId: whole.id },
        what: formatClassName(one),
        ...owed,
      },
    ];
  });
}

/** The report on the fulfilment of programmes of each period (K4, КИА 7.2). */
export function dutiesOfProgrammeReports(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'deputy', 'administrator')) return [];
  const role = roleHeld(ground, ['deputy', 'administrator']);
  const { db, year, today, regulation, periods } = ground;
  const [last] = findPapersMade(db, year.id, 'programme');
  const parts = periods().filter(({ kind }) => kind !== 'year');
  const owed = programmeReportOwed(regulation(today), last?.madeOn, year, parts, today);
  if (owed === undefined || role === undefined) return [];
  return [
    {
      kind: 'programmeReport',
      staffId: null,
      role,
      classIds: [],
      where: '',
      group: 'programme',
      place: { at: 'fulfilment' },
      ...owed,
    },
  ];
}
