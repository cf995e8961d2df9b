import type { PageTeacher } from '#contract/load';
import { findClassSetup } from '#db/queries/classes';
import { subjectExists } from '#db/queries/curriculum';
import { findGroup, findGroupByName, insertGroupOf, type GroupRow } from '#db/queries/groups';
import { insertPage } from '#db/queries/import-timetable';
import {
  findAllStaff,
  findPageOf,
  findPageTeachersOf,
  removeEmptyPage,
  replacePageTeachers,
  replaceTeacherSubjects,
} from '#db/queries/load';
import { staffExists } from '#db/queries/people';
import type { WritableDb } from '#db/statement';
import { areSound } from '#domain/load/page-teachers';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';

/** The group of the whole class, made where the class has none yet. */
export function wholeClassGroup(db: WritableDb, classId: number): number {
  const found = findGroupByName(db, classId, '');
  return found?.id ?? insertGroupOf(db, { classId, name: '', kind: 'subgroup', division: '' });
}

const plain = (rows: readonly PageTeacher[]) =>
  JSON.stringify(
    rows
      .map(({ staffId, hours, from, to }) => [from, staffId, hours, to])
      .toSorted((one, other) => (String(one) < String(other) ? -1 : 1)),
  );

function groupOf(
  db: WritableDb,
  { classId, groupId }: { readonly classId: number; readonly groupId: number | null },
): Pick<GroupRow, 'id'> {
  if (findClassSetup(db, classId) === undefined) refuse('NOT_FOUND', { what: 'class' });
  if (groupId === null) return { id: wholeClassGroup(db, classId) };
  const group = findGroup(db, groupId);
  if (group?.classId !== classId) refuse('NOT_FOUND', { what: 'group' });
  return group;
}

/** Gives a page to teachers (S3); the page is made when it is first given, and goes when never used. */
export function setTeachers(
  { db, record }: Writing,
  input: {
    readonly classId: number;
    readonly groupId: number | null;
    readonly subjectId: number;
    readonly before: readonly PageTeacher[];
    readonly after: readonly PageTeacher[];
  },
): void {
  const { subjectId, after } = input;
  const group = groupOf(db, input);
  if (!subjectExists(db, subjectId)) refuse('NOT_FOUND', { what: 'subject' });
  const known = findPageOf(db, group.id, subjectId);
  const current = known === undefined ? [] : findPageTeachersOf(db, known);
  if (plain(current) !== plain(input.before)) refuse('CONFLICT', { current });
  if (!areSound(after)) refuse('INVALID', { why: 'dates' });
  const staff = new Set(findAllStaff(db).map(({ id }) => id));
  if (after.some(({ staffId }) => !staff.has(staffId))) refuse('NOT_FOUND', { what: 'staff' });
  if (known === undefined && after.length === 0) return;
  const pageId = known ?? insertPage(db, group.id, subjectId);
  if (known === undefined) record('page', String(pageId), null, { groupId: group.id, subjectId });
  replacePageTeachers(db, pageId, after);
  record('pageTeachers', String(pageId), current, after);
  if (after.length === 0 && removeEmptyPage(db, pageId)) {
    record('page', String(pageId), { groupId: group.id, subjectId }, null);
  }
}

/** Which subjects a teacher teaches (S3). */
export function setTeacherSubjects(
  { db, record }: Writing,
  { staffId, subjectIds }: { readonly staffId: number; readonly subjectIds: readonly number[] },
): void {
  if (!staffExists(db, staffId)) refuse('NOT_FOUND', { what: 'staff' });
  if (subjectIds.some((id) => !subjectExists(db, id))) refuse('NOT_FOUND', { what: 'subject' });
  replaceTeacherSubjects(db, staffId, subjectIds);
  record('teacherSubjects', String(staffId), null, { subjectIds });
}
