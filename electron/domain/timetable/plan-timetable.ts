import { addDays, type IsoDate } from '../calendar/iso-date';
import { schoolDaysOf, type SchoolCalendar } from '../calendar/school-days';
import type { ImportedLesson } from '../import/timetable/imported-timetable';
import { formatClassName, type ClassName } from '../people/class-name';
import { compareLessons, type StoredLesson } from './compare-lessons';
import { guessMembers, nameParts, type PartMember } from './group-names';
import { layLessons, type WeeklyHour } from './lay-lessons';
import { planTeachers, type PageTeacher, type TeacherChange } from './plan-teachers';

/** Ids below zero are of what does not exist yet: the one who stores the plan gives them real ones. */
export interface PlannedGroup {
  readonly id: number;
  readonly classId: number;
  /** '' is the whole class. */
  readonly name: string;
  readonly members: readonly number[];
}

export interface PlannedPage {
  readonly id: number;
  readonly groupId: number;
  readonly subjectId: number;
}

export interface PlannedEntry extends WeeklyHour {
  readonly room: string;
}

/** What the person should know or check. */
export type TimetableNote =
  | { readonly kind: 'checkGroups'; readonly className: string; readonly groups: readonly string[] }
  | { readonly kind: 'partsUnclear'; readonly className: string; readonly subject: string }
  | { readonly kind: 'noPeriods'; readonly classNames: readonly string[] }
  | { readonly kind: 'emptyClasses'; readonly classNames: readonly string[] }
  | { readonly kind: 'laterVersion'; readonly from: IsoDate };

/** A lesson of the file with the names resolved to ours. */
export interface ResolvedLesson {
  readonly lesson: ImportedLesson;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly teacherIds: readonly number[];
  /** Classes of ours with their names in the file. */
  readonly classes: readonly { readonly id: number; readonly name: string }[];
}

