import type { DemoRows } from '#domain/demo/rows';
import { change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

type Value = string | number | null;
type Table = {
  readonly one: ReturnType<typeof statement>;
  readonly many: ReturnType<typeof statement>;
};

/** Rows a statement inserts at once: the way into SQLite costs as much as the row. */
const BATCH = 32;

const statement = (sql: string) => change<readonly Value[]>(sql);

function insertInto(table: string, columns: string): Table {
  const places = `(${columns.replaceAll(/\w+/g, '?')})`;
  const sql = `INSERT INTO ${table} (${columns}) VALUES `;
  return {
    one: statement(sql + places),
    many: statement(sql + Array.from({ length: BATCH }, () => places).join()),
  };
}

/** In an order in which each table refers only to those above it. */
const TABLES: Readonly<Record<Exclude<keyof DemoRows, 'dismissals'>, Table>> = {
  years: insertInto('school_year', 'id, name, starts_on, ends_on'),
  periods: insertInto(
    'period',
    'id, year_id, kind, number, starts_on, ends_on, grade_from, grade_to',
  ),
  holidays: insertInto('holiday', 'year_id, name, starts_on, ends_on'),
  buildings: insertInto('building', 'id, name, address'),
  rooms: insertInto('room', 'id, building_id, name'),
  staff: insertInto('staff_member', 'id, last_name, first_name, middle_name, position, hired_on'),
  pupils: insertInto(
    'pupil',
    'id, last_name, first_name, middle_name, sex, birth_date, personal_file, snils, phone, address, citizenship',
  ),
  representatives: insertInto(
    'representative',
    'id, last_name, first_name, middle_name, phone, email, address',
  ),
  pupilRepresentatives: insertInto(
    'pupil_representative',
    'pupil_id, representative_id, relation, legal, main',
  ),
  consents: insertInto(
    'consent',
    'pupil_id, representative_id, kind, decision, document, dated_on, valid_until, withdrawn_on',
  ),
  classes: insertInto(
    'school_class',
    'id, year_id, grade, letter, homeroom_teacher_id, room_id, profile',
  ),
  dataChecks: insertInto('data_check', 'id, class_id, name, started_on'),
  dataCheckPupils: insertInto('data_check_pupil', 'check_id, pupil_id, done_on, result, note'),
  memberships: insertInto('class_membership', 'id, class_id, pupil_id, from_date, to_date'),
  movementOrders: insertInto('movement_order', 'id, number, date, title'),
  movements: insertInto(
    'movement',
    'id, pupil_id, order_id, kind, effective_on, from_class_id, to_class_id, place, reason',
  ),
  movementEffects: insertInto(
    'movement_effect',
    'movement_id, position, membership, owner_id, from_date, was_there, to_before, is_there, to_after',
  ),
  subjects: insertInto('subject', 'id, name, short_name, grading, scale_id, position'),
  groups: insertInto('study_group', 'id, class_id, name, kind, division'),
  streamClasses: insertInto('stream_class', 'group_id, class_id'),
  curriculum: insertInto('curriculum_item', 'class_id, subject_id, hours_per_week, part, grading'),
  teacherSubjects: insertInto('teacher_subject', 'staff_id, subject_id'),
  debts: insertInto('academic_debt', 'movement_id, subject_id, due_on'),
  groupMemberships: insertInto(
    'study_group_membership',
    'id, group_id, pupil_id, from_date, to_date',
  ),
  individualPlans: insertInto(
    'individual_plan',
    'id, pupil_id, year_id, from_date, to_date, reason',
  ),
  individualPlanItems: insertInto(
    'individual_plan_item',
    'plan_id, subject_id, mode, hours_per_week, group_id',
  ),
  pages: insertInto('journal_page', 'id, group_id, subject_id'),
  pageTeachers: insertInto('page_teacher', 'page_id, staff_id, hours_per_week, from_date, to_date'),
  bellSchedules: insertInto('bell_schedule', 'id, year_id, name'),
  bells: insertInto('bell', 'schedule_id, lesson_number, starts_at, ends_at'),
  bellUses: insertInto('bell_use', 'schedule_id, shift, grade_from, grade_to'),
  timetableVersions: insertInto('timetable_version', 'id, year_id, name, valid_from'),
  timetableEntries: insertInto(
    'timetable_entry',
    'version_id, weekday, lesson_number, page_id, room_id',
  ),
  workKinds: insertInto('work_kind', 'id, name, short_name, weight, written, position'),
  lessons: insertInto('lesson', 'id, page_id, date, lesson_number, topic, homework, version'),
  lessonWorks: insertInto('lesson_work', 'lesson_id, position, kind_id, weight, title'),
  cells: insertInto(
    'journal_cell',
    'lesson_id, pupil_id, attendance, late_minutes, remark, version',
  ),
  marks: insertInto('mark', 'lesson_id, pupil_id, position, work_position, value'),
  plans: insertInto('plan', 'id, year_id, subject_id, grade, title, author_id'),
  planRows: insertInto('plan_row', 'id, plan_id, position, section, topic, hours, kind, homework'),
  planPages: insertInto('plan_page', 'page_id, plan_id'),
  lessonPlanRows: insertInto('lesson_plan_row', 'lesson_id, plan_row_id'),
  periodMarks: insertInto('period_mark', 'pupil_id, subject_id, period_id, value, note, version'),
};

const addSchool = change<[name: string, journalId: string]>(
  `INSERT INTO school (id, name, journal_id, demo, address, phone)
   VALUES (1, ?, ?, 1, 'г. Энск, ул. Школьная, д. 1', '+7 (000) 000-00-00')`,
);
const dismiss = change<[day: string, staffId: number]>(
  'UPDATE staff_member SET dismissed_on = ? WHERE id = ?',
);
const anySchool = select<[], { n: number }>(
  'SELECT (SELECT count(*) FROM school) + (SELECT count(*) FROM school_year) AS n',
);

function insertAll(
  db: WritableDb,
  { one, many }: Table,
  rows: readonly (readonly Value[])[],
): void {
  let index = 0;
  for (; index + BATCH <= rows.length; index += BATCH) {
    run(db, many, rows.slice(index, index + BATCH).flat());
  }
  for (const row of rows.slice(index)) run(db, one, row);
}

/** Whether the journal has a school or a year already. */
export const hasSchool = (db: ReadableDb): boolean => get(db, anySchool, [])?.n !== 0;

/** The demonstration school itself, marked as one. */
export function insertDemoSchool(db: WritableDb, name: string, journalId: string): void {
  run(db, addSchool, [name, journalId]);
}

/** Stores a piece of the demonstration school; rows may refer to those stored before. */
export function insertDemoRows(db: WritableDb, rows: Partial<DemoRows>): void {
  for (const [name, table] of Object.entries(TABLES)) {
    const ofTable = rows[name as keyof typeof TABLES];
    if (ofTable !== undefined) insertAll(db, table, ofTable);
  }
  for (const row of rows.dismissals ?? []) run(db, dismiss, [...row]);
}
