import { addDays, type IsoDate } from '../calendar/iso-date';
import { schoolDaysOf, type SchoolCalendar } from '../calendar/school-days';
import { compareLessons, lessonKey, type StoredLesson } from './compare-lessons';
import { layLessons, type LaidLesson, type WeeklyHour } from './lay-lessons';

/** A version of the timetable that is in force from a day until the next one begins. */
export interface VersionInForce {
  readonly id: number;
  readonly validFrom: IsoDate;
  /** A day of a week A, where weeks alternate. */
  readonly cycleFrom: IsoDate | null;
  readonly entries: readonly WeeklyHour[];
}

/** A lesson with what changes of a day did to it. */
export interface ChangedLesson extends StoredLesson {
  /** A change in force is about it: the register needs the lesson as it is. */
  readonly changed: boolean;
  /** Only changes that were taken back are about it: it cannot be deleted, only hidden. */
  readonly mentioned: boolean;
  readonly cancelled: boolean;
}

export interface RelayGround {
  /** Nothing before this day is touched. */
  readonly from: IsoDate;
  readonly yearEndsOn: IsoDate;
  readonly calendar: SchoolCalendar;
  /** No drafts. Of two that begin on one day the one with the greater id holds. */
  readonly versions: readonly VersionInForce[];
  /** The grade of the class that each page of the year is of. */
  readonly gradeOf: ReadonlyMap<number, number>;
  /** From `from` on. */
  readonly lessons: readonly ChangedLesson[];
  /** Places that changes in force took a lesson away from: nothing is missing there. */
  readonly movedFrom: readonly LaidLesson[];
  /** Pages that any version has or had. */
  readonly timetabled: ReadonlySet<number>;
  /** A version was taken back: its days before the first of the others are cleared as well. */
  readonly clears?: boolean;
}

export interface RelayPlan {
  readonly add: readonly LaidLesson[];
  readonly remove: readonly ChangedLesson[];
  /** Empty and no longer wanted, but named in the register of changes: no page shows them. */
  readonly hide: readonly ChangedLesson[];
  /** Hidden before, wanted again. */
  readonly show: readonly ChangedLesson[];
  readonly kept: number;
  /** Not wanted, but filled in or changed: they stay. */
  readonly held: readonly ChangedLesson[];
}

/** The versions in force, the earliest first, each with the last day it is in force. */
export function spansOfVersions<V extends { readonly id: number; readonly validFrom: IsoDate }>(
  versions: readonly V[],
  yearEndsOn: IsoDate,
): readonly { readonly version: V; readonly from: IsoDate; readonly to: IsoDate }[] {
  const ordered = versions.toSorted((a, b) =>
    a.validFrom === b.validFrom ? a.id - b.id : a.validFrom < b.validFrom ? -1 : 1,
  );
  return ordered.flatMap((version, index) => {
    const next = ordered[index + 1];
    const to = next === undefined ? yearEndsOn : addDays(next.validFrom, -1);
    return version.validFrom <= to ? [{ version, from: version.validFrom, to }] : [];
  });
}

const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b);

/** The lessons that the versions in force give from a day on, each page by its grade's calendar. */
export function lessonsOfVersions({
  from,
  yearEndsOn,
  calendar,
  versions,
  gradeOf,
}: Pick<
  RelayGround,
  'from' | 'yearEndsOn' | 'calendar' | 'versions' | 'gradeOf'
>): readonly LaidLesson[] {
  const laid = spansOfVersions(versions, yearEndsOn).flatMap((span) => {
    const start = later(span.from, from);
    if (start > span.to) return [];
    const byGrade = Map.groupBy(span.version.entries, ({ pageId }) => gradeOf.get(pageId));
    return [...byGrade].flatMap(([grade, entries]) =>
      grade === undefined
        ? []
        : layLessons(
            entries,
            schoolDaysOf(grade, { from: start, to: span.to }, calendar),
            span.version.cycleFrom,
          ),
    );
  });
  // Without alternating weeks an hour of week A and the same of week B are one lesson.
  return [...new Map(laid.map((lesson) => [lessonKey(lesson), lesson])).values()];
}

/**
 * What makes the lessons of a year agree with its timetable and calendar from a day on (T1, S2,
 * ADR 0005): missing ones are added; empty ones that no version in force gives are removed, if a
 * timetable brought their page; filled ones and those that changes of a day are about stay. Days
 * before the first version are nobody's: they are left as they are. Twice is as once.
 */
export function planRelay(ground: RelayGround): RelayPlan {
  const first = spansOfVersions(ground.versions, ground.yearEndsOn)[0];
  if (first === undefined && ground.clears !== true) {
    return { add: [], remove: [], hide: [], show: [], kept: 0, held: [] };
  }
  const from =
    first === undefined || ground.clears === true ? ground.from : later(ground.from, first.from);
  const laid = lessonsOfVersions({ ...ground, from });
  const moved = new Set(ground.movedFrom.map(lessonKey));
  const present = ground.lessons.filter(({ date }) => date >= from);
  const there = new Set(present.map(lessonKey));
  const difference = compareLessons(
    // A lesson that was moved away is not missing where it was.
    laid.filter((lesson) => there.has(lessonKey(lesson)) || !moved.has(lessonKey(lesson))),
    present.map((lesson) => ({ ...lesson, holds: lesson.holds || lesson.changed })),
    (pageId) => ground.timetabled.has(pageId),
  );
  const wanted = new Set(laid.map(lessonKey));
  return {
    add: difference.add,
    remove: difference.remove.filter(({ mentioned }) => !mentioned),
    hide: difference.remove.filter(({ mentioned, cancelled }) => mentioned && !cancelled),
    show: present.filter(
      (lesson) => lesson.cancelled && !lesson.changed && wanted.has(lessonKey(lesson)),
    ),
    kept: difference.kept,
    held: difference.held,
  };
}
