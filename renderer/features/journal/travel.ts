import type { IsoDate } from '#domain/calendar/iso-date';
import { addDays } from '#domain/calendar/iso-date';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { notifyError } from '../../ui/notify';
import type { At } from './desk/cursor';
import type { Desk } from './desk/desk-type';
import { leavePage } from './grid/type-ahead';

/** A page to open: of the period of the lesson or of today, at the lesson or at today. */
export type Goal = {
  readonly pageId: number;
  readonly periodId?: number | undefined;
  readonly at?: At | undefined;
};

/** The ways from one page to others. */
export type Travel = {
  readonly open: (goal: Goal) => void;
  /** Another page of mine. */
  readonly neighbour: (by: 1 | -1) => void;
};

/** A lesson as the timetable names it. */
type LessonHour = { readonly date: IsoDate; readonly number: number };

/** So many days are asked for at once, so many times: past the longest holidays. */
const DAYS = 14;
const TIMES = 4;

const before = (a: LessonHour, b: LessonHour) =>
  a.date === b.date ? a.number < b.number : a.date < b.date;

/** The lesson that the one who works holds next (or held last) before or after this one, on any page. */
async function lessonBeside(
  here: LessonHour,
  by: 1 | -1,
): Promise<(LessonHour & { readonly pageId: number }) | undefined> {
  for (let time = 0; time < TIMES; time += 1) {
    const near = addDays(here.date, by * time * DAYS);
    const far = addDays(near, by * DAYS);
    const days = await queryClient.fetchQuery({
      ...queries.changes.plan.queryOptions({
        input: by > 0 ? { from: near, to: far } : { from: far, to: near },
      }),
      staleTime: 60_000,
    });
    const lessons = days
      .flatMap((day) => day.lessons)
      .filter(({ cancelled, goneTo, givenAway }) => !cancelled && goneTo === null && !givenAway)
      .filter((lesson) => (by > 0 ? before(here, lesson) : before(lesson, here)))
      .toSorted((a, b) => (before(a, b) ? -by : before(b, a) ? by : 0));
    const [next] = lessons;
    if (next !== undefined) return next;
  }
  return undefined;
}

/** To the lesson of mine after or before the one of the cursor; typing goes on there at once. */
export async function lessonAway(
  desk: Desk,
  travel: Travel,
  by: 1 | -1,
  stay: () => void,
): Promise<void> {
  const { model } = desk.store;
  const { row, col } = desk.cursor();
  const column = model.columns[col];
  const here = column?.kind === 'lesson' ? column.lesson : { date: model.today, number: 0 };
  leavePage();
  try {
    const next = await lessonBeside(here, by);
    if (next === undefined) desk.say({ kind: 'noLessonBeside', by });
    else {
      const same = next.pageId === model.page.id ? desk.columnOf(next) : undefined;
      const lesson = same === undefined ? undefined : model.columns[same];
      const fits = lesson?.kind === 'lesson' && lesson.lesson.date === next.date;
      if (same === undefined || !fits) return travel.open({ pageId: next.pageId, at: next });
      desk.moveTo({ row, col: same });
    }
  } catch (error) {
    notifyError(error);
  }
  stay();
}
