import type { TimetableFileInput } from '#contract/imports';
import {
  findEmptyGroups,
  findGroupsOfYear,
  findMembersFrom,
  findPageTeachers,
} from '#db/queries/import-timetable';
import { findCalendar } from '#db/queries/calendar';
import { findPagesOfYear } from '#db/queries/journal-page';
import { findLessonStates, findMovedFrom, findPagesInForce } from '#db/queries/lessons';
import { findTimetableEntries, findTimetableVersions } from '#db/queries/timetable';
import type { ReadableDb } from '#db/statement';
import type { ImportedTimetable } from '#domain/import/timetable/imported-timetable';
import { roomKey } from '#domain/import/matching/match-rooms';
import { formatClassName, parseClassName } from '#domain/people/class-name';
import { compareNames } from '#domain/people/name';
import type { ResolvedLesson, TimetableGround } from '#domain/timetable/file-timetable';
import { planTimetable } from '#domain/timetable/plan-timetable';
import type { MatchedTimetable } from './match-timetable';
import { idsOfNames } from './names';

type Asked = Pick<TimetableFileInput, 'validFrom' | 'cycleFrom'>;

function groundOf(
  db: ReadableDb,
  { year, ourClasses }: MatchedTimetable,
  { divisions }: ImportedTimetable,
  { validFrom, cycleFrom }: Asked,
  newClasses: ReadonlyMap<number, string>,
): TimetableGround {
  const members = findMembersFrom(db, year.id, validFrom).sort(compareNames);
  const groups = findGroupsOfYear(db, year.id);
  return {
    validFrom,
    cycleFrom,
    divisions,
    yearEndsOn: year.endsOn,
    calendar: findCalendar(db, year.id),
    classes: [
      ...ourClasses,
      ...[...newClasses].map(([id, name]) => ({
        id,
        ...(parseClassName(name) ?? { grade: 1, letter: name }),
      })),
    ],
    groups: groups.filter(({ kind }) => kind === 'subgroup'),
    takenNames: new Set(
      groups
        .filter(({ kind }) => kind !== 'subgroup')
        .map(({ classId, name }) => `${classId} ${name}`),
    ),
    emptyGroups: findEmptyGroups(db, year.id),
    pages: findPagesOfYear(db, year.id).map((page) => ({
      id: page.id,
      groupId: page.groupId,
      subjectId: page.subjectId,
      kind: page.groupKind,
      classIds: [page.classId, ...page.otherClasses.map(({ id }) => id)],
    })),
    teachers: findPageTeachers(db, year.id),
    members: Map.groupBy(members, ({ classId }) => classId),
    versions: findTimetableVersions(db, year.id).map((version) => ({
      ...version,
      entries: findTimetableEntries(db, version.id),
    })),
    lessons: findLessonStates(db, year.id, validFrom).map((lesson) => ({
      ...lesson,
      cancelled: lesson.cancelled === 1,
      holds: lesson.holds === 1,
      changed: lesson.changed === 1,
      mentioned: lesson.mentioned === 1,
    })),
    movedFrom: findMovedFrom(db, year.id, validFrom),
    timetabled: findPagesInForce(db, year.id),
  };
}

const classKey = (name: string) => {
  const parsed = parseClassName(name);
  return parsed === undefined ? name : formatClassName(parsed);
};

/** The plan, where every name is decided; what is to be made has an id below zero and its name. */
export function planOf(
  db: ReadableDb,
  matched: MatchedTimetable,
  timetable: ImportedTimetable,
  asked: Asked,
) {
  // Two teachers may bear one name; two classes or rooms may not.
  const teachers = idsOfNames({ ...matched.teachers, ours: [] });
  const subjects = idsOfNames(matched.subjects);
  const classes = idsOfNames(matched.classes, classKey);
  const rooms = idsOfNames(matched.rooms, roomKey);
  if (!teachers || !subjects || !classes || !rooms) return undefined;
  const resolved = matched.lessons.flatMap((lesson): ResolvedLesson[] => {
    const subjectId = subjects.ids.get(lesson.subject);
    const own = lesson.classes.flatMap((name) => {
      const id = classes.ids.get(name);
      return id === undefined ? [] : { id, name };
    });
    if (subjectId === undefined || own.length === 0) return [];
    const teacherIds = lesson.teachers.flatMap((name) => teachers.ids.get(name) ?? []);
    const roomId = lesson.room === null ? null : (rooms.ids.get(lesson.room) ?? null);
    return [{ lesson, subjectId, subjectName: lesson.subject, teacherIds, roomId, classes: own }];
  });
  const ground = groundOf(db, matched, timetable, asked, classes.made);
  return { plan: planTimetable(resolved, ground), ground, teachers, subjects, classes, rooms };
}
export type PlannedImport = NonNullable<ReturnType<typeof planOf>>;
