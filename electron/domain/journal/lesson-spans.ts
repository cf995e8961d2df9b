import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';

/** What a column of the page stands for besides a single lesson (J1). */
export type SpanBy = 'week' | 'month';

/** The lessons of a week or a month that follow each other. */
export type LessonSpan<L> = { readonly first: IsoDate; readonly lessons: readonly L[] };

/** Monday of the week, or the month. */
const spanKey = (date: IsoDate, by: SpanBy): string =>
  by === 'month' ? date.slice(0, 7) : addDays(date, 1 - weekdayOf(date));

/** Lessons in their order, drawn together by weeks or months; none is left out or taken twice. */
export function spansOf<L extends { readonly date: IsoDate }>(
  lessons: readonly L[],
  by: SpanBy,
): readonly LessonSpan<L>[] {
  return [...Map.groupBy(lessons, ({ date }) => spanKey(date, by)).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ first: first.date, lessons: own }];
  });
}
