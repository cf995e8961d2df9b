import type { IsoDate } from '#domain/calendar/iso-date';
import type { Membership } from '#domain/groups/membership';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type GroupKind = 'subgroup' | 'stream' | 'individual';
/** A part of a class, a stream or a group of one; a group without a name is the whole class. */
export type GroupRow = {
  readonly id: number;
  readonly classId: number;
  readonly name: string;
  readonly kind: GroupKind;
  /** Groups of one division exclude each other; '' excludes none. */
  readonly division: string;
  readonly archived: 0 | 1;
};
export type StreamRow = { readonly groupId: number; readonly classId: number };

const columns = `study_group.id, study_group.class_id AS classId, study_group.name,
  study_group.kind, study_group.division, study_group.archived`;
const ofYear = select<[number], GroupRow>(
  `SELECT ${columns} FROM study_group JOIN school_class AS class ON class.id = study_group.class_id
   WHERE class.year_id = ? ORDER BY study_group.division, study_group.name`,
);
const byId = select<[number], GroupRow>(`SELECT ${columns} FROM study_group WHERE id = ?`);
const byName = select<[number, string], GroupRow>(
  `SELECT ${columns} FROM study_group WHERE class_id = ? AND name = ?`,
);
const streamsOfYear = select<[number], StreamRow>(
  `SELECT stream_class.group_id AS groupId, stream_class.class_id AS classId FROM stream_class
   JOIN school_class AS class ON class.id = stream_class.class_id WHERE class.year_id = ?
   ORDER BY class.grade, class.letter`,
);
const partsOfClass = select<[number], { readonly id: number; readonly name: string }>(
  `SELECT id, name FROM study_group
   WHERE class_id = ? AND kind = 'subgroup' AND name <> '' AND archived = 0 ORDER BY division, name`,
);
const insertRow = change<[number, string, GroupKind, string]>(
  'INSERT INTO study_group (class_id, name, kind, division) VALUES (?, ?, ?, ?)',
);
const updateRow = change<[string, string, 0 | 1, number]>(
  'UPDATE study_group SET name = ?, division = ?, archived = ? WHERE id = ?',
);
const insertStream = change<[number, number]>(
  'INSERT INTO stream_class (group_id, class_id) VALUES (?, ?)',
);
const deleteStreams = change<[number]>('DELETE FROM stream_class WHERE group_id = ?');
const deleteRow = change<[number]>('DELETE FROM study_group WHERE id = ?');
const used = select<{ id: number }, { used: 0 | 1 }>(
  `SELECT EXISTS (SELECT 1 FROM study_group_membership WHERE group_id = @id)
     OR EXISTS (SELECT 1 FROM journal_page WHERE group_id = @id)
     OR EXISTS (SELECT 1 FROM individual_plan_item WHERE group_id = @id)
     OR EXISTS (SELECT 1 FROM homework WHERE group_id = @id) AS used`,
);

/** Every group of a year, whole classes too. */
export const findGroups = (db: ReadableDb, yearId: number) => all(db, ofYear, [yearId]);
/** The named parts of a class that are in use. */
export const findGroupsOfClass = (db: ReadableDb, classId: number) =>
  all(db, partsOfClass, [classId]);
export const findGroup = (db: ReadableDb, id: number) => get(db, byId, [id]);
/** The group of the class with this name; '' is the whole class. */
export const findGroupByName = (db: ReadableDb, classId: number, name: string) =>
  get(db, byName, [classId, name]);
/** Which other classes the streams of a year have, beside the one that leads. */
export const findStreamClasses = (db: ReadableDb, yearId: number) =>
  all(db, streamsOfYear, [yearId]);

export function insertGroupOf(
  db: WritableDb,
  group: Pick<GroupRow, 'classId' | 'name' | 'kind' | 'division'>,
): number {
  return run(db, insertRow, [group.classId, group.name, group.kind, group.division]).id;
}
export const updateGroup = (
  db: WritableDb,
  id: number,
  group: { readonly name: string; readonly division: string; readonly archived: boolean },
) => run(db, updateRow, [group.name, group.division, group.archived ? 1 : 0, id]);
/** The other classes of a stream, in place of those it had. */
export function replaceStreamClasses(
  db: WritableDb,
  groupId: number,
  classIds: readonly number[],
): void {
  run(db, deleteStreams, [groupId]);
  for (const classId of classIds) run(db, insertStream, [groupId, classId]);
}
/** Whether anybody ever was in the group or a page was opened for it. */
export const groupInUse = (db: ReadableDb, id: number): boolean =>
  get(db, used, { id })?.used === 1;
