import { daysBetween, type IsoDate } from '../calendar/iso-date';
import {
  BETWEEN_WORKS,
  passedLimits,
  type GradeLimits,
  type PlacedWork,
} from '../control-works/limits';
import type { Random } from './random';

/** A page of the demonstration school with its lessons of a period. */
export type DemoControlPage = {
  readonly id: number;
  readonly classes: PlacedWork['classes'];
  readonly subjectId: number;
  readonly teacherIds: readonly number[];
  readonly lessons: readonly { readonly date: IsoDate; readonly number: number }[];
  /** The works of its plan in these days, each on its lesson. */
  readonly works: readonly {
    readonly date: IsoDate;
    readonly number: number;
    readonly kindId: number;
    readonly title: string;
  }[];
};

export type DemoControlWork = {
  readonly pageId: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly kindId: number;
  readonly title: string;
  readonly level: 'school' | 'municipal';
  readonly fixed: boolean;
  readonly overWhy: string;
};

/** How far a deputy moves a work for which its own day has no room. */
const NEAR = 8;
/** How many works the teachers have proposed and nobody has fixed. */
const PROPOSALS = 4;
const OVER_WHY = 'Районная диагностика: день назначен управлением образования';

/**
 * The schedule a deputy would make of the plans: each work on its lesson or, where the class has no
 * room, on a lesson near it. A few of those to come are proposals, the first ones of `proposers`; one
 * comes over the limit from above.
 */
export function demoControlWorks(
  pages: readonly DemoControlPage[],
  limits: readonly GradeLimits[],
  { today, proposers }: { readonly today: IsoDate; readonly proposers: readonly number[] },
  random: Random,
): DemoControlWork[] {
  const placed: PlacedWork[] = [];
  const made: (DemoControlWork & { readonly teacherIds: readonly number[] })[] = [];
  const asWork = (page: DemoControlPage, date: IsoDate): PlacedWork => ({
    id: placed.length + 1,
    classes: page.classes,
    subjectId: page.subjectId,
    date,
  });
  const wanted = random
    .shuffled(pages.flatMap((page) => page.works.map((work) => ({ page, work }))))
    .toSorted((a, b) => Number(b.work.date < today) - Number(a.work.date < today));
  for (const { page, work } of wanted) {
    const past = work.date < today;
    const ofPage = made.filter(({ pageId }) => pageId === page.id);
    const far = ({ date }: { readonly date: IsoDate }) =>
      ofPage.every((one) => Math.abs(daysBetween(one.date, date)) >= BETWEEN_WORKS);
    const near = past
      ? [{ date: work.date, number: work.number }]
      : page.lessons
          .filter(({ date }) => date > today && Math.abs(daysBetween(work.date, date)) <= NEAR)
          .toSorted(
            (a, b) =>
              Math.abs(daysBetween(work.date, a.date)) - Math.abs(daysBetween(work.date, b.date)),
          );
    const lesson = near.find(
      (one) => far(one) && passedLimits(asWork(page, one.date), placed, limits).length === 0,
    );
    if (lesson === undefined) continue;
    placed.push(asWork(page, lesson.date));
    made.push({
      pageId: page.id,
      date: lesson.date,
      number: lesson.number,
      kindId: work.kindId,
      title: work.title,
      level: 'school',
      fixed: true,
      overWhy: '',
      teacherIds: page.teacherIds,
    });
  }
  const coming = made.filter(({ date }) => date > today);
  const own = coming.filter(({ teacherIds }) => teacherIds.some((id) => proposers.includes(id)));
  const proposed = new Set([...own.slice(0, 2), ...coming].slice(0, PROPOSALS));
  const works = made.map((work): DemoControlWork => {
    const { teacherIds: _, ...rest } = work;
    return { ...rest, fixed: !proposed.has(work) };
  });
  const over = overLimit(pages, works, today);
  return over === undefined ? works : [...works, over];
}

/** One work more on a day of a class that has its work already: ordered by the district. */
function overLimit(
  pages: readonly DemoControlPage[],
  works: readonly DemoControlWork[],
  today: IsoDate,
): DemoControlWork | undefined {
  for (const { pageId, date, kindId } of works.filter((work) => work.fixed && work.date > today)) {
    const page = pages.find(({ id }) => id === pageId);
    for (const other of pages) {
      const sameClass = other.classes.some(({ id }) => page?.classes.some((one) => one.id === id));
      const lesson = other.lessons.find((one) => one.date === date);
      if (!sameClass || other.subjectId === page?.subjectId || lesson === undefined) continue;
      if (works.some((work) => work.pageId === other.id) || other.works.length === 0) continue;
      const title = 'Районная диагностическая работа';
      const level = 'municipal';
      const { number } = lesson;
      return {
        pageId: other.id,
        date,
        number,
        kindId,
        title,
        level,
        fixed: true,
        overWhy: OVER_WHY,
      };
    }
  }
  return undefined;
}
