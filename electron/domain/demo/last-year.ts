import { addDays, type IsoDate } from '../calendar/iso-date';
import { defaultPeriods } from '../school/default-periods';
import type { ClassPlan } from './classes';
import type { Roster } from './pupils';
import type { DemoRows } from './rows';
import type { LastIds } from './structure';

/** A made year as its classes and stays lie in the journal; its classes are numbered from `firstClassId`. */
type MadeYear = {
  readonly startYear: number;
  readonly startsOn: IsoDate;
  readonly classes: readonly ClassPlan[];
  readonly firstClassId: number;
  readonly roster: Roster;
  readonly homerooms: readonly number[];
  readonly memberships: DemoRows['memberships'];
  readonly groupMemberships: DemoRows['groupMemberships'];
};

/** Who was promoted with a debt sits in a class where somebody looks. */
const DEBTOR_GRADE = 7;

/**
 * The year before the first one as a school has it that began with this journal: only the lists of
 * its classes. One pupil was promoted from it conditionally and still owes a subject.
 */
export function lastYearRows(
  yearId: number,
  made: MadeYear,
  owed: { readonly subjectId: number; readonly dueOn: IsoDate },
  last: LastIds,
): Partial<DemoRows> {
  const { startsOn, endsOn, name, periods, holidays } = defaultPeriods(made.startYear - 1);
  const until = addDays(made.startsOn, -1);
  const classes: DemoRows['classes'][number][] = [];
  const memberships: DemoRows['memberships'][number][] = [];
  const classBefore = new Map<number, number>();
  for (const [index, { grade, letter }] of made.classes.entries()) {
    if (grade === 1) continue;
    const id = (last.schoolClass += 1);
    classBefore.set(index, id);
    classes.push([id, yearId, grade - 1, letter, made.homerooms[index] ?? 0, null, '']);
    for (const pupil of made.roster[index] ?? []) {
      memberships.push([(last.membership += 1), id, pupil.id, startsOn, until]);
    }
  }
  const rows: Partial<DemoRows> = {
    years: [[yearId, name, startsOn, endsOn]],
    periods: periods.map((period) => [
      (last.period += 1),
      yearId,
      period.kind,
      period.number,
      period.startsOn,
      period.endsOn,
      period.gradeFrom,
      period.gradeTo,
    ]),
    holidays: holidays.map((one) => [yearId, one.name, one.startsOn, one.endsOn]),
    classes,
    memberships,
  };
  const index = made.classes.findIndex(({ grade }) => grade === DEBTOR_GRADE);
  const from = classBefore.get(index);
  const to = made.firstClassId + index;
  const debtor = made.memberships.find(
    ([, classId, , begins, ends]) => classId === to && begins === made.startsOn && ends === null,
  );
  if (from === undefined || debtor === undefined) return rows;
  const [, , pupilId] = debtor;
  const movementId = (last.movement += 1);
  const orderId = (last.order += 1);
  const begun = made.groupMemberships.filter(
    (row) => row[2] === pupilId && row[3] === made.startsOn,
  );
  const effects: DemoRows['movementEffects'][number][] = [
    [movementId, 1, 'class', from, startsOn, 1, null, 1, until],
    [movementId, 2, 'class', to, made.startsOn, 0, null, 1, null],
    ...begun.map((row, place): DemoRows['movementEffects'][number] => [
      movementId,
      place + 3,
      'group',
      row[1],
      row[3],
      0,
      null,
      1,
      row[4],
    ]),
  ];
  return {
    ...rows,
    movementOrders: [[orderId, '41-у', `${made.startYear}-06-08`, 'О переводе обучающихся']],
    movements: [
      [
        movementId,
        pupilId,
        orderId,
        'conditionalPromotion',
        made.startsOn,
        from,
        to,
        '',
        'решение педагогического совета',
      ],
    ],
    movementEffects: effects,
    debts: [[movementId, owed.subjectId, owed.dueOn]],
  };
}
