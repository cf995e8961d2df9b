import type { IsoDate } from '#domain/calendar/iso-date';
import { rows, select, type ReadableDb } from '../statement';
import type { PageRow } from './journal-page';

type OfPage = {
  readonly pageId: number;
  readonly subjectId: number;
  readonly yearId: number;
  readonly owner: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
};
export type MarkElsewhere = [
  pupilId: number,
  value: string,
  weight: number,
  date: IsoDate,
  grade: number,
  letter: string,
];

const elsewhere = (table: string, owner: string) => `
  WITH here AS (SELECT DISTINCT pupil_id FROM ${table} WHERE ${owner} = @owner),
  other AS (
    SELECT here.pupil_id, page.id AS page_id, class.grade, class.letter
    FROM here JOIN class_membership AS member ON member.pupil_id = here.pupil_id
    JOIN school_class AS class ON class.id = member.class_id AND class.year_id = @yearId
    JOIN study_group ON study_group.class_id = class.id AND study_group.name = ''
    JOIN journal_page AS page
      ON page.group_id = study_group.id AND page.subject_id = @subjectId AND page.id <> @pageId
    UNION
    SELECT here.pupil_id, page.id, class.grade, class.letter
    FROM here JOIN study_group_membership AS member ON member.pupil_id = here.pupil_id
    JOIN study_group ON study_group.id = member.group_id
    JOIN school_class AS class ON class.id = study_group.class_id AND class.year_id = @yearId
    JOIN journal_page AS page
      ON page.group_id = study_group.id AND page.subject_id = @subjectId AND page.id <> @pageId)
  SELECT other.pupil_id, mark.value, work.weight, lesson.date, other.grade, other.letter
  FROM other CROSS JOIN lesson
    ON lesson.page_id = other.page_id AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0
  JOIN mark ON mark.lesson_id = lesson.id AND mark.pupil_id = other.pupil_id
  JOIN lesson_work AS work
    ON work.lesson_id = mark.lesson_id AND work.position = mark.work_position
  WHERE NOT EXISTS (
    SELECT 1 FROM ${table} AS member
    WHERE member.${owner} = @owner AND member.pupil_id = other.pupil_id
      AND member.from_date <= lesson.date
      AND (member.to_date IS NULL OR member.to_date >= lesson.date))
    AND EXISTS (
    SELECT 1 FROM ${table} AS member
    WHERE member.${owner} = @owner AND member.pupil_id = other.pupil_id
      AND member.from_date > lesson.date)
  ORDER BY lesson.date, lesson.lesson_number, mark.position`;
const ofClassPage = select<OfPage, MarkElsewhere>(elsewhere('class_membership', 'class_id'));
const ofGroupPage = select<OfPage, MarkElsewhere>(elsewhere('study_group_membership', 'group_id'));

/**
 * Marks between two days that the page's pupils have for its subject from their other classes and
 * groups of the year, of the days before they came (or came back) to this page.
 */
export function findMarksElsewhere(
  db: ReadableDb,
  page: Pick<PageRow, 'id' | 'subjectId' | 'yearId' | 'classId' | 'groupId' | 'groupName'>,
  { from, to }: Pick<OfPage, 'from' | 'to'>,
): MarkElsewhere[] {
  const { id: pageId, subjectId, yearId } = page;
  const own = { pageId, subjectId, yearId, from, to };
  return page.groupName === ''
    ? rows(db, ofClassPage, { ...own, owner: page.classId })
    : rows(db, ofGroupPage, { ...own, owner: page.groupId });
}
