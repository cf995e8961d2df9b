import {
  atOneTime,
  isSameHour,
  placementKey,
  type Placement,
  type TimetableGround,
  type TimetablePage,
} from './ground';

/**
 * How grave a clash is. `never`: a pupil or a teacher in two places at once, no school can mean that.
 * `ask`: refused unless somebody says «всё равно поставить», and shown in the version's list of
 * clashes from then on: two classes do share a gymnasium, one teacher does hold one lesson for two
 * small classes, a part-time teacher does come on a day off once, and a group without a list may
 * have no pupil in common. `warn`: allowed at once.
 */
export type ClashLevel = 'never' | 'ask' | 'warn';

export type Clash =
  | {
      readonly kind: 'teacher';
      readonly level: 'never' | 'ask';
      readonly staffId: number;
      readonly with: Placement;
    }
  | {
      readonly kind: 'pupils';
      readonly level: 'never' | 'ask';
      /** None where the list is not known. */
      readonly pupils: readonly number[];
      readonly with: Placement;
    }
  | {
      readonly kind: 'room';
      readonly level: 'ask';
      readonly roomId: number;
      readonly with: Placement;
    }
  | { readonly kind: 'busy'; readonly level: 'ask' | 'warn'; readonly staffId: number };

type Known = readonly [Placement, TimetablePage];

const LAST_PRIMARY_GRADE = 4;
const isPrimary = (ground: TimetableGround, { classIds }: TimetablePage) =>
  classIds.every(
    (id) => (ground.classes.get(id)?.grade ?? LAST_PRIMARY_GRADE + 1) <= LAST_PRIMARY_GRADE,
  );

function clashesOfTwo(ground: TimetableGround, one: Known, other: Known): Clash[] {
  if (!atOneTime(ground, one, other)) return [];
  const [a, pageA] = one;
  const [b, pageB] = other;
  const clashes: Clash[] = [];
  const shared = ground.shared(pageA, pageB);
  if (shared !== undefined) {
    const level = shared.sure ? 'never' : 'ask';
    clashes.push({ kind: 'pupils', level, pupils: shared.pupils, with: b });
  }
  for (const staffId of pageA.teacherIds) {
    if (!pageB.teacherIds.includes(staffId)) continue;
    // One subject for pupils of two pages: a joint lesson, which imports bring as two pages. In
    // primary classes of a small school one teacher holds two lessons at once (класс-комплект).
    const joint =
      shared === undefined &&
      (pageA.subjectId === pageB.subjectId ||
        [pageA, pageB].every((one) => isPrimary(ground, one)));
    clashes.push({ kind: 'teacher', level: joint ? 'ask' : 'never', staffId, with: b });
  }
  if (a.roomId !== null && a.roomId === b.roomId) {
    clashes.push({ kind: 'room', level: 'ask', roomId: a.roomId, with: b });
  }
  return clashes;
}

function busyTeachers(ground: TimetableGround, [place, page]: Known): Clash[] {
  return page.teacherIds.flatMap((staffId): Clash[] => {
    const busy = ground.busyAt(staffId, place);
    return busy === undefined
      ? []
      : [{ kind: 'busy', level: busy.strict ? 'ask' : 'warn', staffId }];
  });
}

/**
 * What an hour collides with among the others (T1): teachers, pupils of classes, groups, streams and
 * individual plans, rooms, and hours in which its teacher does not teach. An hour among `others`
 * that is the same hour is not compared with itself.
 */
export function clashesOf(
  ground: TimetableGround,
  others: readonly Placement[],
  candidate: Placement,
): Clash[] {
  const page = ground.pages.get(candidate.pageId);
  if (page === undefined) return [];
  const known: Known = [candidate, page];
  const clashes = others.flatMap((other) => {
    if (other.weekday !== candidate.weekday) return [];
    const otherPage = ground.pages.get(other.pageId);
    return otherPage === undefined || isSameHour(other, candidate)
      ? []
      : clashesOfTwo(ground, known, [other, otherPage]);
  });
  return [...clashes, ...busyTeachers(ground, known)];
}

/** A clash with the hour it is of; each of two hours that collide is named once. */
export type ClashOf = { readonly place: Placement; readonly clash: Clash };

/** Every clash of a timetable that is more than a warning, by day and lesson. */
export function allClashes(
  ground: TimetableGround,
  placements: readonly Placement[],
): readonly ClashOf[] {
  const found: ClashOf[] = [];
  const byDay = Map.groupBy(placements, ({ weekday }) => weekday);
  for (const [, day] of [...byDay].sort(([a], [b]) => a - b)) {
    const known = day
      .toSorted((a, b) => a.lessonNumber - b.lessonNumber)
      .flatMap((place): Known[] => {
        const page = ground.pages.get(place.pageId);
        return page === undefined ? [] : [[place, page]];
      });
    for (const [index, one] of known.entries()) {
      for (const clash of busyTeachers(ground, one)) {
        if (clash.level !== 'warn') found.push({ place: one[0], clash });
      }
      for (const other of known.slice(index + 1)) {
        for (const clash of clashesOfTwo(ground, one, other)) found.push({ place: one[0], clash });
      }
    }
  }
  return found;
}

/** The gravest of some levels; undefined where there are none. */
export function gravest(levels: readonly ClashLevel[]): ClashLevel | undefined {
  return (['never', 'ask', 'warn'] as const).find((level) => levels.includes(level));
}

/** A change of a version: hours taken out, then hours put in. Turned round it undoes itself. */
export interface TimetableEdit {
  readonly take: readonly Placement[];
  readonly put: readonly Placement[];
}

export const undoOf = ({ take, put }: TimetableEdit): TimetableEdit => ({ take: put, put: take });

/** The hours after the change, or undefined where one to take is not there or one to put is. */
export function applyEdit(
  placements: ReadonlyMap<string, Placement>,
  { take, put }: TimetableEdit,
): ReadonlyMap<string, Placement> | undefined {
  const next = new Map(placements);
  for (const place of take) {
    if (next.get(placementKey(place))?.roomId !== place.roomId) return undefined;
    next.delete(placementKey(place));
  }
  for (const place of put) {
    if (next.has(placementKey(place))) return undefined;
    next.set(placementKey(place), place);
  }
  return next;
}

/** What the hours put in collide with once the change is made. */
export function clashesOfEdit(
  ground: TimetableGround,
  after: ReadonlyMap<string, Placement>,
  { put }: TimetableEdit,
): readonly ClashOf[] {
  const all = [...after.values()];
  return put.flatMap((place) => clashesOf(ground, all, place).map((clash) => ({ place, clash })));
}
