import type { OutageLesson, Outages, OutageState, OutageSummary } from '#contract/outages';
import { findRungBells } from '#db/queries/day-lessons';
import { findPagesOfYear, type PageRow } from '#db/queries/journal-page';
import { findClassDaysOfYear } from '#db/queries/locks';
import { findLessonsBetween, findOutage, findOutages, type OutageRow } from '#db/queries/outages';
import { findClasses, findSchool, findYearOr } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { outageCovers, outageIsOpen, outageSpan } from '#domain/outages/outage';
import { formatClassName } from '#domain/people/class-name';
import { dayOf } from '#domain/regulation/instant';
import { lessonHour } from '#domain/timetable/lesson-hour';
import { pages as pagesOf } from '../journal/pages';
import { minuteHere } from '../local-time';
import { once } from '../once';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';

/** Finds the lessons of failures of one year, of the pages the one who asks may open. */
function lessonsFinder(reading: Reading, yearId: number) {
  const { db, today } = reading;
  const rows = once(() => new Map(findPagesOfYear(db, yearId).map((row) => [row.id, row])));
  const open = once(() => new Map(pagesOf(reading, { yearId }).map((one) => [one.id, one])));
  const shifts = once(
    () => new Map(findClassDaysOfYear(db, yearId).map(({ id, shift }) => [id, shift])),
  );
  const bells = once(() => findRungBells(db, yearId));
  const covers = (outage: OutageRow, page: PageRow, date: OutageLesson['date'], number: number) => {
    const { classId, grade } = page;
    const hour = lessonHour({ number, date, shift: shifts().get(classId) ?? 1, grade }, bells());
    return outageCovers(outage, {
      date,
      startsAt: hour.startsAt ?? undefined,
      endsAt: hour.endsAt ?? undefined,
      classIds: [classId, ...page.otherClasses.map(({ id }) => id)],
    });
  };
  return (outage: OutageRow): readonly OutageLesson[] => {
    const last = outage.toAt === null ? today : dayOf(outage.toAt);
    const span = { from: dayOf(outage.fromAt), to: last < today ? last : today };
    return findLessonsBetween(db, yearId, span).flatMap(
      ([id, pageId, date, number, holds]): OutageLesson[] => {
        const [page, summary] = [rows().get(pageId), open().get(pageId)];
        if (page === undefined || summary === undefined) return [];
        if (!covers(outage, page, date, number)) return [];
        const held = summary.substituting.some((one) => one.date === date && one.number === number);
        return [
          {
            id,
            pageId,
            date,
            number,
            className: summary.className,
            subjectName: [summary.subjectName, summary.groupName]
              .filter((part) => part !== '')
              .join(', '),
            teachers: summary.teachers.join(', '),
            filled: holds === 1,
            mine: summary.mine || held,
          },
        ];
      },
    );
  };
}

function summaries(reading: Reading, yearId: number): Outages {
  const { db, today, core } = reading;
  const now = minuteHere(core);
  const classes = findClasses(db, yearId, today).map((one) => ({
    id: one.id,
    name: formatClassName(one),
  }));
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  const lessonsOf = lessonsFinder(reading, yearId);
  const stateOf = (one: OutageRow): OutageState =>
    one.withdrawnAt !== null ? 'withdrawn' : outageIsOpen(one, now) ? 'open' : 'over';
  const outages = findOutages(db, yearId).map((one): OutageSummary => {
    const lessons = lessonsOf(one);
    return {
      id: one.id,
      version: one.version,
      fromAt: one.fromAt,
      toAt: one.toAt,
      span: outageSpan(one),
      what: one.what,
      untilDay: one.untilDay,
      classIds: one.classIds,
      classNames: one.classIds.map((id) => names.get(id) ?? '').join(', '),
      recordedBy: one.recordedBy,
      withdrawnBy: one.withdrawnBy,
      state: stateOf(one),
      lessons: lessons.length,
      filled: lessons.filter(({ filled }) => filled).length,
    };
  });
  return { outages, classes };
}

/** The technical failures of a year. */
export function outages(reading: Reading, { yearId }: OfYear): Outages {
  const year = findYearOr(reading.db, yearId, reading.today);
  return year === undefined ? { outages: [], classes: [] } : summaries(reading, year.id);
}

/** The lessons that a failure met: those to be entered from paper first of all. */
export function outageLessons(
  reading: Reading,
  { outageId }: { readonly outageId: number },
): readonly OutageLesson[] {
  const outage = findOutage(reading.db, outageId) ?? refuse('NOT_FOUND', { what: 'outage' });
  return lessonsFinder(reading, outage.yearId)(outage);
}

const STATES: Readonly<Record<OutageState, string>> = {
  open: 'вносят',
  over: 'срок прошёл',
  withdrawn: 'отозван',
};

/** «Журнал технических сбоев» on paper. */
export function outagesPaper(reading: Reading, { yearId }: OfYear): TableDocument {
  const { db, today } = reading;
  const year = findYearOr(db, yearId, today);
  const list = year === undefined ? [] : summaries(reading, year.id).outages.toReversed();
  return {
    title: 'Журнал технических сбоев',
    school: findSchool(db)?.name ?? '',
    heading: [
      'Журнал технических сбоев',
      ...(year === undefined ? [] : [`${year.name} учебный год`]),
    ],
    lines: list.length === 0 ? ['Сбоев не было.'] : [],
    orientation: 'landscape',
    parts:
      list.length === 0
        ? []
        : [
            {
              columns: [
                { title: 'Когда', width: 24 },
                { title: 'Что случилось', width: 34 },
                { title: 'Классы', width: 16 },
                { title: 'Внести до', width: 12 },
                { title: 'Уроков', width: 9, align: 'right' },
                { title: 'Внесено', width: 9, align: 'right' },
                { title: 'Записал', width: 18 },
                { title: 'Состояние', width: 14 },
              ],
              rows: list.map((one) => ({
                cells: [
                  one.span,
                  one.what,
                  one.classNames === '' ? 'вся школа' : one.classNames,
                  formatDate(one.untilDay),
                  one.lessons,
                  one.filled,
                  one.recordedBy,
                  STATES[one.state],
                ],
              })),
            },
          ],
    signatures: [{ role: 'Администратор электронного журнала', name: '' }],
  };
}