export function deleteGroup(db: WritableDb, id: number): void {
  run(db, deleteStreams, [id]);
  run(db, deleteRow, [id]);
}

export type GroupMemberRow = Membership & { readonly id: number; readonly pupilId: number };
export type ClassPupilRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};

const member = `member.id, member.group_id AS groupId, member.pupil_id AS pupilId,
  member.from_date AS "from", member.to_date AS "to" FROM study_group_membership AS member`;
const membersOfClass = select<{ classId: number }, GroupMemberRow>(
  `SELECT ${member} WHERE member.pupil_id IN
     (SELECT pupil_id FROM class_membership WHERE class_id = @classId)
     AND member.group_id IN (SELECT id FROM study_group WHERE class_id = @classId
       UNION SELECT group_id FROM stream_class WHERE class_id = @classId)
   ORDER BY member.from_date, member.id`,
);
const membersOfPupil = select<[number], GroupMemberRow>(
  `SELECT ${member} WHERE member.pupil_id = ? ORDER BY member.from_date, member.id`,
);
const pupilsOfClass = select<{ classId: number }, ClassPupilRow>(
  `SELECT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName, pupil.sex, member.from_date AS "from",
          member.to_date AS "to"
   FROM class_membership AS member JOIN pupil ON pupil.id = member.pupil_id
   WHERE member.class_id = @classId ORDER BY member.from_date`,
);
const entered = select<{ pupilId: number; groups: string }, { n: number }>(
  `SELECT EXISTS (
     SELECT 1 FROM journal_cell AS cell JOIN lesson ON lesson.id = cell.lesson_id
     JOIN journal_page AS page ON page.id = lesson.page_id
     WHERE cell.pupil_id = @pupilId
       AND page.group_id IN (SELECT value FROM json_each(@groups))) AS n`,
);
const insertMember = change<[number, number, IsoDate, IsoDate | null]>(
  `INSERT INTO study_group_membership (group_id, pupil_id, from_date, to_date)
   VALUES (?, ?, ?, ?)`,
);
const setEnd = change<[IsoDate | null, number]>(
  'UPDATE study_group_membership SET to_date = ? WHERE id = ?',
);
const removeMember = change<[number]>('DELETE FROM study_group_membership WHERE id = ?');

/** The memberships of a class's pupils in its groups and streams. */
export const findMembershipsOfClass = (db: ReadableDb, classId: number) =>
  all(db, membersOfClass, { classId });
export const findMembershipsOfPupil = (db: ReadableDb, pupilId: number) =>
  all(db, membersOfPupil, [pupilId]);
/** Whether something was entered for the pupil on the pages of some groups. */
export const enteredInGroups = (
  db: ReadableDb,
  pupilId: number,
  groups: readonly Pick<Membership, 'groupId'>[],
): boolean =>
  get(db, entered, { pupilId, groups: JSON.stringify(groups.map(({ groupId }) => groupId)) })?.n ===
  1;
/** Who ever was in the class and when; one who came back has several rows. */
export const findPupilsEver = (db: ReadableDb, classId: number) =>
  all(db, pupilsOfClass, { classId });

/** Makes the rows of a pupil be `after`: what has no id is new, what is missing goes. */
export function saveMemberships(
  db: WritableDb,
  pupilId: number,
  before: readonly GroupMemberRow[],
  after: readonly Membership[],
): void {
  const kept = new Map(after.flatMap((row) => (row.id === undefined ? [] : [[row.id, row]])));
  for (const row of before) {
    const now = kept.get(row.id);
    if (now === undefined) run(db, removeMember, [row.id]);
    else if (now.to !== row.to) run(db, setEnd, [now.to, row.id]);
  }
  for (const row of after) {
    if (row.id === undefined) run(db, insertMember, [row.groupId, pupilId, row.from, row.to]);
  }
}
