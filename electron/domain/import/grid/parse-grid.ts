import type { Weekday } from '../../calendar/iso-date';
import {
  numberOfHour,
  readHours,
  startOfHour,
  weekdayOfName,
} from '../timetable/day-and-hour-names';
import {
  finishLessons,
  type ImportedTimetable,
  type ReadLesson,
  type TimetableProblem,
} from '../timetable/imported-timetable';
import type { TableSheet } from '../table';
import { classIn, findBlocks, type GridBlock } from './grid-blocks';
import { readGridCell } from './grid-cell';
import { cellName, gridOf, type Grid, type GridCell } from './grid-sheet';

const longestCell = 300;
const weekdayNames = [
  'Понедельник',
  'Вторник',
  'Среда',
  'Четверг',
  'Пятница',
  'Суббота',
  'Воскресенье',
] as const;

/** Where in the week a row is. */
interface RowPlace {
  readonly weekday: Weekday | undefined;
  readonly className: string | undefined;
  readonly lessonNumber: number;
}

/** All that a grid says of one class at one hour, before it is understood. */
interface Slot {
  readonly className: string;
  readonly weekday: Weekday;
  readonly lessonNumber: number;
  /** The lines of each column of the class from above downwards. */
  readonly halves: Map<number, string[]>;
  readonly rooms: string[];
  readonly teachers: string[];
  readonly owners: Set<string>;
  /** The merged cell it lies in, if that reaches over other classes: one lesson of all of them. */
  joint: string;
  readonly at: string;
}

/** «1», «1 урок», «1.»; a time of day or a name with a number in it is none. */
function lessonNumberIn(text: string): number | undefined {
  return /^\d{1,2}(?:[.)]|\s*-?\s?(?:й|ой|ый|ий)?\s*(?:урок|пара|ур\.?))?(?:\s*\(?\d{1,2}[:.]\d{2}.*)?$/iu.test(
    text,
  )
    ? numberOfHour(text)
    : undefined;
}

/** The number of the lesson in each row of a block, by a column of numbers, of times, or by counting. */
function numbersOf(grid: Grid, block: GridBlock): readonly (number | undefined)[] {
  const rows = Array.from(
    { length: block.toRow - block.fromRow + 1 },
    (_, at) => block.fromRow + at,
  );
  const read = (column: number, of: (text: string) => number | undefined) =>
    rows.map((row) => of(grid.at(row, column).text));
  const filled = (values: readonly (number | undefined)[]) =>
    values.filter((value) => value !== undefined).length;
  let best: readonly (number | undefined)[] = [];
  for (let column = 0; column < block.before; column += 1) {
    const values = read(column, lessonNumberIn);
    if (filled(values) > filled(best)) best = values;
  }
  if (filled(best) > 0) return best;
  for (let column = 0; column < block.before; column += 1) {
    if (filled(read(column, startOfHour)) === 0) continue;
    const names = rows.map((row) => grid.at(row, column).text);
    const { numbers } = readHours(
      [...new Set(names.filter((name) => startOfHour(name) !== undefined))],
      false,
    );
    return names.map((name) => numbers.get(name));
  }
  return [];
}

/** The only thing a row says is a day: its lessons follow. */
function dayTitleOf(grid: Grid, row: number): Weekday | undefined {
  const texts = new Map<string, string>();
  for (let column = 0; column < grid.width; column += 1) {
    const { owner, text } = grid.at(row, column);
    if (text !== '') texts.set(owner, text);
  }
  const [only] = texts.values();
  if (texts.size !== 1 || only === undefined || only.length > 40) return undefined;
  return weekdayOfName(only.split(/[\s,.]/u)[0] ?? '');
}

/** Where each row of a block is in the week; undefined for what is no lesson's row. */
function placesOf(grid: Grid, block: GridBlock, started: Weekday | undefined) {
  const numbers = numbersOf(grid, block);
  let weekday = started;
  let className = block.className;
  let counted = 0;
  let number: number | undefined;
  const byDays = block.columns.some((column) => column.weekday !== undefined);
  const places: (RowPlace | undefined)[] = [];
  for (let row = block.fromRow; row <= block.toRow; row += 1) {
    const title = dayTitleOf(grid, row);
    let beside = '';
    for (let column = 0; column < block.before; column += 1) {
      const { text } = grid.at(row, column);
      const day =
        text.length < 40 && lessonNumberIn(text) === undefined ? weekdayOfName(text) : undefined;
      const named = byDays ? classIn(text) : undefined;
      if (day !== undefined && day !== weekday) [weekday, counted, number] = [day, 0, undefined];
      else if (named !== undefined && named !== className)
        [className, counted, number] = [named, 0, undefined];
      else if (day === undefined && named === undefined && startOfHour(text) === undefined)
        beside += text;
    }
    if (title !== undefined && block.before === 0)
      [weekday, counted, number] = [title, 0, undefined];
    if (title !== undefined && numbers[row - block.fromRow] === undefined) {
      places.push(undefined);
      if (title !== weekday) [weekday, counted, number] = [title, 0, undefined];
      continue;
    }
    const told = numbers[row - block.fromRow];
    if (numbers.length === 0) number = counted += 1;
    else if (told !== undefined) number = told;
    else if (beside !== '') number = undefined;
    places.push(number === undefined ? undefined : { weekday, className, lessonNumber: number });
  }
  return { places, weekday };
}

