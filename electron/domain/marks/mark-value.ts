import { z } from 'zod';

/** Points as they are written: whole, no sign, no leading zero; 0 to 100. Only these count in an average. */
export type PointMark = `${number}`;

/**
 * What else a mark may be (S6):
 * - «.» a debt (долг): the work is still to be handed in;
 * - «н/а» not assessed (не аттестован);
 * - «осв» exempt from the subject (освобождён);
 * - «зач» and «незач» of a subject graded by pass or fail.
 */
export const wordMarks = ['.', 'н/а', 'осв', 'зач', 'незач'] as const;
export type WordMark = (typeof wordMarks)[number];

/** A mark of whatever scale; which of them a page takes is `fits`. */
export type MarkValue = PointMark | WordMark;

/** No scale goes further. */
export const MOST_POINTS = 100;
const everyPoint = Array.from({ length: MOST_POINTS + 1 }, (_, number): PointMark => `${number}`);
const everyMark: ReadonlySet<string> = new Set<string>([...everyPoint, ...wordMarks]);

export const isMarkValue = (text: string): text is MarkValue => everyMark.has(text);

const isWordMark = (value: MarkValue): value is WordMark =>
  wordMarks.some((word) => word === value);

/** One mark as it is stored and travels; anything else is refused with a Russian sentence. */
export const markValueSchema = z.enum([...everyPoint, ...wordMarks], {
  error: 'Такой отметки нет. Возможны: баллы шкалы, «.» (долг), н/а, осв, зач, незач.',
});

/** A period, year or final mark: as any other, but a debt is none (it has to be settled first). */
export const periodMarkSchema = markValueSchema.exclude(['.'], {
  error: 'Такой итоговой отметки нет. Возможны: баллы шкалы, н/а, осв, зач, незач.',
});

/** A mark for a period, or none. */
export type PeriodMarkValue = z.infer<typeof periodMarkSchema> | '';

/** How a subject is assessed (S3, S6): by points, by pass or fail, or «без аттестации». */
export const gradings = ['marks', 'credit', 'none'] as const;
export type Grading = (typeof gradings)[number];

/** The points of the mark; undefined for what does not count in an average. */
export const numberOf = (value: MarkValue): number | undefined =>
  isWordMark(value) ? undefined : Number(value);

const spellings: Readonly<Record<string, WordMark>> = {
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
 * The mark that the typed or pasted text means on whatever scale, or undefined where it is none.
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
  if (isMarkValue(plain)) return plain;
  return Object.hasOwn(spellings, plain) ? spellings[plain] : undefined;
}
