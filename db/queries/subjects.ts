import { all, change, run, select, type ReadableDb, type WritableDb } from '../statement';

export type SubjectRow = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly grading: 'marks' | 'credit' | 'none';
};

const subjects = select<[], SubjectRow>(
  `SELECT id, name, short_name AS shortName, grading FROM subject ORDER BY position, name`,
);
const insert = change<[string, string, string, number]>(
  'INSERT INTO subject (name, short_name, grading, position) VALUES (?, ?, ?, ?)',
);

export const findSubjects = (db: ReadableDb) => all(db, subjects, []);
export const insertSubject = (
  db: WritableDb,
  row: Omit<SubjectRow, 'id'> & { readonly position: number },
): number => run(db, insert, [row.name, row.shortName, row.grading, row.position]).id;
