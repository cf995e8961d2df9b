import { findPapersMade } from '#db/queries/papers-made';
import { findClasses } from '#db/queries/school';
import type { Duty } from '#domain/duties/duty';
import { programmeReportOwed, summarySheetOwed } from '#domain/duties/school-duties';
import { formatClassName } from '#domain/people/class-name';
import type { DutyGround } from './ground';
import { asks, roleHeld } from './of-school';

/**
 * The year's summary sheets of the classes that are not on paper yet (A3, ТИП А.4). One made before
 * the grade's last period was over is not the year's.
 */
export function dutiesOfSummarySheets(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'administrator')) return [];
  const { db, year, today, regulation, periods } = ground;
  const made = new Map(
    findPapersMade(db, year.id, 'summarySheet').map(({ classId, periodId, madeOn }) => [
      `${classId} ${periodId}`,
      madeOn,
    ]),
  );
  const rules = regulation(today);
  return findClasses(db, year.id, year.endsOn).flatMap((one): readonly Duty[] => {
    const ofGrade = periods().filter(
      ({ gradeFrom, gradeTo }) => gradeFrom <= one.grade && one.grade <= gradeTo,
    );
    const whole = ofGrade.find(({ kind }) => kind === 'year');
    if (whole === undefined || one.pupils === 0) return [];
    const parts = ofGrade.filter(({ kind }) => kind !== 'year');
    const madeOn = made.get(`${one.id} ${whole.id}`);
    const isMade = madeOn !== undefined && parts.every(({ endsOn }) => endsOn <= madeOn);
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
