import { assertNever } from '../assert-never';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { isOn, overlap, type Span } from '../groups/membership';
import type { MovementKind } from './kinds';
import { without, type Membership } from './memberships';

/** A class with the year it belongs to. */
export type ClassOfYear = {
  readonly id: number;
  readonly grade: number;
  readonly yearId: number;
  readonly yearStartsOn: IsoDate;
  readonly yearEndsOn: IsoDate;
};

/** The classes, and which of them each group is for: a stream is for several. */
export type School = {
  readonly classes: ReadonlyMap<number, ClassOfYear>;
  readonly classesOfGroup: ReadonlyMap<number, readonly number[]>;
};

/** What an order says about one pupil. */
export type Ordered = {
  readonly kind: MovementKind;
  /** The last day in the school of a leaving and a graduation, else the first day in the new class. */
  readonly on: IsoDate;
  readonly toClassId: number | null;
  /** The groups of the new class the pupil goes to. */
  readonly groupIds: readonly number[];
};

/** Why a movement cannot be. */
export const MOVEMENT_PROBLEMS = [
  'noClass',
  'alreadyInClass',
  'notInClass',
  'sameClass',
  'otherYear',
  'wrongGrade',
  'outsideYear',
  'laterYears',
  'groupOfOtherClass',
] as const;
export type MovementProblem = (typeof MOVEMENT_PROBLEMS)[number];

export type Planned =
  | {
      readonly rows: readonly Membership[];
      readonly fromClassId: number | null;
      /** Stays in classes that were to begin later and now never will. */
      readonly dropped: readonly Membership[];
    }
  | { readonly problem: MovementProblem };

const isOfClass = ({ of }: Membership) => of === 'class';
/** A school year lasts until the next one may begin: summer belongs to the year before. */
const lastDayOf = ({ yearEndsOn }: ClassOfYear): IsoDate =>
  `${Number(yearEndsOn.slice(0, 4))}-08-31`;

/** What is left when a pupil goes: an individual plan that has not begun waits, others end. */
const whenGone = (row: Membership, gone: Span): readonly Membership[] =>
  row.of === 'plan' && row.from >= gone.from ? [row] : without(row, gone);

type Asked = {
  readonly rows: readonly Membership[];
  readonly ordered: Ordered;
  readonly school: School;
  readonly to: ClassOfYear | undefined;
};

function entering({ rows, ordered, school }: Asked, to: ClassOfYear, stay: Span): Membership[] {
  const entered: Membership[] = [{ of: 'class', ownerId: to.id, ...stay }];
  for (const ownerId of new Set(ordered.groupIds)) {
    const already = rows.some(
      (row) => row.of === 'group' && row.ownerId === ownerId && overlap(row, stay),
    );
    const goesOn = already && school.classesOfGroup.get(ownerId)?.includes(to.id) === true;
    if (!goesOn) entered.push({ of: 'group', ownerId, ...stay });
  }
  return entered;
}

function planArrival(asked: Asked): Planned {
  const { rows, ordered, to } = asked;
  if (to === undefined) return { problem: 'noClass' };
  if (ordered.on < to.yearStartsOn || ordered.on > lastDayOf(to)) return { problem: 'outsideYear' };
  const stay = { from: ordered.on, to: null };
  if (rows.some((row) => isOfClass(row) && overlap(row, stay)))
    return { problem: 'alreadyInClass' };
  // What stands in groups without a class is a left-over: it must not come to life again.
  const clean = rows.flatMap((row) => (row.of === 'group' ? without(row, stay) : [row]));
  return {
    rows: [...clean, ...entering({ ...asked, rows: clean }, to, stay)],
    fromClassId: null,
    dropped: [],
  };
}

