import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type JournalCounts = {
  readonly pupils: number;
  readonly staff: number;
  readonly classes: number;
  readonly lessons: number;
  readonly marks: number;
};

type NewCopyRow = {
  readonly madeAt: string;
  readonly folder: string;
  readonly size: number;
  readonly sha256: string;
  readonly counts: JournalCounts;
  readonly verifiedAt: string | null;
};

const countRows = select<[], Omit<JournalCounts, 'lessons' | 'marks'>>(
  `SELECT (SELECT count(*) FROM pupil) AS pupils,
          (SELECT count(*) FROM staff_member) AS staff,
          (SELECT count(*) FROM school_class) AS classes`,
);
const countSomeLessons = select<[number, number], { n: number }>(
  'SELECT count(*) AS n FROM lesson WHERE page_id > ? AND page_id <= ?',
);
const lastPage = select<[], { id: number | null }>('SELECT max(id) AS id FROM journal_page');
const countSomeMarks = select<[number, number], { n: number }>(
  'SELECT count(*) AS n FROM mark WHERE lesson_id > ? AND lesson_id <= ?',
);
const lastLesson = select<[], { id: number | null }>('SELECT max(lesson_id) AS id FROM mark');
const lastAudit = select<[], { at: string }>('SELECT at FROM audit ORDER BY id DESC LIMIT 1');
const insert = change<[string, string, number, string, string, string | null]>(
  `INSERT INTO copy (made_at, folder, size, sha256, counts, verified_at) VALUES (?, ?, ?, ?, ?, ?)`,
);
const newestFirst = select<[], Omit<NewCopyRow, 'counts'> & { id: number; counts: string }>(
  `SELECT id, made_at AS madeAt, folder, size, sha256, counts, verified_at AS verifiedAt
   FROM copy ORDER BY made_at DESC, id DESC`,
);

/** Pages whose lessons, and lessons whose marks are counted in one turn: a few milliseconds. */
const PAGES_IN_TURN = 25;
const LESSONS_IN_TURN = 2000;

/** Counts the journal; stops between its turns, so that the caller may let others go on. */
export function* countJournal(db: ReadableDb): Generator<undefined, JournalCounts> {
  const counts = get(db, countRows, []) ?? { pupils: 0, staff: 0, classes: 0 };
  const pages = get(db, lastPage, [])?.id ?? 0;
  let lessons = 0;
  for (let from = 0; from < pages; from += PAGES_IN_TURN) {
    yield;
    lessons += get(db, countSomeLessons, [from, from + PAGES_IN_TURN])?.n ?? 0;
  }
  const last = get(db, lastLesson, [])?.id ?? 0;
  let marks = 0;
  for (let from = 0; from < last; from += LESSONS_IN_TURN) {
    yield;
    marks += get(db, countSomeMarks, [from, from + LESSONS_IN_TURN])?.n ?? 0;
  }
  return { ...counts, lessons, marks };
}

/** When the newest row of the audit trail was written, or null in a new journal. */
export const lastEntryAt = (db: ReadableDb): string | null => get(db, lastAudit, [])?.at ?? null;

/** Notes a copy that was made; answers its id. */
export const insertCopy = (db: WritableDb, row: NewCopyRow): number =>
  run(db, insert, [
    row.madeAt,
    row.folder,
    row.size,
    row.sha256,
    JSON.stringify(row.counts),
    row.verifiedAt,
  ]).id;

/** The copies made of this journal, newest first. */
export const listCopies = (db: ReadableDb): (NewCopyRow & { readonly id: number })[] =>
  all(db, newestFirst, []).map((row) => ({
    ...row,
    counts: JSON.parse(row.counts) as JournalCounts,
  }));