/** A pupil of a class, and in which days. */
export interface ClassMember extends PartMember {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Everything of the journal that the plan depends on. */
export interface TimetableGround {
  readonly validFrom: IsoDate;
  readonly yearEndsOn: IsoDate;
  readonly calendar: SchoolCalendar;
  /** Also those to be made, with ids below zero. */
  readonly classes: readonly (ClassName & { readonly id: number })[];
  readonly groups: readonly {
    readonly id: number;
    readonly classId: number;
    readonly name: string;
  }[];
  /** Groups nobody belongs to yet: made before the class had pupils. */
  readonly emptyGroups: ReadonlySet<number>;
  readonly pages: readonly (PlannedPage & { readonly classId: number })[];
  readonly teachers: readonly PageTeacher[];
  /** Pupils of a class from `validFrom` on, by the alphabet. */
  readonly members: ReadonlyMap<number, readonly ClassMember[]>;
  /** From `validFrom` on. */
  readonly lessons: readonly StoredLesson[];
  /** The entries of the version in force on `validFrom`. */
  readonly entries: readonly PlannedEntry[];
  /** Pages that any version of this year has or had. */
  readonly timetabled: ReadonlySet<number>;
  /** When the version after this one begins, if there is one. */
  readonly nextVersionFrom: IsoDate | undefined;
}

export interface TimetablePlan {
  readonly groups: readonly PlannedGroup[];
  /** Groups we have that get their first members. */
  readonly filledGroups: readonly PlannedGroup[];
  readonly pages: readonly PlannedPage[];
  readonly teachers: readonly TeacherChange[];
  /** Of the whole new version. */
  readonly entries: readonly PlannedEntry[];
  readonly addLessons: readonly {
    readonly pageId: number;
    readonly date: IsoDate;
    readonly lessonNumber: number;
  }[];
  readonly removeLessons: readonly StoredLesson[];
  readonly kept: number;
  /** Not in the new version, but they hold something. */
  readonly held: number;
  readonly until: IsoDate;
  readonly byClass: readonly {
    readonly classId: number;
    readonly added: number;
    readonly removed: number;
    readonly kept: number;
  }[];
  readonly notes: readonly TimetableNote[];
  readonly changesAnything: boolean;
}

const hourKey = ({ pageId, weekday, lessonNumber, week }: WeeklyHour) =>
  `${pageId} ${weekday} ${lessonNumber} ${week}`;
const entryKey = (entry: PlannedEntry) => `${hourKey(entry)} ${entry.room}`;

/** The pages, groups and weekly hours the file asks for, with those we have already. */
function layOut(lessons: readonly ResolvedLesson[], ground: TimetableGround) {
  const notes: TimetableNote[] = [];
  const groups: PlannedGroup[] = [];
  const filledGroups: PlannedGroup[] = [];
  const pages: PlannedPage[] = [];
  const entries = new Map<string, PlannedEntry>();
  const hours: { pageId: number; teacherIds: readonly number[] }[] = [];
  const nameOf = (classId: number) => {
    const found = ground.classes.find(({ id }) => id === classId);
    return found === undefined ? '' : formatClassName(found);
  };
  let nextId = -1;
  const newId = () => (nextId -= 1);

  const groupOf = (classId: number, name: string, siblings: readonly string[]): number => {
    const same = (one: { classId: number; name: string }) =>
      one.classId === classId && one.name === name;
    const made = groups.find(same) ?? filledGroups.find(same);
    if (made !== undefined) return made.id;
    const known = ground.groups.find(same);
    const members =
      name === '' ? [] : guessMembers(name, siblings, ground.members.get(classId) ?? []);
    const group = { id: known?.id ?? newId(), classId, name, members };
    if (known === undefined) groups.push(group);
    else if (ground.emptyGroups.has(known.id) && members.length > 0) filledGroups.push(group);
    return group.id;
  };
  const pageOf = (groupId: number, subjectId: number): number => {
    const same = (one: PlannedPage) => one.groupId === groupId && one.subjectId === subjectId;
    const known = ground.pages.find(same) ?? pages.find(same);
    if (known !== undefined) return known.id;
    const page = { id: newId(), groupId, subjectId };
    pages.push(page);
    return page.id;
  };

  const parts = lessons.flatMap((resolved) =>
    resolved.classes.map(({ id, name }) => ({ resolved, classId: id, className: name })),
  );
  const bySubject = Map.groupBy(
    parts,
    ({ resolved, classId }) => `${classId} ${resolved.subjectId}`,
  );
  for (const some of bySubject.values()) {
    const { names, unclear } = nameParts(
      some.map(({ resolved, className }) => ({ lesson: resolved.lesson, className })),
    );
    const siblings = [...new Set(names)].filter((name) => name !== '').sort();
    for (const [index, { resolved, classId }] of some.entries()) {
      const { lesson, subjectId, teacherIds, subjectName } = resolved;
      if (unclear && index === 0) {
        notes.push({ kind: 'partsUnclear', className: nameOf(classId), subject: subjectName });
      }
      const pageId = pageOf(groupOf(classId, names[index] ?? '', siblings), subjectId);
      const { weekday, lessonNumber } = lesson;
      const entry = { pageId, weekday, lessonNumber, week: 0 as const, room: lesson.room ?? '' };
      if (!entries.has(hourKey(entry))) entries.set(hourKey(entry), entry);
      hours.push({ pageId, teacherIds });
    }
  }
  for (const [classId, made] of Map.groupBy([...groups, ...filledGroups], (one) => one.classId)) {
    const named = made.map(({ name }) => name).filter((name) => name !== '');
    if (named.length > 0) {
      notes.push({ kind: 'checkGroups', className: nameOf(classId), groups: named });
    }
  }
  return { notes, groups, filledGroups, pages, entries: [...entries.values()], hours, nameOf };
}

/**
 * What a timetable of a file changes in the journal from a day on (T3). Only the classes of the
 * file are touched; what the timetable of the others was stays in the new version. Lessons before
 * that day stay; later ones that hold anything stay; empty ones that the new version does not have
 * go, if a timetable brought their page. The same file again changes nothing.
 */
export function planTimetable(
  lessons: readonly ResolvedLesson[],
  ground: TimetableGround,
): TimetablePlan {
  const { notes, groups, filledGroups, pages, entries, hours, nameOf } = layOut(lessons, ground);
  const covered = new Set(lessons.flatMap((lesson) => lesson.classes.map(({ id }) => id)));
  const groupClass = new Map([...ground.groups, ...groups].map(({ id, classId }) => [id, classId]));
  const pageClass = new Map(
    [...ground.pages, ...pages].map(({ id, groupId }) => [id, groupClass.get(groupId) ?? 0]),
  );
  const classOf = (pageId: number) => pageClass.get(pageId) ?? 0;
  const isCovered = (pageId: number) => covered.has(classOf(pageId));
  const until =
    ground.nextVersionFrom === undefined ? ground.yearEndsOn : addDays(ground.nextVersionFrom, -1);
  if (ground.nextVersionFrom !== undefined) {
    notes.push({ kind: 'laterVersion', from: ground.nextVersionFrom });
  }

  const withoutPeriods: string[] = [];
  const emptyClasses: string[] = [];
  const laid = ground.classes
    .filter(({ id }) => covered.has(id))
    .flatMap(({ id, grade }) => {
      const days = schoolDaysOf(grade, { from: ground.validFrom, to: until }, ground.calendar);
      const hasPeriods = ground.calendar.periods.some(
        ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
      );
      if (!hasPeriods) withoutPeriods.push(nameOf(id));
      if ((ground.members.get(id) ?? []).length === 0) emptyClasses.push(nameOf(id));
      return layLessons(
        entries.filter(({ pageId }) => classOf(pageId) === id),
        days,
      );
    });
  if (withoutPeriods.length > 0) notes.push({ kind: 'noPeriods', classNames: withoutPeriods });
  if (emptyClasses.length > 0) notes.push({ kind: 'emptyClasses', classNames: emptyClasses });
  const planned = new Set(entries.map(({ pageId }) => pageId));
  const {
    add: addLessons,
    remove: removeLessons,
    kept,
    held,
  } = compareLessons(
    laid,
    ground.lessons.filter(({ pageId, date }) => isCovered(pageId) && date <= until),
    (pageId) => ground.timetabled.has(pageId) || planned.has(pageId),
  );

  const before = ground.entries.filter(({ pageId }) => isCovered(pageId));
  const carried = ground.entries.filter(({ pageId }) => !isCovered(pageId));
  const teachers = planTeachers(hours, ground.teachers, {
    validFrom: ground.validFrom,
    left: new Set(before.map(({ pageId }) => pageId).filter((pageId) => !planned.has(pageId))),
  });
  const sameEntries =
    before.length === entries.length &&
    new Set(before.map(entryKey)).size === new Set([...before, ...entries].map(entryKey)).size;
  return {
    groups,
    filledGroups,
    pages,
    teachers,
    entries: [...entries, ...carried],
    addLessons,
    removeLessons,
    kept,
    held: held.length,
    until,
    byClass: [...covered].map((classId) => ({ classId, ...difference(classId) })),
    notes,
    changesAnything:
      !sameEntries ||
      filledGroups.length > 0 ||
      teachers.length > 0 ||
      addLessons.length > 0 ||
      removeLessons.length > 0,
  };

  function difference(classId: number) {
    const old = new Set(before.filter(({ pageId }) => classOf(pageId) === classId).map(hourKey));
    const fresh = entries.filter(({ pageId }) => classOf(pageId) === classId).map(hourKey);
    const kept = fresh.filter((key) => old.has(key)).length;
    return { added: fresh.length - kept, removed: old.size - kept, kept };
  }
}
