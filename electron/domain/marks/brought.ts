import { isoDateOf, type IsoDate } from '../calendar/iso-date';
import { without, type Span } from '../groups/membership';
import { periodName } from '../periods/period-name';
import { fits, ofPeriods, type Assessment } from './assessment';
import { parseMark, type MarkValue } from './mark-value';

/**
 * Marks an arriving pupil brings from another school (ведомость текущих отметок прибывшего): the
 * current ones of a period, or the mark for the period itself.
 */
export const BROUGHT_KINDS = ['current', 'period'] as const;
export type BroughtKind = (typeof BROUGHT_KINDS)[number];

export type BroughtMark = {
  readonly value: MarkValue;
  readonly weight: number;
  /** The day it was given there, where the paper says so. */
  readonly date: IsoDate | null;
};

export type BroughtProblem =
  | {
      readonly problem: 'unknown' | 'otherScale' | 'weight' | 'date' | 'dateHere';
      readonly part: string;
    }
  | { readonly problem: 'debt' | 'tooMany' | 'onlyOne' | 'notAway' };

/** As many marks of one subject and period as any paper holds. */
const MOST = 60;

type Days = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };
const spanOf = ({ startsOn, endsOn }: Days): Span => ({ from: startsOn, to: endsOn });

/** The parts of these days on which the pupil was in no class here and after which the pupil came. */
export function daysElsewhere(days: Days, stays: readonly Span[]): Span[] {
  const lastArrival = stays.reduce((last, { from }) => (from > last ? from : last), '');
  return without(spanOf(days), stays).filter(({ from }) => from < lastArrival);
}

/**
 * What of a period may have been brought: current marks where some of its days passed elsewhere
 * before the pupil came (or came back), the mark for the period where its last day did. The mark for
 * a period that the pupil ends here is the teacher's.
 */
export function mayBring(
  period: Days,
  stays: readonly Span[],
): Readonly<Record<BroughtKind, boolean>> {
  const elsewhere = daysElsewhere(period, stays);
  return {
    current: elsewhere.length > 0,
    period: elsewhere.some(({ to }) => to === null || to >= period.endsOn),
  };
}

/** What a cell of brought marks is for: its period, how we assess the subject, where the pupil was. */
export type BroughtGround = {
  readonly kind: BroughtKind;
  readonly period: Days;
  readonly assessment: Assessment;
  readonly stays: readonly Span[];
};

const TOKEN =
  /^(?<value>[^×()]+)(?:×(?<weight>\d{1,3}))?(?:\((?<day>\d{1,2})\.(?<month>\d{1,2})(?:\.(?<year>\d{2}|\d{4}))?\))?$/u;

/** «12.10» within the period; without a year the one that fits. */
function dayOf(parts: Readonly<Record<string, string | undefined>>, { startsOn, endsOn }: Days) {
  const [day, month] = [Number(parts['day']), Number(parts['month'])];
  const year = parts['year'];
  const years =
    year === undefined
      ? [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
      : [Number(year.length === 2 ? `20${year}` : year)];
  return years
    .map((one) => isoDateOf(one, month, day))
    .find((date) => date !== undefined && startsOn <= date && date <= endsOn);
}

/** «5443» is four marks where the scale has no such points; anything else is one word. */
function apart(word: string, { assessment }: BroughtGround): readonly string[] {
  if (!/^\d{2,}$/.test(word)) return [word];
  const stands = (text: string) => {
    const value = parseMark(text);
    return value !== undefined && fits(value, assessment);
  };
  const digits = word.split('');
  return !stands(word) && digits.every(stands) ? digits : [word];
}

function markOf(word: string, ground: BroughtGround): BroughtMark | BroughtProblem {
  const parts = TOKEN.exec(word)?.groups;
  const value = parts?.['value'] === undefined ? undefined : parseMark(parts['value']);
  if (parts === undefined || value === undefined) return { problem: 'unknown', part: word };
  if (value === '.') return { problem: 'debt' };
  if (!fits(value, ground.assessment)) return { problem: 'otherScale', part: word };
  const weight = Number(parts['weight'] ?? 1);
  if (weight > 100) return { problem: 'weight', part: word };
  if (parts['day'] === undefined) return { value, weight, date: null };
  const date = dayOf(parts, ground.period);
  if (date === undefined) return { problem: 'date', part: word };
  const here = daysElsewhere({ startsOn: date, endsOn: date }, ground.stays).length === 0;
  return here ? { problem: 'dateHere', part: word } : { value, weight, date };
}

/**
 * The marks that a text means: «5 4 4 3», «5443», «5×2» of weight 2, «4(12.10)» of that day, parted
 * by spaces, commas or semicolons; the mark of a period stands alone. Or why it means none.
 */
export function parseBrought(
  text: string,
  ground: BroughtGround,
): readonly BroughtMark[] | BroughtProblem {
  const words = text
    .replaceAll(/\s*[×*]\s*|(?<=[\d\p{L}])[хx](?=\d)/giu, '×')
    .replaceAll(/\s*\(\s*/gu, '(')
    .replaceAll(/\s+\)/gu, ')')
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => apart(word, ground));
  if (words.length === 0) return [];
  if (!mayBring(ground.period, ground.stays)[ground.kind]) return { problem: 'notAway' };
  if (words.length > MOST) return { problem: 'tooMany' };
  if (ground.kind === 'period') return periodMark(words, ground);
  const marks: BroughtMark[] = [];
  for (const word of words) {
    const mark = markOf(word, ground);
    if ('problem' in mark) return mark;
    marks.push(mark);
  }
  return marks;
}

function periodMark(words: readonly string[], ground: BroughtGround) {
  const [word = '', ...more] = words;
  if (more.length > 0) return { problem: 'onlyOne' } as const;
  const value = parseMark(word);
  if (value === undefined) return { problem: 'unknown', part: word } as const;
  if (value === '.') return { problem: 'debt' } as const;
  if (!fits(value, ofPeriods(ground.assessment))) {
    return { problem: 'otherScale', part: word } as const;
  }
  return [{ value, weight: 1, date: null }];
}

const dayText = (date: IsoDate) => `(${date.slice(8)}.${date.slice(5, 7)})`;

/** The marks as `parseBrought` reads them: «5 4×2 3(12.10)». */
export const formatBrought = (marks: readonly BroughtMark[]): string =>
  marks
    .map(
      ({ value, weight, date }) =>
        `${value}${weight === 1 ? '' : `×${weight}`}${date === null ? '' : dayText(date)}`,
    )
    .join(' ');

/** «Алгебра, I четверть: 5 4 4», «Алгебра, за I четверть: 4»: what was brought, in one line. */
export const broughtText = (
  subject: string,
  period: Parameters<typeof periodName>[0],
  kind: BroughtKind,
  marks: string,
): string => `${subject}, ${kind === 'period' ? 'за ' : ''}${periodName(period)}: ${marks}`;
