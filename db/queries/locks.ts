import type { IsoDate } from '#domain/calendar/iso-date';
import type { LocalInstant } from '#domain/regulation/instant';
import {
  all,
  change,
  get,
  rows,
  run,
  select,
  type ReadableDb,
  type WritableDb,
} from '../statement';

export type OpeningRow = {
  readonly id: number;
  readonly pageId: number;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly pupilId: number | null;
  readonly reason: string;
  readonly openedAt: LocalInstant;
  readonly openedBy: string;
  readonly until: LocalInstant;
  readonly closedAt: LocalInstant | null;
  readonly closedBy: string;
};

const columns = `SELECT id, page_id AS pageId, from_date AS fromDate, to_date AS toDate,
    pupil_id AS pupilId, reason, opened_at AS openedAt, opened_by AS openedBy, until,
    closed_at AS closedAt, closed_by AS closedBy
  FROM lock_opening`;
const openingsOfPage = select<[number], OpeningRow>(
  `${columns} WHERE page_id = ? ORDER BY id DESC`,
);
const openingById = select<[number], OpeningRow>(`${columns} WHERE id = ?`);
const insertRow = change<[number, IsoDate, IsoDate, number | null, string, string, string, string]>(
  `INSERT INTO lock_opening (page_id, from_date, to_date, pupil_id, reason, opened_at, opened_by, until)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const closeRow = change<[string, string, number]>(
  'UPDATE lock_opening SET closed_at = ?, closed_by = ? WHERE id = ?',
);
/** What a lesson's deadlines depend on besides its date. */
const classDay = select<[number], { shift: number; studyDays: number }>(
  'SELECT shift, study_days AS studyDays FROM school_class WHERE id = ?',
);
const lastOfDay = select<{ classId: number; date: IsoDate }, { number: number | null }>(
  `SELECT max(lesson.lesson_number) AS number
   FROM study_group CROSS JOIN journal_page AS page ON page.group_id = study_group.id
   CROSS JOIN lesson ON lesson.page_id = page.id AND lesson.date = @date AND lesson.cancelled = 0
   WHERE study_group.class_id = @classId`,
);

const openingsInYear = select<[number], OpeningRow>(
  `${columns} WHERE page_id IN (
     SELECT page.id FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
     JOIN journal_page AS page ON page.group_id = study_group.id WHERE class.year_id = ?)`,
);
const classDaysOfYear = select<[number], { id: number; shift: number; studyDays: number }>(
  'SELECT id, shift, study_days AS studyDays FROM school_class WHERE year_id = ?',
);
const lastOfDays = select<[number, IsoDate], [classId: number, date: IsoDate, number: number]>(
  `SELECT study_group.class_id, lesson.date, max(lesson.lesson_number)
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN lesson ON lesson.page_id = page.id AND lesson.cancelled = 0
   WHERE class.year_id = ? AND lesson.date <= ? GROUP BY study_group.class_id, lesson.date`,
);

/** Every opening of a page, the latest first. */
export const findOpenings = (db: ReadableDb, pageId: number) => all(db, openingsOfPage, [pageId]);
export const findOpening = (db: ReadableDb, id: number) => get(db, openingById, [id]);

export const insertOpening = (
  db: WritableDb,
  row: Omit<OpeningRow, 'id' | 'closedAt' | 'closedBy'>,
): number =>
  run(db, insertRow, [
    row.pageId,
    row.fromDate,
    row.toDate,
    row.pupilId,
    row.reason,
    row.openedAt,
    row.openedBy,
    row.until,
  ]).id;

export function closeOpening(
  db: WritableDb,
  id: number,
  { closedAt, closedBy }: { readonly closedAt: LocalInstant; readonly closedBy: string },
): void {
  run(db, closeRow, [closedAt, closedBy, id]);
}

export const findClassDay = (db: ReadableDb, classId: number) => get(db, classDay, [classId]);

/** The number of the class's last lesson of a day. */
export const findLastLesson = (db: ReadableDb, classId: number, date: IsoDate) =>
  get(db, lastOfDay, { classId, date })?.number ?? undefined;

/** The same of a whole year, for what looks at every page. */
export const findOpeningsOfYear = (db: ReadableDb, yearId: number) =>
  all(db, openingsInYear, [yearId]);
export const findClassDaysOfYear = (db: ReadableDb, yearId: number) =>
  all(db, classDaysOfYear, [yearId]);
export const findLastLessons = (db: ReadableDb, yearId: number, to: IsoDate) =>
  rows(db, lastOfDays, [yearId, to]);

const closedPeriods = select<[number], { periodId: number }>(
  'SELECT period_id AS periodId FROM page_closing WHERE page_id = ?',
);
const closingsInYear = select<[number], [pageId: number, periodId: number]>(
  `SELECT closing.page_id, closing.period_id
   FROM period JOIN page_closing AS closing ON closing.period_id = period.id
   WHERE period.year_id = ?`,
);
const insertClosingRow = change<{ pageId: number; periodId: number; closedAt: string }>(
  'INSERT INTO page_closing (page_id, period_id, closed_at) VALUES (@pageId, @periodId, @closedAt)',
);
type OfSubject = { readonly subjectId: number; readonly yearId: number; readonly pupilId: number };
const pagesOfPupil = select<OfSubject, { id: number }>(
  `SELECT page.id
   FROM journal_page AS page JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id AND class.year_id = @yearId
   WHERE page.subject_id = @subjectId
     AND CASE study_group.name
       WHEN '' THEN EXISTS (SELECT 1 FROM class_membership AS member
                            WHERE member.class_id = class.id AND member.pupil_id = @pupilId)
       ELSE EXISTS (SELECT 1 FROM study_group_membership AS member
                    WHERE member.group_id = study_group.id AND member.pupil_id = @pupilId) END`,
);

/** The periods of which a page was complete once. */
export const findClosedPeriods = (db: ReadableDb, pageId: number): ReadonlySet<number> =>
  new Set(all(db, closedPeriods, [pageId]).map(({ periodId }) => periodId));
export const findClosingsOfYear = (db: ReadableDb, yearId: number) =>
  rows(db, closingsInYear, [yearId]);
export const insertClosing = (
  db: WritableDb,
  closing: { readonly pageId: number; readonly periodId: number; readonly closedAt: string },
): void => void run(db, insertClosingRow, closing);
/** The pages of a subject on which a pupil is or was. */
export const findPagesOfPupil = (db: ReadableDb, of: OfSubject): readonly number[] =>
  all(db, pagesOfPupil, of).map(({ id }) => id);
