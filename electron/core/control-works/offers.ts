import type { ControlLoad, OfferedDay } from '#contract/control-works';
import { findClassHours, findLessonsOfPage } from '#db/queries/control-works';
import { addDays, daysFromTo, type IsoDate } from '#domain/calendar/iso-date';
import {
  BETWEEN_WORKS,
  controlHints,
  limitsOf,
  loadOf,
  mondayOf,
} from '#domain/control-works/limits';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { controlGround, countedWork, controlPage, overOf, overView } from './ground';

/** Longest span that is asked at once. */
const LONGEST = 200;

/**
 * The days between two dates as they look when a work of the page is to stand on them: its lessons,
 * what the classes write already, the load with it, and the limits it would pass (T5).
 */
export function controlOffers(
  reading: Reading,
  asked: {
    readonly pageId: number;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly workId: number | null;
  },
): readonly OfferedDay[] {
  const { db } = reading;
  const { pageId, from, to } = asked;
  if (to < from || to > addDays(from, LONGEST)) refuse('INVALID', { why: 'dates' });
  const page = controlPage(reading, pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  if (!page.view.mayPropose) refuse('FORBIDDEN', { why: 'notYourPage' });
  const { classes, subjectId } = page.view;
  const whole = controlGround(reading, page.row.yearId, { from, to }, Math.ceil(BETWEEN_WORKS));
  const without = {
    ...whole,
    rows: whole.rows.filter(({ id }) => id !== asked.workId),
    counted: whole.counted.filter(({ id }) => id !== asked.workId),
  };
  const weeks = { from: mondayOf(from), to: addDays(mondayOf(to), 6) };
  const lessons = findLessonsOfPage(db, pageId, weeks.from, weeks.to);
  const held = lessons.filter(({ cancelled }) => cancelled === 0);
  const lessonsOf = Map.groupBy(lessons, ({ date }) => date);
  const inWeek = Map.groupBy(held, ({ date }) => mondayOf(date));
  const numbers = new Map<IsoDate, number[]>();
  for (const { id } of classes) {
    for (const { date, number } of findClassHours(db, id, from, to)) {
      numbers.set(date, [...(numbers.get(date) ?? []), number]);
    }
  }
  const ofClasses = without.counted.filter((one) =>
    one.classes.some(({ id }) => classes.some((own) => own.id === id)),
  );
  const otherDays = ofClasses.filter((one) => one.subjectId === subjectId).map(({ date }) => date);
  const kinds = new Map(without.rows.map((row) => [row.id, row]));

  return daysFromTo(from, to).map((date) => {
    const own = countedWork({ id: 0, date, overWhy: '' }, page);
    const over = overOf(own, without);
    const loads = classes.map((one) => {
      const load = loadOf(one.id, date, [own, ...without.counted]);
      const limits = limitsOf(one.grade, without.limits);
      return {
        day: { works: load.day, allowed: limits?.perDay ?? null },
        week: { works: load.week, allowed: limits?.perWeek ?? null },
      };
    });
    const most = (of: 'day' | 'week'): ControlLoad =>
      loads.map((load) => load[of]).reduce((a, b) => (b.works > a.works ? b : a));
    return {
      date,
      lessons: (lessonsOf.get(date) ?? []).map(({ number, cancelled }) => ({
        number,
        cancelled: cancelled === 1,
        hints: controlHints({
          date,
          lessonNumber: number,
          numbers: numbers.get(date) ?? [],
          onlyOfWeek: (inWeek.get(mondayOf(date)) ?? []).length === 1,
          otherDays,
        }),
      })),
      dayOff: !numbers.has(date),
      works: ofClasses
        .filter((one) => one.date === date)
        .map(({ id }) => {
          const row = kinds.get(id);
          const subject = row && without.pages.get(row.pageId)?.view.subjectName;
          return [subject, row?.kindName].filter(Boolean).join(', ');
        }),
      load: { day: most('day'), week: most('week') },
      over: overView(over, page),
    };
  });
}
