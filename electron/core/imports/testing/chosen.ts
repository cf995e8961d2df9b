import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ATTENDANCE_LETTERS, type Attendance } from '#domain/attendance/attendance';
import type { ReadableDb } from '#db/statement';
import type { Core } from '../../context';

/** Writes a file as if the person had chosen it in the shell's dialog; answers its grant. */
export function chosenFile(
  place: { readonly core: Core; readonly folder: string },
  name: string,
  bytes: Uint8Array,
): string {
  const file = path.join(place.folder, name);
  writeFileSync(file, bytes);
  const grant = randomUUID();
  place.core.grants.add(grant, 'open', file);
  return grant;
}

const TABLES = [
  'school_year',
  'school_class',
  'pupil',
  'staff_member',
  'class_membership',
  'subject',
  'study_group',
  'study_group_membership',
  'journal_page',
  'page_teacher',
  'timetable_version',
  'timetable_entry',
  'lesson',
  'lesson_work',
  'journal_cell',
  'mark',
  'period_mark',
  'name_match',
  'audit',
  'audit_change',
];

/** How many rows each table has: equal counts before and after mean nothing came in. */
export function rowCounts(db: ReadableDb): Record<string, number> {
  const count = (table: string) =>
    (db.connection.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
  return Object.fromEntries(TABLES.map((table) => [table, count(table)]));
}

/** The journal's tables of a core that has it open. */
export function journalOf(core: Core): ReadableDb {
  if (core.open === null) throw new Error('not open');
  return core.open.journal.db;
}

/** Every mark and every code of attendance in the journal, as they stand in a cell, sorted. */
export function storedSymbols(db: ReadableDb): string[] {
  const all = <Row>(sql: string) => db.connection.prepare(sql).all() as Row[];
  const marks = all<{ value: string }>('SELECT value FROM mark');
  const codes = all<{ code: Attendance }>(
    'SELECT attendance AS code FROM journal_cell WHERE attendance IS NOT NULL',
  );
  return [
    ...marks.map(({ value }) => value),
    ...codes.map(({ code }) => ATTENDANCE_LETTERS[code]),
  ].sort();
}
