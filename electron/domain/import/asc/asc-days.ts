import { readDays } from '../timetable/day-and-hour-names';
import type { ImportedDay, LessonWeek, TimetableProblem } from '../timetable/imported-timetable';
import type { XmlElement } from '../xml';
import { attribute, rowsOf } from './asc-tables';

/** The days of an aSc file by their place in its masks («01000» is the second day). */
export interface AscDays {
  readonly days: readonly ImportedDay[];
  readonly at: (place: number) => ImportedDay | undefined;
  /** Of the older form, whose cards name one day by its number: where its count begins. */
  readonly firstNumber: number;
  readonly problems: readonly TimetableProblem[];
}

const isMask = (text: string) => /^[01]{1,70}$/u.test(text);
const longestWeek = 14;

/** The places of the ones in a mask; a comma list of masks is all of them together. */
export function placesIn(masks: string): number[] {
  const places = new Set<number>();
  for (const mask of masks.split(',').map((one) => one.trim())) {
    if (!isMask(mask)) continue;
    for (let place = 0; place < mask.length; place += 1) {
      if (mask.charAt(place) === '1') places.add(place);
    }
  }
  return [...places];
}

/**
 * The days of the week of an aSc file. The form of 2012 names them in masks (`daysdefs`), that of
 * 2008 by numbers (`days`), which begin with 0, or with 1 where the file says so or no day is 0.
 */
export function readAscDays(root: XmlElement): AscDays {
  const cards = rowsOf(root, 'cards', 'card');
  const numbered = rowsOf(root, 'days', 'day').map((row) => ({
    number: Number(attribute(row, 'day')),
    name: attribute(row, 'name') || attribute(row, 'short'),
  }));
  const numbers = [...numbered.map(({ number }) => number), ...numbersOf(cards)];
  const fromOne =
    attribute(root, 'options').split(',').includes('daynumbering1') ||
    (numbers.length > 0 && !numbers.includes(0));
  const firstNumber = fromOne ? 1 : 0;
  const names = new Map<number, string>();
  for (const row of rowsOf(root, 'daysdefs', 'daysdef')) {
    const masks = attribute(row, 'days');
    const [place, ...others] = placesIn(masks);
    // «Any day» and pairs of days name no day of the week.
    if (place === undefined || others.length > 0 || masks.includes(',')) continue;
    names.set(place, attribute(row, 'name') || attribute(row, 'short'));
  }
  for (const { number, name } of numbered) {
    if (Number.isInteger(number)) names.set(number - firstNumber, name);
  }
  const count = Math.min(
    longestWeek,
    Math.max(
      0,
      ...[...names.keys()].map((place) => place + 1),
      ...cards.flatMap((card) => placesIn(attribute(card, 'days')).map((place) => place + 1)),
      ...numbersOf(cards).map((number) => number - firstNumber + 1),
    ),
  );
  const listed = Array.from(
    { length: count },
    (_, place) => names.get(place) || `день ${place + 1}`,
  );
  const { days, problems } = readDays(listed, true);
  const byName = new Map(days.map((day) => [day.name, day]));
  return { days, at: (place) => byName.get(listed[place] ?? ''), firstNumber, problems };
}

const numbersOf = (cards: readonly XmlElement[]) =>
  cards
    .map((card) => attribute(card, 'day'))
    .filter((day) => /^\d{1,2}$/u.test(day))
    .map(Number);

/** The weeks of a mask: «11» is every week, «10» is A, «01» is B; undefined for longer cycles. */
export function weekIn(mask: string): LessonWeek | undefined {
  const bits = placesIn(mask);
  const length = mask.split(',')[0]?.trim().length ?? 0;
  if (bits.length === 0 || bits.length === length) return 0;
  if (length % 2 !== 0) return undefined;
  const parity = new Set(bits.map((bit) => bit % 2));
  const [first] = parity;
  return parity.size === 1 && bits.length * 2 === length ? (first === 0 ? 1 : 2) : undefined;
}
