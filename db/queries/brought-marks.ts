import type { IsoDate } from '#domain/calendar/iso-date';
import type { BroughtKind } from '#domain/marks/brought';
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
import type { PageRow } from './journal-page';

export type BroughtRow = {
  readonly subjectId: number;
  readonly periodId: number;
  readonly kind: BroughtKind;
  readonly date: IsoDate | null;
  readonly value: string;
  readonly weight: number;
  /** The paper the marks were taken from. */
  readonly document: string;
};
export type BroughtKey = {
  readonly pupilId: number;
  readonly subjectId: number;
  readonly periodId: number;
  readonly kind: BroughtKind;
};

const ofPupil = select<{ pupilId: number; yearId: number }, BroughtRow>(
  `SELECT brought_mark.subject_id AS subjectId, brought_mark.period_id AS periodId,
          brought_mark.kind, brought_mark.date, brought_mark.value, brought_mark.weight,
          brought_mark.note AS document
   FROM brought_mark JOIN period ON period.id = brought_mark.period_id
   WHERE brought_mark.pupil_id = @pupilId AND period.year_id = @yearId
   ORDER BY brought_mark.id`,
);
const lastYear = select<[number], { yearId: number }>(
  `SELECT period.year_id AS yearId FROM brought_mark
   JOIN period ON period.id = brought_mark.period_id
   WHERE brought_mark.pupil_id = ? ORDER BY period.starts_on DESC LIMIT 1`,
);
const insert = change<
  [number, number, number, BroughtKind, IsoDate | null, string, number, string]
>(
  `INSERT INTO brought_mark (pupil_id, subject_id, period_id, kind, date, value, weight, note)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const remove = change<[number, number, number, BroughtKind]>(
  `DELETE FROM brought_mark WHERE pupil_id = ? AND subject_id = ? AND period_id = ? AND kind = ?`,
);
const setDocument = change<[string, number, number]>(
  `UPDATE brought_mark SET note = ? WHERE pupil_id = ?
     AND period_id IN (SELECT id FROM period WHERE year_id = ?)`,
);
const pagesOfPupil = select<{ pupilId: number; subjectId: number; yearId: number }, [number]>(
  `SELECT journal_page.id FROM class_membership AS member
   JOIN school_class AS class ON class.id = member.class_id
   JOIN study_group ON study_group.class_id = class.id AND study_group.name = ''
   JOIN journal_page ON journal_page.group_id = study_group.id
   WHERE member.pupil_id = @pupilId AND class.year_id = @yearId
     AND journal_page.subject_id = @subjectId
   UNION
   SELECT journal_page.id FROM study_group_membership AS member
   JOIN journal_page ON journal_page.group_id = member.group_id
   WHERE member.pupil_id = @pupilId AND journal_page.subject_id = @subjectId`,
);

type OfPage = {
  readonly subjectId: number;
  readonly yearId: number;
  readonly grade: number;
  readonly owner: number;
};
type BroughtTuple = [
  pupilId: number,
  periodId: number,
  kind: BroughtKind,
  value: string,
  weight: number,
  date: IsoDate | null,
];
const broughtTo = (members: string) => `
  SELECT mark.pupil_id, mark.period_id, mark.kind, mark.value, mark.weight, mark.date
  FROM brought_mark AS mark JOIN period ON period.id = mark.period_id
  WHERE mark.subject_id = @subjectId AND mark.pupil_id IN (${members})
    AND period.year_id = @yearId AND @grade BETWEEN period.grade_from AND period.grade_to
  ORDER BY mark.id`;
const ofClassPage = select<OfPage, BroughtTuple>(
  broughtTo('SELECT pupil_id FROM class_membership WHERE class_id = @owner'),
);
const ofGroupPage = select<OfPage, BroughtTuple>(
  broughtTo('SELECT pupil_id FROM study_group_membership WHERE group_id = @owner'),
);
const periodMarksOfClass = select<
  { classId: number; periodId: number },
  [pupilId: number, subjectId: number, value: string]
>(
  `SELECT mark.pupil_id, mark.subject_id, mark.value FROM brought_mark AS mark
   WHERE mark.kind = 'period' AND mark.period_id = @periodId
     AND mark.pupil_id IN (SELECT pupil_id FROM class_membership WHERE class_id = @classId)`,
);
const formerSchool = select<[number], { school: string }>(
  `SELECT coalesce((SELECT place FROM movement
                    WHERE pupil_id = pupil.id AND kind = 'arrival' AND revoked_at IS NULL AND place <> ''
                    ORDER BY effective_on DESC, id DESC LIMIT 1), previous_school) AS school
   FROM pupil WHERE id = ?`,
);

/** The marks a pupil brought for periods of a year, in the order they were written down. */
export const findBroughtOfPupil = (db: ReadableDb, pupilId: number, yearId: number) =>
  all(db, ofPupil, { pupilId, yearId });
/** The latest year the pupil brought marks of. */
export const findYearOfBrought = (db: ReadableDb, pupilId: number): number | undefined =>
  get(db, lastYear, [pupilId])?.yearId;

/** Puts these marks in place of those of one pupil, subject, period and kind. */
export function replaceBrought(
  db: WritableDb,
  { pupilId, subjectId, periodId, kind }: BroughtKey,
  marks: readonly {
    readonly value: string;
    readonly weight: number;
    readonly date: IsoDate | null;
  }[],
  document: string,
): void {
  run(db, remove, [pupilId, subjectId, periodId, kind]);
  for (const { value, weight, date } of marks) {
    run(db, insert, [pupilId, subjectId, periodId, kind, date, value, weight, document]);
  }
}
export const saveBroughtDocument = (
  db: WritableDb,
  pupilId: number,
  yearId: number,
  document: string,
) => run(db, setDocument, [document, pupilId, yearId]);

/** The pages of a year on which the pupil learns or learned the subject. */
export const findPagesOfPupil = (
  db: ReadableDb,
  pupilId: number,
  subjectId: number,
  yearId: number,
): number[] => rows(db, pagesOfPupil, { pupilId, subjectId, yearId }).map(([id]) => id);

/** What pupils of a page brought for its subject, by the page's periods. */
export function findBroughtOfPage(
  db: ReadableDb,
  page: Pick<PageRow, 'subjectId' | 'yearId' | 'grade' | 'classId' | 'groupId' | 'groupName'>,
) {
  const { subjectId, yearId, grade } = page;
  return page.groupName === ''
    ? rows(db, ofClassPage, { subjectId, yearId, grade, owner: page.classId })
    : rows(db, ofGroupPage, { subjectId, yearId, grade, owner: page.groupId });
}
/** The marks for a whole period that pupils of a class brought. */
export const findBroughtPeriodMarks = (db: ReadableDb, classId: number, periodId: number) =>
  rows(db, periodMarksOfClass, { classId, periodId });

/** Where the pupil came from: the place of the last order on the arrival, else what the card says. */
export const findFormerSchool = (db: ReadableDb, pupilId: number): string =>
  get(db, formerSchool, [pupilId])?.school ?? '';
