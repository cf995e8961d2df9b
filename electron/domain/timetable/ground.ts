import type { Weekday } from '../calendar/iso-date';
import type { CycleWeek } from '../calendar/school-days';
import type { WeeklyHour } from './lay-lessons';
import { sameHour, weeklyLessonHour, type LessonHour, type RungBell } from './lesson-hour';

/** An hour of a page in the week, and the room it is held in. */
export interface Placement extends WeeklyHour {
  readonly roomId: number | null;
}

/** A page of the journal as far as making a timetable looks at it. */
export interface TimetablePage {
  readonly id: number;
  /** The leading class first; a stream has several. */
  readonly classIds: readonly number[];
  readonly groupId: number;
  /** The whole class learns: the group has no name. */
  readonly whole: boolean;
  /** Groups of one division exclude each other. */
  readonly division: string;
  readonly subjectId: number;
  /** Counts among the lessons that a day is limited by: no extra-curricular activity. */
  readonly counted: boolean;
  /** Physical education: a longer day in 1–4 is allowed with it. */
  readonly physical: boolean;
  /** Better not the first nor the last lesson of a day (`isHardSubject`). */
  readonly hard: boolean;
  readonly teacherIds: readonly number[];
  /** Who learns there: the place in `audiences`. */
  readonly audience: number;
  /** Hours a week to place. */
  readonly hours: number;
}

export interface TimetableClass {
  readonly id: number;
  readonly grade: number;
  readonly shift: number;
  readonly studyDays: 5 | 6;
  readonly roomId: number | null;
}

/** Hours in which somebody does not teach: `strict` works elsewhere, else a wish. */
export interface BusyHour {
  readonly staffId: number;
  readonly weekday: Weekday;
  readonly lessonNumber: number;
  readonly strict: boolean;
}

export interface GroundInput {
  readonly pages: readonly TimetablePage[];
  readonly classes: readonly TimetableClass[];
  readonly audiences: readonly (readonly number[])[];
  readonly busy: readonly BusyHour[];
  /** Only needed where the school learns in several shifts. */
  readonly bells: readonly RungBell[];
}

/** Pupils of both; not `sure` where a group has no list yet, so that it may be so. */
export interface SharedPupils {
  readonly sure: boolean;
  readonly pupils: readonly number[];
}

export interface TimetableGround {
  readonly pages: ReadonlyMap<number, TimetablePage>;
  readonly classes: ReadonlyMap<number, TimetableClass>;
  /** Who cannot be in both lessons at once; undefined where nobody. */
  readonly shared: (a: TimetablePage, b: TimetablePage) => SharedPupils | undefined;
  readonly busyAt: (staffId: number, slot: Slot) => BusyHour | undefined;
  readonly hourOf: (page: TimetablePage, slot: Slot) => LessonHour;
}

export interface Slot {
  readonly weekday: Weekday;
  readonly lessonNumber: number;
}

export const placementKey = ({ pageId, weekday, lessonNumber, week }: WeeklyHour): string =>
  `${pageId} ${weekday} ${lessonNumber} ${week}`;

const SURE: SharedPupils = { sure: true, pupils: [] };
const UNSURE: SharedPupils = { sure: false, pupils: [] };

/** Where a list is missing: the class itself and its parts exclude nothing, two parts may. */
function sharedWithoutLists(a: TimetablePage, b: TimetablePage): SharedPupils | undefined {
  if (a.groupId === b.groupId) return SURE;
  if (!a.classIds.some((id) => b.classIds.includes(id))) return undefined;
  if (a.whole || b.whole) return SURE;
  if (a.division !== '' && a.division === b.division) return undefined;
  return UNSURE;
}

/** What clashes are looked up in: made once for a version, asked thousands of times. */
export function timetableGround(input: GroundInput): TimetableGround {
  const sets = input.audiences.map((pupils) => new Set(pupils));
  const known = new Map<number, SharedPupils | undefined>();
  const intersect = (a: number, b: number): SharedPupils | undefined => {
    const key = a * sets.length + b;
    if (known.has(key)) return known.get(key);
    const other = sets[b];
    const pupils = (input.audiences[a] ?? []).filter((pupil) => other?.has(pupil));
    const shared = pupils.length === 0 ? undefined : { sure: true, pupils };
    known.set(key, shared);
    return shared;
  };
  const slotKey = (owner: number, { weekday, lessonNumber }: Slot) =>
    owner * 1000 + weekday * 100 + lessonNumber;
  const busy = new Map(input.busy.map((one) => [slotKey(one.staffId, one), one]));
  const classes = new Map(input.classes.map((one) => [one.id, one]));
  const hours = new Map<string, LessonHour>();
  const hourOf = (page: TimetablePage, { weekday, lessonNumber: number }: Slot): LessonHour => {
    const { shift, grade } = classes.get(page.classIds[0] ?? 0) ?? { shift: 1, grade: 1 };
    const key = `${shift} ${grade} ${weekday} ${number}`;
    const hour = hours.get(key) ?? weeklyLessonHour({ shift, grade, weekday, number }, input.bells);
    hours.set(key, hour);
    return hour;
  };
  return {
    pages: new Map(input.pages.map((page) => [page.id, page])),
    classes,
    shared: (a, b) =>
      a.groupId === b.groupId && a.audience === b.audience
        ? { sure: true, pupils: input.audiences[a.audience] ?? [] }
        : sets[a.audience]?.size === 0 || sets[b.audience]?.size === 0
          ? sharedWithoutLists(a, b)
          : intersect(a.audience, b.audience),
    busyAt: (staffId, slot) => busy.get(slotKey(staffId, slot)),
    hourOf,
  };
}

/** Whether two are one and the same hour of a page, in whatever room. */
export const isSameHour = (a: WeeklyHour, b: WeeklyHour): boolean =>
  a.pageId === b.pageId &&
  a.weekday === b.weekday &&
  a.lessonNumber === b.lessonNumber &&
  a.week === b.week;

/** Whether two hours ever fall into one week: «every» meets all, A meets A. */
export const weeksMeet = (a: 0 | CycleWeek, b: 0 | CycleWeek): boolean =>
  a === 0 || b === 0 || a === b;

const shiftOf = (ground: TimetableGround, page: TimetablePage) =>
  ground.classes.get(page.classIds[0] ?? 0)?.shift ?? 1;

/**
 * Whether two hours are at one time. In one shift the lesson's number decides; in two the bells do,
 * and where they say nothing, lessons of different shifts are at different times.
 */
export function atOneTime(
  ground: TimetableGround,
  [a, pageA]: readonly [Placement, TimetablePage],
  [b, pageB]: readonly [Placement, TimetablePage],
): boolean {
  if (a.weekday !== b.weekday || !weeksMeet(a.week, b.week)) return false;
  // Asked for every pair of hours of a day: the bells are only looked up where they matter.
  if (shiftOf(ground, pageA) === shiftOf(ground, pageB)) return a.lessonNumber === b.lessonNumber;
  return sameHour(ground.hourOf(pageA, a), ground.hourOf(pageB, b));
}
