import type { ControlSchedule, ControlWork } from '#contract/control-works';
import { findClassDays, findMovedLessons } from '#db/queries/control-works';
import { findClasses, findYearOr } from '#db/queries/school';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { placeProblem } from '#domain/control-works/place';
import { canChangeWork } from '#domain/control-works/rights';
import { formatClassName } from '#domain/people/class-name';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';
import { controlGround, countedWork, explainedIn, overOf, overView } from './ground';

export type ScheduleOrder = OfYear & { readonly from: IsoDate; readonly to: IsoDate };

/** Longest span that is asked at once: a year and its summer. */
const LONGEST = 400;

/** «Сводный график контрольных работ» between two days, with its clashes and what passes a limit (T5). */
export function controlSchedule(reading: Reading, order: ScheduleOrder): ControlSchedule {
  const { db, actor, today } = reading;
  const { from, to } = order;
  if (to < from || to > addDays(from, LONGEST)) refuse('INVALID', { why: 'dates' });
  const year = findYearOr(db, order.yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const ground = controlGround(reading, year.id, { from, to });
  const days = Map.groupBy(findClassDays(db, { yearId: year.id, from, to }), (row) => row.classId);
  const learns = (classId: number, date: IsoDate) =>
    (days.get(classId) ?? []).some((day) => day.date === date);
  const moved = new Map(
    findMovedLessons(db, { from, to }).map((row) => [
      `${row.pageId} ${row.date} ${row.lessonNumber}`,
      { date: row.toDate, number: row.toNumber },
    ]),
  );
  const works = ground.rows.flatMap((row): ControlWork[] => {
    const page = ground.pages.get(row.pageId);
    if (page === undefined || row.date < from || row.date > to) return [];
    const counted = countedWork(row, page);
    const over = overOf(counted, ground);
    const fixed = row.fixed === 1;
    return [
      {
        id: row.id,
        version: row.version,
        page: page.view,
        date: row.date,
        lessonNumber: row.lessonNumber,
        kindId: row.kindId,
        kindName: row.kindName,
        kindShort: row.kindShort,
        title: row.title,
        level: row.level,
        note: row.note,
        fixed,
        overWhy: row.overWhy,
        proposedBy: row.proposedBy,
        mayChange: !ground.closed && canChangeWork(actor, page.staff, { fixed }, today),
        held: row.held === 1,
        problem:
          placeProblem({
            lesson: row.cancelled === null ? undefined : { cancelled: row.cancelled === 1 },
            movedTo: moved.get(`${row.pageId} ${row.date} ${row.lessonNumber}`),
            schoolDay: page.view.classes.some(({ id }) => learns(id, row.date)),
          }) ?? null,
        over: overView(over, page),
        explained: explainedIn(counted, over, ground),
      },
    ];
  });
  return {
    classes: findClasses(db, year.id, from).map((row) => ({
      id: row.id,
      grade: row.grade,
      name: formatClassName(row),
      days: (days.get(row.id) ?? []).map(({ date }) => date),
    })),
    pages: [...ground.pages.values()].map(({ view }) => view),
    works,
    limits: ground.limits,
    closed: ground.closed,
  };
}