function planLeaving({ rows, ordered, school }: Asked): Planned {
  const current = rows.find((row) => isOfClass(row) && isOn(row, ordered.on));
  if (current === undefined) return { problem: 'notInClass' };
  const dropped = rows.filter((row) => isOfClass(row) && row.from > ordered.on);
  const years = new Set(
    [current, ...dropped].map(({ ownerId }) => school.classes.get(ownerId)?.yearId),
  );
  if (years.size > 2) return { problem: 'laterYears' };
  const rest = { from: addDays(ordered.on, 1), to: null };
  return {
    rows: rows.flatMap((row) => whenGone(row, rest)),
    fromClassId: current.ownerId,
    dropped,
  };
}

function planTransfer(asked: Asked): Planned {
  const { rows, ordered, school, to } = asked;
  if (to === undefined) return { problem: 'noClass' };
  const current = rows.find((row) => isOfClass(row) && isOn(row, ordered.on));
  if (current === undefined) return { problem: 'notInClass' };
  if (current.ownerId === to.id) return { problem: 'sameClass' };
  if (school.classes.get(current.ownerId)?.yearId !== to.yearId) return { problem: 'otherYear' };
  const stay = { from: ordered.on, to: current.to };
  const kept = rows.flatMap((row) => {
    if (row === current) return without(row, stay);
    if (row.of !== 'group') return [row];
    const goesOn = school.classesOfGroup.get(row.ownerId)?.includes(to.id) === true;
    return goesOn ? [row] : without(row, stay);
  });
  return {
    rows: [...kept, ...entering({ ...asked, rows: kept }, to, stay)],
    fromClassId: current.ownerId,
    dropped: [],
  };
}

function planNextYear(asked: Asked): Planned {
  const { rows, ordered, school, to } = asked;
  if (to === undefined) return { problem: 'noClass' };
  const last = rows
    .filter((row) => isOfClass(row) && row.from < ordered.on)
    .reduce<Membership | undefined>(
      (latest, row) => (latest === undefined || row.from > latest.from ? row : latest),
      undefined,
    );
  const from = last && school.classes.get(last.ownerId);
  if (last === undefined || from === undefined) return { problem: 'notInClass' };
  if (from.yearStartsOn >= to.yearStartsOn) return { problem: 'otherYear' };
  if (last.to !== null && last.to < from.yearEndsOn) return { problem: 'notInClass' };
  if (ordered.on < to.yearStartsOn || ordered.on > lastDayOf(to)) return { problem: 'outsideYear' };
  if (to.grade !== from.grade + (ordered.kind === 'repeat' ? 0 : 1)) {
    return { problem: 'wrongGrade' };
  }
  const stay = { from: ordered.on, to: null };
  if (rows.some((row) => row !== last && isOfClass(row) && overlap(row, stay))) {
    return { problem: 'alreadyInClass' };
  }
  const kept = rows.flatMap((row) => whenGone(row, stay));
  return {
    rows: [...kept, ...entering({ ...asked, rows: kept }, to, stay)],
    fromClassId: last.ownerId,
    dropped: [],
  };
}

/**
 * What an order makes of a pupil's stays in classes and groups (C2, КИА 4.1.12, 4.7, ЭЛЖ 22), or why
 * it cannot. Who leaves is in the class on the last day and not on the next; who is transferred is in
 * the old class until the day before; groups end and begin with the class, a stream that is for both
 * classes goes on, and an individual plan ends with the stay in the school or the year. Marks are none of its business.
 */
export function planMovement(
  rows: readonly Membership[],
  ordered: Ordered,
  school: School,
): Planned {
  const to = ordered.toClassId === null ? undefined : school.classes.get(ordered.toClassId);
  const foreign = ordered.groupIds.some(
    (id) => to === undefined || school.classesOfGroup.get(id)?.includes(to.id) !== true,
  );
  if (foreign) return { problem: 'groupOfOtherClass' };
  const asked = { rows, ordered, school, to };
  switch (ordered.kind) {
    case 'arrival':
      return planArrival(asked);
    case 'leaving':
    case 'graduation':
      return planLeaving(asked);
    case 'transfer':
      return planTransfer(asked);
    case 'promotion':
    case 'conditionalPromotion':
    case 'repeat':
      return planNextYear(asked);
    default:
      return assertNever(ordered.kind);
  }
}
