import type { IsoDate } from '#domain/calendar/iso-date';
import type { BroughtKind } from '#domain/marks/brought';
import { rows, select, type ReadableDb } from '../statement';

type OfPupil = {
  readonly pageId: number;
  readonly pupilId: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
};
const marksOfPupil = select<OfPupil, [value: string, weight: number]>(
  `SELECT mark.value, work.weight
   FROM lesson JOIN mark ON mark.lesson_id = lesson.id AND mark.pupil_id = @pupilId
   JOIN lesson_work AS work
     ON work.lesson_id = mark.lesson_id AND work.position = mark.work_position
   WHERE lesson.page_id = @pageId AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0`,
);
type OfSubject = {
  readonly pupilId: number;
  readonly subjectId: number;
  readonly yearId: number;
  readonly grade: number;
};
const broughtOfPupil = select<
  OfSubject,
  [periodId: number, kind: BroughtKind, value: string, weight: number]
>(
  `SELECT mark.period_id, mark.kind, mark.value, mark.weight
   FROM brought_mark AS mark JOIN period ON period.id = mark.period_id
   WHERE mark.pupil_id = @pupilId AND mark.subject_id = @subjectId AND period.year_id = @yearId
     AND @grade BETWEEN period.grade_from AND period.grade_to`,
);
const periodMarksOfPupil = select<OfSubject, [periodId: number, value: string]>(
  `SELECT mark.period_id, mark.value
   FROM period JOIN period_mark AS mark ON mark.period_id = period.id
   WHERE mark.pupil_id = @pupilId AND mark.subject_id = @subjectId AND period.year_id = @yearId
     AND period.kind <> 'year' AND @grade BETWEEN period.grade_from AND period.grade_to
     AND mark.value <> ''`,
);
/** The current marks of a pupil on a page between two days, with their weights. */
export const findMarksOfPupil = (db: ReadableDb, of: OfPupil) => rows(db, marksOfPupil, of);
/** What a pupil brought of a subject, by period. */
export const findBroughtOfSubject = (db: ReadableDb, of: OfSubject) => rows(db, broughtOfPupil, of);
/** The marks set for the periods of the year, the year's own not among them. */
export const findPeriodMarksOfPupil = (db: ReadableDb, of: OfSubject) =>
  rows(db, periodMarksOfPupil, of);
