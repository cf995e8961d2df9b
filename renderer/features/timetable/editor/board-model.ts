import type { EditorData } from '#contract/timetable';
import type { Weekday } from '#domain/calendar/iso-date';
import { weightOf } from '#domain/timetable/unplaced';
import { weekLimitOf } from '#domain/timetable/sanitary-limits';
import type { Placement, Slot } from '#domain/timetable/ground';
import { editorTexts } from '../../../text/timetable-editor';
import type { Names } from './names';

export const MODES = ['class', 'teacher', 'room', 'school'] as const;
export type Mode = (typeof MODES)[number];
/** What is shown: the whole school, or one class, teacher or room. */
export type Shown = { readonly mode: Mode; readonly id: number };

export type Column = {
  readonly key: string;
  readonly title: string;
  readonly full: string;
  /** Said under the title, in red where `over`. */
  readonly note?: string;
  readonly over?: boolean;
  readonly weekday?: Weekday;
  readonly classId?: number;
};
export type Row = {
  readonly key: string;
  readonly lessonNumber: number;
  readonly weekday?: Weekday;
  /** The first row of a day in the view of the whole school. */
  readonly opens?: string;
};
export type Board = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };
export type Cursor = { readonly row: number; readonly col: number };

const FEWEST_LESSONS = 7;

/** The days and lesson numbers a timetable needs. */
export function extentOf(data: EditorData, placements: readonly Placement[]) {
  const days = Math.max(
    5,
    ...data.classes.map(({ studyDays }) => studyDays),
    ...placements.map(({ weekday }) => weekday),
  );
  const numbers = placements.map(({ lessonNumber }) => lessonNumber);
  const first = Math.min(1, ...numbers);
  const last = Math.max(FEWEST_LESSONS, ...numbers.map((one) => one + 1));
  return {
    weekdays: Array.from({ length: days }, (_, index) => (index + 1) as Weekday),
    numbers: Array.from({ length: Math.min(last, 14) - first + 1 }, (_, index) => first + index),
  };
}
export type Extent = ReturnType<typeof extentOf>;

/** Hours a week a pupil of the class has there: subgroups at one time count once. */
export function hoursOfClass(
  data: EditorData,
  names: Names,
  placements: readonly Placement[],
): ReadonlyMap<number, number> {
  const alternating = data.version.cycleFrom !== null;
  const seen = new Set<string>();
  const hours = new Map<number, number>();
  for (const place of placements) {
    const page = names.pages.get(place.pageId);
    if (page === undefined || !page.counted) continue;
    for (const classId of page.classIds) {
      const key = `${classId} ${place.weekday} ${place.lessonNumber} ${place.week}`;
      if (seen.has(key)) continue;
      seen.add(key);
      hours.set(classId, (hours.get(classId) ?? 0) + weightOf(place, alternating));
    }
  }
  return hours;
}

function classNote(one: EditorData['classes'][number], hours: number) {
  const limit = weekLimitOf(one.grade, one.studyDays);
  const over = hours > limit;
  const words = over ? editorTexts.overLimit : editorTexts.classHours;
  return { note: `${String(hours).replace('.', ',')}/${limit}`, full: words(hours, limit), over };
}

/** The rows and columns of what is shown. */
export function boardOf(
  data: EditorData,
  { mode }: Shown,
  extent: Extent,
  hours: ReadonlyMap<number, number>,
): Board {
  if (mode === 'school') {
    return {
      columns: data.classes.map((one) => {
        const { note, full, over } = classNote(one, hours.get(one.id) ?? 0);
        return {
          key: `c${one.id}`,
          title: one.name,
          full: `${one.name}: ${full}`,
          note,
          over,
          classId: one.id,
        };
      }),
      rows: extent.weekdays.flatMap((weekday) =>
        extent.numbers.map((lessonNumber, index): Row => {
          const row = { key: `${weekday} ${lessonNumber}`, lessonNumber, weekday };
          return index === 0 ? { ...row, opens: editorTexts.fullDays[weekday - 1] ?? '' } : row;
        }),
      ),
    };
  }
  return {
    columns: extent.weekdays.map((weekday) => {
      const title = editorTexts.fullDays[weekday - 1] ?? '';
      return { key: `d${weekday}`, title, full: title, weekday };
    }),
    rows: extent.numbers.map((lessonNumber) => ({ key: String(lessonNumber), lessonNumber })),
  };
}

export const slotOf = (row: Row | undefined, column: Column | undefined): Slot => ({
  weekday: row?.weekday ?? column?.weekday ?? 1,
  lessonNumber: row?.lessonNumber ?? 1,
});

/** The place of a cell: a slot, and in the view of the whole school a class. */
export const cellKey = ({ weekday, lessonNumber }: Slot, classId = 0): string =>
  `${weekday} ${lessonNumber} ${classId}`;

/** The hours in each cell of what is shown. */
export function cellsOf(
  { mode, id }: Shown,
  names: Names,
  placements: readonly Placement[],
): ReadonlyMap<string, readonly Placement[]> {
  const cells = new Map<string, Placement[]>();
  const add = (key: string, place: Placement) => {
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [place]);
    else known.push(place);
  };
  for (const place of placements) {
    const page = names.pages.get(place.pageId);
    if (page === undefined) continue;
    if (mode === 'school') for (const classId of page.classIds) add(cellKey(place, classId), place);
    else if (mode === 'class' && page.classIds.includes(id)) add(cellKey(place), place);
    else if (mode === 'teacher' && page.teacherIds.includes(id)) add(cellKey(place), place);
    else if (mode === 'room' && place.roomId === id) add(cellKey(place), place);
  }
  return cells;
}