function addTo(slot: Slot, column: number, role: string, cell: GridCell, width: number): void {
  if (cell.text === '' || slot.owners.has(cell.owner)) return;
  slot.owners.add(cell.owner);
  if (role === 'room') slot.rooms.push(cell.text);
  else if (role === 'teacher') slot.teachers.push(cell.text);
  else {
    // A cell over all columns of the class is everybody's; else each column is a part of the class.
    const half = cell.toColumn - cell.fromColumn + 1 >= width ? -1 : column;
    slot.halves.set(half, [...(slot.halves.get(half) ?? []), cell.text]);
  }
}

function lessonsOf(slot: Slot, problems: TimetableProblem[]): ReadLesson[] {
  const { className, weekday, lessonNumber } = slot;
  const columns = [...slot.halves.keys()].sort((a, b) => a - b);
  const parts = columns.map((column) => slot.halves.get(column) ?? []);
  // Halves in columns of their own are the parts of one line.
  const lines =
    parts.length < 2 ? (parts[0] ?? []) : [parts.map((part) => part.join(' ')).join(' / ')];
  const text = [...lines, ...slot.teachers, ...slot.rooms].map((line) =>
    line.slice(0, longestCell),
  );
  const found = lines.join('').length > longestCell ? [] : readGridCell(text.slice(0, 20));
  if (found.length === 0 && !/^[\s\d–—.*_xх/-]*$/iu.test(lines.join(''))) {
    problems.push({ code: 'unclearCell', cell: slot.at, text: lines.join(' ').slice(0, 80) });
  }
  return found.map(({ subject, group, teachers, room }, index) => ({
    activity: slot.joint === '' ? `${slot.at} ${index}` : slot.joint,
    weekday,
    lessonNumber,
    week: 0,
    classes: [className],
    groupNames: group === '' ? [] : [`${className} ${group}`],
    subject,
    teachers,
    room: room === '' ? null : room,
    tags: [],
  }));
}

/** The lesson of a cell over several classes is one lesson of all of them. */
function joinClasses(lessons: readonly ReadLesson[]): ReadLesson[] {
  const keyOf = (lesson: ReadLesson) =>
    JSON.stringify({ ...lesson, classes: undefined, groupNames: undefined });
  return [...Map.groupBy(lessons, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const groupNames = same.flatMap((lesson) => lesson.groupNames);
    return [{ ...first, classes: same.flatMap((lesson) => lesson.classes), groupNames }];
  });
}

function readSheet(sheet: TableSheet, problems: TimetableProblem[]): ReadLesson[] {
  const grid = gridOf(sheet);
  const slots = new Map<string, Slot>();
  let day: Weekday | undefined;
  for (const block of findBlocks(grid, sheet.name)) {
    const title = dayTitleOf(grid, block.fromRow - 2);
    const { places, weekday: last } = placesOf(grid, block, title ?? day);
    day = last;
    for (const [at, place] of places.entries()) {
      if (place === undefined) continue;
      const row = block.fromRow + at;
      for (const {
        className = place.className,
        weekday = place.weekday,
        columns,
      } of block.columns) {
        if (className === undefined || weekday === undefined) continue;
        const { lessonNumber } = place;
        const key = `${className} ${weekday} ${lessonNumber}`;
        const first = columns[0]?.column ?? 0;
        const slot = slots.get(key) ?? {
          className,
          weekday,
          lessonNumber,
          halves: new Map(),
          rooms: [],
          teachers: [],
          owners: new Set(),
          joint: '',
          at: cellName(row, first),
        };
        slots.set(key, slot);
        const width = columns.filter(({ role }) => role === 'lesson').length;
        for (const { column, role } of columns) {
          const cell = grid.at(row, column);
          addTo(slot, column, role, cell, width);
          const last = columns.at(-1)?.column ?? first;
          if (role === 'lesson' && (cell.fromColumn < first || cell.toColumn > last)) {
            slot.joint = `${sheet.name} ${cell.owner}`;
          }
        }
      }
    }
  }
  return joinClasses([...slots.values()].flatMap((slot) => lessonsOf(slot, problems)));
}

/**
 * Reads a timetable laid out as a table, as any program or person makes it: classes in columns with
 * days and lessons in rows, days in blocks one below the other, or days in columns for a class.
 * What a cell may say is told in `readGridCell`. Undefined where no sheet is such a table.
 */
export function parseGrid(sheets: readonly TableSheet[]): ImportedTimetable | undefined {
  const problems: TimetableProblem[] = [];
  const lessons = sheets.flatMap((sheet) => readSheet(sheet, problems));
  if (lessons.length === 0) return undefined;
  const weekdays = new Set(lessons.map(({ weekday }) => weekday));
  return {
    source: 'grid',
    days: [...weekdays]
      .toSorted((a, b) => a - b)
      .map((weekday) => ({ name: weekdayNames[weekday - 1] ?? '', weekday, week: 0 })),
    lessons: finishLessons(lessons),
    divisions: [],
    classTeachers: [],
    problems,
  };
}
