import type { IsoDate } from '#domain/calendar/iso-date';
import { get, select, type ReadableDb } from '../statement';

const closed = (from: string, where: string) =>
  select<[number | string], { one: number }>(
    `SELECT 1 AS one FROM ${from} WHERE ${where} AND year.closed_on IS NOT NULL LIMIT 1`,
  );
const OF_CLASS = 'JOIN school_year AS year ON year.id = class.year_id';
const OF_GROUP = `JOIN school_class AS class ON class.id = study_group.class_id ${OF_CLASS}`;
const OF_PAGE = `JOIN study_group ON study_group.id = page.group_id ${OF_GROUP}`;
const OF_LESSON = `JOIN journal_page AS page ON page.id = lesson.page_id ${OF_PAGE}`;
const ON_DAY = 'BETWEEN year.starts_on AND year.ends_on';

/** What lies in a year, with the way to it. */
const IN_YEAR = {
  year: closed('school_year AS year', 'year.id = ?'),
  day: closed('school_year AS year', `? ${ON_DAY}`),
  class: closed(`school_class AS class ${OF_CLASS}`, 'class.id = ?'),
  group: closed(`study_group ${OF_GROUP}`, 'study_group.id = ?'),
  page: closed(`journal_page AS page ${OF_PAGE}`, 'page.id = ?'),
  lesson: closed(`lesson ${OF_LESSON}`, 'lesson.id = ?'),
  timetable: closed(
    'timetable_version AS version JOIN school_year AS year ON year.id = version.year_id',
    'version.id = ?',
  ),
  plan: closed('plan JOIN school_year AS year ON year.id = plan.year_id', 'plan.id = ?'),
  individualPlan: closed(
    'individual_plan AS plan JOIN school_year AS year ON year.id = plan.year_id',
    'plan.id = ?',
  ),
  bells: closed(
    'bell_schedule AS bells JOIN school_year AS year ON year.id = bells.year_id',
    'bells.id = ?',
  ),
  dataCheck: closed(
    `data_check JOIN school_class AS class ON class.id = data_check.class_id ${OF_CLASS}`,
    'data_check.id = ?',
  ),
  controlWork: closed(
    `control_work AS work JOIN journal_page AS page ON page.id = work.page_id ${OF_PAGE}`,
    'work.id = ?',
  ),
  absence: closed(
    `staff_absence AS absence
     JOIN school_year AS year ON absence.from_date <= year.ends_on AND absence.to_date >= year.starts_on`,
    'absence.id = ?',
  ),
  dayChange: closed(
    `day_change AS change JOIN lesson ON lesson.id = change.lesson_id ${OF_LESSON}`,
    'change.id = ?',
  ),
  order: closed(
    `movement JOIN school_year AS year ON movement.effective_on ${ON_DAY}`,
    'movement.order_id = ?',
  ),
  regulation: closed(
    `regulation_version AS version JOIN school_year AS year ON version.from_date ${ON_DAY}`,
    'version.id = ?',
  ),
} as const;
export type InYear = keyof typeof IN_YEAR;

/** Whether what is named lies in a year that is closed. */
export const liesInClosedYear = (db: ReadableDb, what: InYear, named: number | IsoDate): boolean =>
  get(db, IN_YEAR[what], [named]) !== undefined;
