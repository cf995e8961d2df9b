import type { TimetableFileInput } from '#contract/imports';
import { findNameMatches } from '#db/queries/name-match';
import { findStaff } from '#db/queries/people';
import { findBuildingNames, findRooms } from '#db/queries/rooms';
import { findClasses, findYear } from '#db/queries/school';
import { findSubjects } from '#db/queries/subjects';
import type { ReadableDb } from '#db/statement';
import { matchClasses } from '#domain/import/matching/match-classes';
import { matchPeople } from '#domain/import/matching/match-people';
import { matchRooms } from '#domain/import/matching/match-rooms';
import { matchSubjects } from '#domain/import/matching/match-subjects';
import type { ImportedTimetable } from '#domain/import/timetable/imported-timetable';
import { formatClassName, parseClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { refuse } from '../refuse';
import { countNames, namesOf } from './names';

const sorted = (counts: ReadonlyMap<string, number>) =>
  [...counts.keys()].sort((one, other) =>
    one.localeCompare(other, 'ru', { numeric: true, sensitivity: 'base' }),
  );

/** The school's rooms; where two bear one name, the building tells them apart. */
function roomsOf(db: ReadableDb) {
  const rooms = findRooms(db);
  const buildings = new Map(findBuildingNames(db).map(({ id, name }) => [id, name]));
  const count = countNames(rooms.map(({ name }) => name));
  return rooms.map(({ id, name, buildingId }) => {
    const building = (count.get(name) ?? 0) > 1 ? buildings.get(buildingId) : undefined;
    return { id, name, label: building === undefined ? name : `${name}, ${building}` };
  });
}

/** The names of the file matched to ours, in the year that the timetable is for. */
export function matchTimetable(
  db: ReadableDb,
  timetable: ImportedTimetable,
  input: TimetableFileInput,
) {
  const year = findYear(db, input.validFrom) ?? refuse('NOT_FOUND', { what: 'period' });
  const { source } = timetable;
  const lessons = timetable.lessons.filter(({ classes }) => classes.length > 0);
  const uses = {
    teachers: countNames(lessons.flatMap((lesson) => lesson.teachers)),
    subjects: countNames(lessons.map((lesson) => lesson.subject)),
    classes: countNames(lessons.flatMap((lesson) => lesson.classes)),
    rooms: countNames(lessons.flatMap((lesson) => lesson.room ?? [])),
  };
  const staff = findStaff(db, year.id)
    .sort(compareNames)
    .map((one) => ({
      ...one,
      last: one.lastName,
      first: one.firstName,
      middle: one.middleName,
    }));
  const classes = findClasses(db, year.id, input.validFrom).map((one) => ({
    id: one.id,
    grade: one.grade,
    letter: one.letter,
    name: formatClassName(one),
    homeroomTeacherId: one.homeroomTeacherId,
  }));
  return {
    year,
    source,
    lessons,
    uses,
    ourClasses: classes,
    teachers: namesOf({
      names: sorted(uses.teachers),
      ours: staff,
      labelOf: fullName,
      match: matchPeople,
      remembered: findNameMatches(db, source, 'teacher'),
      chosen: input.teachers,
    }),
    subjects: namesOf({
      names: sorted(uses.subjects),
      ours: findSubjects(db),
      labelOf: ({ name }) => name,
      match: matchSubjects,
      remembered: findNameMatches(db, source, 'subject'),
      chosen: input.subjects,
    }),
    classes: namesOf({
      names: sorted(uses.classes),
      ours: classes,
      labelOf: ({ name }) => name,
      match: matchClasses,
      remembered: findNameMatches(db, source, 'class'),
      // What is not a class's name cannot be made one: it stays open.
      chosen: Object.fromEntries(
        Object.entries(input.classes).filter(
          ([name, choice]) => choice !== 'create' || parseClassName(name) !== undefined,
        ),
      ),
    }),
    rooms: namesOf({
      names: sorted(uses.rooms),
      ours: roomsOf(db),
      labelOf: ({ label }) => label,
      match: matchRooms,
      remembered: findNameMatches(db, source, 'room'),
      chosen: input.rooms,
    }),
  };
}
export type MatchedTimetable = ReturnType<typeof matchTimetable>;
