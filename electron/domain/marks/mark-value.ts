import { z } from 'zod';
import { assertNever } from '../assert-never';

/** A mark that has a number: only these count in an average. */
export const numericMarks = ['1', '2', '3', '4', '5'] as const;

/**
 * Everything a mark may be (S6):
 * - «1»…«5»;
 * - «.» a debt (долг): the work is still to be handed in;
 * - «н/а» not assessed (не аттестован);
 * - «осв» exempt from the subject (освобождён);
 * - «зач» and «незач» of a subject graded by pass or fail.
 */
export const markValues = [...numericMarks, '.', 'н/а', 'осв', 'зач', 'незач'] as const;

export type NumericMark = (typeof numericMarks)[number];
export type MarkValue = (typeof markValues)[number];

/** One mark as it is stored and travels; anything else is refused with a Russian sentence. */
export const markValueSchema = z.enum(markValues, {
  error: 'Такой отметки нет. Возможны: 1–5, «.» (долг), н/а, осв, зач, незач.',
});

/** A period, year or final mark: as any other, but a debt is none (it has to be settled first). */
export const periodMarkSchema = markValueSchema.exclude(['.'], {
  error: 'Такой итоговой отметки нет. Возможны: 1–5, н/а, осв, зач, незач.',
});

/** A mark for a period, or none. */
export type PeriodMarkValue = z.infer<typeof periodMarkSchema> | '';

/** How a subject is assessed (S3, S6): by five points, by pass or fail, or «без аттестации». */
export const gradings = ['marks', 'credit', 'none'] as const;
export type Grading = (typeof gradings)[number];

/** The number of the mark, 1 to 5; undefined for what does not count in an average. */
export function numberOf(value: MarkValue): number | undefined {
  switch (value) {
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
      return Number(value);
    case '.':
    case 'н/а':
    case 'осв':
    case 'зач':
    case 'незач':
      return undefined;
    default:
      return assertNever(value);
  }
}

/** Whether such a mark may stand in a subject of that grading; «н/а» and «осв» may in any graded. */
export function fitsGrading(value: MarkValue, grading: Grading): boolean {
  switch (grading) {
    case 'marks':
      return value !== 'зач' && value !== 'незач';
    case 'credit':
      return numberOf(value) === undefined;
    case 'none':
      return false;
    default:
      return assertNever(grading);
  }
}

const spellings: Readonly<Record<string, MarkValue>> = {
  '.': '.',
  'н/а': 'н/а',
  на: 'н/а',
  осв: 'осв',
  зач: 'зач',
  зачет: 'зач',
  зч: 'зач',
  незач: 'незач',
  незачет: 'незач',
  нз: 'незач',
};

/** Latin letters that look like the Russian ones: typed by a person with the wrong layout. */
const lookalikes: Readonly<Record<string, string>> = { a: 'а', h: 'н', o: 'о', c: 'с', e: 'е' };

/**
 * The mark that the typed or pasted text means, or undefined where it is none.
 * Letter case, spaces, «ё», a closing full stop («осв.»), a back slash («н\а») and Latin
 * lookalikes do not matter; «зачёт», «зч», «незачёт», «нз» are understood. Several marks in one
 * text are not taken apart here.
 */
export function parseMark(text: string): MarkValue | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[ahoce]/g, (letter) => lookalikes[letter] ?? letter)
    .replaceAll('ё', 'е')
    .replaceAll('\\', '/')
    .replaceAll(/\s/g, '')
    .replace(/(?<=[а-я])\.$/, '');
  const digit = numericMarks.find((mark) => mark === plain);
  return digit ?? (Object.hasOwn(spellings, plain) ? spellings[plain] : undefined);
}
