import type { ClassesSetup, ClassFields } from '#contract/classes';
import {
  classInUse,
  deleteClass,
  findClassByName,
  findClassSetup,
  findClassSetups,
  insertClass,
  updateClass,
  type ClassSetupRow,
} from '#db/queries/classes';
import { findStaff, staffExists } from '#db/queries/people';
import { findRooms } from '#db/queries/rooms';
import { findClasses, findYearOr } from '#db/queries/school';
import { dayWithin } from '#domain/calendar/iso-date';
import { compareClassNames, formatClassName, parseClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { compareText } from '#domain/text/compare-text';
import { refuse } from '../refuse';

import type { OfYear, Reading, Writing } from '../unit-of-work';

const fieldsOf = (row: ClassSetupRow): ClassFields => ({
  letter: row.letter,
  homeroomTeacherId: row.homeroomTeacherId,
  shift: row.shift,
  studyDays: row.studyDays,
  profile: row.profile,
  roomId: row.roomId,
});

/** The classes of a year for their list (S4), with the teachers and rooms to choose from. */
export function classesSetup({ db, today }: Reading, { yearId }: OfYear): ClassesSetup {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const pupils = new Map(
    findClasses(db, year.id, dayWithin(year, today)).map((row) => [row.id, row.pupils]),
  );
  return {
    yearId: year.id,
    classes: findClassSetups(db, year.id)
      .sort(compareClassNames)
      .map((row) => ({
        ...fieldsOf(row),
        id: row.id,
        grade: row.grade,
        name: formatClassName(row),
        pupils: pupils.get(row.id) ?? 0,
        removable: !classInUse(db, row.id),
      })),
    teachers: findStaff(db, year.id)
      .sort(compareNames)
      .map((person) => ({ id: person.id, name: fullName(person) })),
    rooms: findRooms(db)
      .sort((one, other) => compareText(one.name, other.name))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** The letter as class names have it: «б» and a Latin «B» are «Б» and «В». */
function letterOf(grade: number, letter: string): string {
  const name = parseClassName(`${grade}-${letter}`);
  if (name?.grade !== grade) refuse('INVALID', { why: 'className' });
  return name.letter;
}

/** A new class of the year; two of one name there cannot be. */
export function addClass(
  { db, record }: Writing,
  input: { readonly yearId: number; readonly grade: number; readonly letter: string },
): { id: number } {
  const { yearId, grade } = input;
  if (findYearOr(db, yearId, '0001-01-01') === undefined) refuse('NOT_FOUND', { what: 'year' });
  const letter = letterOf(grade, input.letter);
  if (findClassByName(db, yearId, { grade, letter }) !== undefined) {
    refuse('INVALID', { why: 'classNameTaken' });
  }
  const id = insertClass(db, yearId, { grade, letter });
  record('class', String(id), null, { yearId, grade, letter });
  return { id };
}

const same = (one: ClassFields, other: ClassFields) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Changes what is set up about a class; pupils and pages stay with it. */
export function setClass(
  { db, record }: Writing,
  input: { readonly classId: number; readonly before: ClassFields; readonly after: ClassFields },
): ClassFields {
  const row = findClassSetup(db, input.classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const before = fieldsOf(row);
  if (!same(before, fieldsOf({ ...row, ...input.before }))) refuse('CONFLICT', { current: before });
  const letter = letterOf(row.grade, input.after.letter);
  const after = fieldsOf({ ...row, ...input.after, letter });
  const taken = findClassByName(db, row.yearId, { grade: row.grade, letter });
  if (taken !== undefined && taken !== row.id) refuse('INVALID', { why: 'classNameTaken' });
  const { homeroomTeacherId, roomId } = after;
  if (
    homeroomTeacherId !== null &&
    homeroomTeacherId !== before.homeroomTeacherId &&
    !staffExists(db, homeroomTeacherId)
  ) {
    refuse('NOT_FOUND', { what: 'staff' });
  }
  const rooms = findRooms(db);
  if (roomId !== null && roomId !== before.roomId && !rooms.some(({ id }) => id === roomId)) {
    refuse('NOT_FOUND', { what: 'room' });
  }
  updateClass(db, row.id, after);
  record('class', String(row.id), before, after);
  return after;
}

/** Takes away a class that nobody was ever in. */
export function removeClass(
  { db, record }: Writing,
  { classId }: { readonly classId: number },
): void {
  const row = findClassSetup(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  if (classInUse(db, classId)) refuse('INVALID', { why: 'classInUse' });
  deleteClass(db, classId);
  record('class', String(classId), { grade: row.grade, ...fieldsOf(row) }, null);
}
