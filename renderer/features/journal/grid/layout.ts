import { addDays, daysBetween, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import type { Column, PageModel } from '../store/page-model';

/** What lies between a column and the one before: nothing, a weekend, or holidays. */
export type Seam = 'none' | 'week' | 'holiday';

export type ColumnBox = {
  readonly column: Column;
  /** Pixels from the start of the lane; the seam before it is not part of the width. */
  readonly left: number;
  readonly width: number;
  readonly gap: number;
  readonly seam: Seam;
  /** The holidays the seam stands for. */
  readonly free: string;
};
export type MonthBox = {
  readonly date: IsoDate;
  readonly left: number;
  readonly width: number;
};
export type Layout = {
  readonly boxes: readonly ColumnBox[];
  readonly months: readonly MonthBox[];
  readonly width: number;
};

const monday = (date: IsoDate) => addDays(date, 1 - weekdayOf(date));

/** What parts two lessons that follow each other. */
export function seamBetween(before: IsoDate, date: IsoDate, holidays: PageModel['holidays']): Seam {
  if (daysBetween(before, date) > 1) {
    const free = holidays.some(({ startsOn, endsOn }) => startsOn < date && endsOn > before);
    if (free) return 'holiday';
  }
  return monday(before) === monday(date) ? 'none' : 'week';
}

/** What a lesson's column has to hold: letters of its longest cell and of its head. */
export type ColumnNeeds = { readonly chars: number; readonly head: number };

/** Rem for a letter of the head, and how wide a head may make its column. */
const HEAD_LETTER = 0.42;
const HEAD_MOST = 5.5;

/** Widths in rem by the longest text of the column («4», «4 5», «О5 4/3») and by the kinds in its head. */
function widthOf(column: Column, needs: (lessonId: number) => ColumnNeeds): number {
  if (column.kind === 'period') return 5;
  const { chars, head } = needs(column.lesson.id);
  const cell = chars > 5 ? 3.75 : chars > 4 ? 3.375 : chars > 3 ? 2.875 : 2.25;
  return Math.max(cell, Math.min(HEAD_MOST, head * HEAD_LETTER + 0.5));
}
const GAPS: Readonly<Record<Seam, number>> = { none: 0, week: 0.1875, holiday: 0.5 };

/** Where every scrolled column stands; `rem` is the size of the root letters in pixels. */
export function layOut(
  { columns, scrolled, holidays }: Pick<PageModel, 'columns' | 'scrolled' | 'holidays'>,
  needs: (lessonId: number) => ColumnNeeds,
  rem: number,
): Layout {
  const boxes: ColumnBox[] = [];
  const months: MonthBox[] = [];
  let left = 0;
  let before: IsoDate | undefined;
  for (const column of columns.slice(0, scrolled)) {
    const date = column.kind === 'lesson' ? column.lesson.date : undefined;
    const seam =
      before === undefined || date === undefined ? 'none' : seamBetween(before, date, holidays);
    const free =
      seam === 'holiday'
        ? holidays
            .filter(({ startsOn, endsOn }) => startsOn < (date ?? '') && endsOn > (before ?? ''))
            .map(({ name }) => name)
            .join(', ')
        : '';
    const gap = Math.round(GAPS[seam] * rem);
    const width = Math.round(widthOf(column, needs) * rem);
    left += gap;
    boxes.push({ column, left, width, gap, seam, free });
    if (date !== undefined) {
      const month = months.at(-1);
      if (month !== undefined && month.date.slice(0, 7) === date.slice(0, 7)) {
        months[months.length - 1] = { ...month, width: left + width - month.left };
      } else months.push({ date, left, width });
      before = date;
    }
    left += width;
  }
  return { boxes, months, width: left };
}

/** How many columns a screen or a week is: the index so many days away, in the direction asked. */
export function columnDaysAway(boxes: readonly ColumnBox[], from: number, days: number): number {
  const start = boxes[from]?.column;
  if (start?.kind !== 'lesson') return from;
  const day = addDays(start.lesson.date, days);
  const found = boxes.findIndex(
    ({ column }) => column.kind === 'lesson' && column.lesson.date >= day,
  );
  return found < 0 ? boxes.length - 1 : found;
}
