import type { TimetableFileInput } from '#contract/imports';
import {
  findEmptyGroups,
  findGroupsOfYear,
  findLessonsFrom,
  findMembersFrom,
  findPageKeys,
  findPageTeachers,
  findTimetabledPages,
} from '#db/queries/import-timetable';
import { findNameMatches } from '#db/queries/name-match';
import { findStaff } from '#db/queries/people';
import { findCalendar } from '#db/queries/calendar';
import { findClasses, findYear } from '#db/queries/school';
import { findSubjects } from '#db/queries/subjects';
import {
  findTimetableEntries,
  findTimetableVersion,
  findTimetableVersions,
} from '#db/queries/timetable';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ImportedTimetable } from '#domain/import/timetable/imported-timetable';
import { matchClasses } from '#domain/import/matching/match-classes';
import { matchPeople } from '#domain/import/matching/match-people';
import { matchSubjects } from '#domain/import/matching/match-subjects';
import { formatClassName, parseClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { planTimetable, type TimetableGround } from '#domain/timetable/plan-timetable';
import { refuse } from '../refuse';
import { countNames, idsOfNames, namesOf } from './names';

export const FET = 'fet';

/** The names of the file matched to ours. */
export function matchTimetable(
  db: ReadableDb,
  timetable: ImportedTimetable,
  input: TimetableFileInput,
  today: IsoDate,
) {
  const year = findYear(db, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const lessons = timetable.lessons.filter(({ classes }) => classes.length > 0);
  const uses = {
    teachers: countNames(lessons.flatMap((lesson) => lesson.teachers)),
    subjects: countNames(lessons.map((lesson) => lesson.subject)),
    classes: countNames(lessons.flatMap((lesson) => lesson.classes)),
  };
  const sorted = (counts: ReadonlyMap<string, number>) =>
    [...counts.keys()].sort((one, other) =>
      one.localeCompare(other, 'ru', { numeric: true, sensitivity: 'base' }),
    );
  const staff = findStaff(db, year.id)
    .sort(compareNames)
    .map((one) => ({
      ...one,
      last: one.lastName,
      first: one.firstName,
      middle: one.middleName,
    }));
  const classes = findClasses(db, year.id, today).map((one) => ({
    id: one.id,
    grade: one.grade,
    letter: one.letter,
    name: formatClassName(one),
  }));
  return {
    year,
    lessons,
    uses,
    ourClasses: classes,
    teachers: namesOf({
      names: sorted(uses.teachers),
      ours: staff,
      labelOf: fullName,
      match: matchPeople,
      remembered: findNameMatches(db, FET, 'teacher'),
      chosen: input.teachers,
    }),
    subjects: namesOf({
      names: sorted(uses.subjects),
      ours: findSubjects(db),
      labelOf: ({ name }) => name,
      match: matchSubjects,
      remembered: findNameMatches(db, FET, 'subject'),
      chosen: input.subjects,
    }),
    classes: namesOf({
      names: sorted(uses.classes),
      ours: classes,
      labelOf: ({ name }) => name,
      match: matchClasses,
      remembered: findNameMatches(db, FET, 'class'),
      // What is not a class's name cannot be made one: it stays open.
      chosen: Object.fromEntries(
        Object.entries(input.classes).filter(
          ([name, choice]) => choice !== 'create' || parseClassName(name) !== undefined,
        ),
      ),
    }),
  };
}
export type MatchedTimetable = ReturnType<typeof matchTimetable>;

function groundOf(
  db: ReadableDb,
  { year, ourClasses }: MatchedTimetable,
  validFrom: IsoDate,
  newClasses: ReadonlyMap<number, string>,
): TimetableGround {
  const version = findTimetableVersion(db, year.id, validFrom);
  const next = findTimetableVersions(db, year.id).find((one) => one.validFrom > validFrom);
  const members = findMembersFrom(db, year.id, validFrom).sort(compareNames);
  return {
    validFrom,
    yearEndsOn: year.endsOn,
    calendar: findCalendar(db, year.id),
    classes: [
      ...ourClasses,
      ...[...newClasses].map(([id, name]) => ({
        id,
        ...(parseClassName(name) ?? { grade: 1, letter: name }),
      })),
    ],
    groups: findGroupsOfYear(db, year.id),
    emptyGroups: findEmptyGroups(db, year.id),
    pages: findPageKeys(db, year.id),
    teachers: findPageTeachers(db, year.id),
    members: Map.groupBy(members, ({ classId }) => classId),
    lessons: findLessonsFrom(db, year.id, validFrom).map((lesson) => ({
      ...lesson,
      holds: lesson.holds === 1,
    })),
    entries: version === undefined ? [] : findTimetableEntries(db, version.id),
    timetabled: findTimetabledPages(db, year.id),
    nextVersionFrom: next?.validFrom,
  };
}

const classKey = (name: string) => {
  const parsed = parseClassName(name);
  return parsed === undefined ? name : formatClassName(parsed);
};

/** The plan, where every name is decided; what is to be made has an id below zero and its name. */
export function planOf(db: ReadableDb, matched: MatchedTimetable, validFrom: IsoDate) {
  // Two teachers may bear one name; two classes may not.
  const teachers = idsOfNames({ ...matched.teachers, ours: [] });
  const subjects = idsOfNames(matched.subjects);
  const classes = idsOfNames(matched.classes, classKey);
  if (teachers === undefined || subjects === undefined || classes === undefined) return undefined;
  const resolved = matched.lessons.flatMap((lesson) => {
    const subjectId = subjects.ids.get(lesson.subject);
    const own = lesson.classes.flatMap((name) => {
      const id = classes.ids.get(name);
      return id === undefined ? [] : { id, name };
    });
    if (subjectId === undefined || own.length === 0) return [];
    const teacherIds = lesson.teachers.flatMap((name) => teachers.ids.get(name) ?? []);
    return { lesson, subjectId, subjectName: lesson.subject, teacherIds, classes: own };
  });
  const ground = groundOf(db, matched, validFrom, classes.made);
  return { plan: planTimetable(resolved, ground), ground, teachers, subjects, classes };
}
export type PlannedImport = NonNullable<ReturnType<typeof planOf>>;
