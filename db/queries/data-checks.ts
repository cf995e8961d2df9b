import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type DataCheckRow = {
  readonly id: number;
  readonly classId: number;
  readonly name: string;
  readonly startedOn: IsoDate;
};
export type CheckedPupilRow = {
  readonly pupilId: number;
  readonly doneOn: IsoDate;
  readonly result: 'confirmed' | 'changed';
  readonly note: string;
};

const ofYear = select<[yearId: number], DataCheckRow>(
  `SELECT data_check.id, data_check.class_id AS classId, data_check.name,
          data_check.started_on AS startedOn
   FROM data_check JOIN school_class ON school_class.id = data_check.class_id
   WHERE school_class.year_id = ?
   ORDER BY data_check.started_on DESC, school_class.grade, school_class.letter, data_check.id DESC`,
);
const byId = select<[number], DataCheckRow>(
  `SELECT id, class_id AS classId, name, started_on AS startedOn FROM data_check WHERE id = ?`,
);
const byName = select<[number, string], { id: number }>(
  'SELECT id FROM data_check WHERE class_id = ? AND name = ?',
);
const checked = select<[checkId: number], CheckedPupilRow>(
  `SELECT pupil_id AS pupilId, done_on AS doneOn, result, note FROM data_check_pupil
   WHERE check_id = ?`,
);
const insertRow = change<[number, string, IsoDate]>(
  'INSERT INTO data_check (class_id, name, started_on) VALUES (?, ?, ?)',
);
const put = change<[number, number, IsoDate, string, string]>(
  `INSERT INTO data_check_pupil (check_id, pupil_id, done_on, result, note) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT DO UPDATE SET done_on = excluded.done_on, result = excluded.result,
     note = excluded.note`,
);
const drop = change<[number, number]>(
  'DELETE FROM data_check_pupil WHERE check_id = ? AND pupil_id = ?',
);

/** The checks of a year, the newest first, those of one day by class. */
export const findDataChecks = (db: ReadableDb, yearId: number) => all(db, ofYear, [yearId]);
export const findDataCheck = (db: ReadableDb, id: number) => get(db, byId, [id]);
export const hasDataCheck = (db: ReadableDb, classId: number, name: string): boolean =>
  get(db, byName, [classId, name]) !== undefined;
/** Whose sheets have come back. */
export const checkedPupils = (db: ReadableDb, checkId: number) => all(db, checked, [checkId]);
export const insertDataCheck = (
  db: WritableDb,
  classId: number,
  name: string,
  startedOn: IsoDate,
): number => run(db, insertRow, [classId, name, startedOn]).id;

/** Keeps what the sheet of a pupil said; `undefined` takes it off. */
export function saveCheckedPupil(
  db: WritableDb,
  checkId: number,
  pupilId: number,
  done:
    | {
        readonly doneOn: IsoDate;
        readonly result: 'confirmed' | 'changed';
        readonly note: string;
      }
    | undefined,
): void {
  if (done === undefined) run(db, drop, [checkId, pupilId]);
  else run(db, put, [checkId, pupilId, done.doneOn, done.result, done.note]);
}
