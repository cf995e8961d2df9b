import type { ScaleRow } from '#contract/dictionaries';
import { scaleHasMarks } from '#db/queries/assessment';
import {
  deleteScale,
  findScales,
  insertScale,
  updateScale,
  type ScaleData,
} from '#db/queries/dictionaries';
import type { ReadableDb } from '#db/statement';
import { isSoundScale } from '#domain/marks/point-scale';
import { storedText } from '#domain/text/stored-text';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';

/** The point scales a subject can be marked by (S6). */
export const scales = ({ db }: Reading): readonly ScaleRow[] =>
  findScales(db).map((scale) => ({ ...scale, periodsInFive: scale.periodsInFive === 1 }));

const dataOf = ({
  name,
  lowest,
  highest,
  satisfactoryFrom,
  goodFrom,
  excellentFrom,
  periodsInFive,
}: ScaleData): ScaleData => ({
  name,
  lowest,
  highest,
  satisfactoryFrom,
  goodFrom,
  excellentFrom,
  periodsInFive,
});

function check(db: ReadableDb, scale: ScaleData, own?: number): void {
  const taken = findScales(db).some((one) => one.name === storedText(scale.name) && one.id !== own);
  if (taken) refuse('INVALID', { why: 'nameTaken' });
  if (!isSoundScale(scale)) refuse('INVALID', { why: 'scale' });
}

function find(db: ReadableDb, id: number): ScaleRow {
  const found = findScales(db).find((one) => one.id === id);
  if (found === undefined) return refuse('NOT_FOUND', { what: 'scale' });
  return { ...found, periodsInFive: found.periodsInFive === 1 };
}

export function addScale({ db, record }: Writing, input: ScaleData) {
  check(db, input);
  const id = insertScale(db, dataOf(input));
  record('pointScale', String(id), null, dataOf(input));
  return { id };
}

/** A scale keeps its points from the first mark on: the marks of the journal are read by it. */
export function saveScale(
  { db, record }: Writing,
  input: ScaleData & { readonly id: number },
): void {
  const { id } = input;
  const before = find(db, id);
  check(db, input, id);
  const renamedOnly =
    JSON.stringify({ ...dataOf(before), name: input.name }) === JSON.stringify(dataOf(input));
  if (!renamedOnly && scaleHasMarks(db, id)) refuse('INVALID', { why: 'scaleHasMarks' });
  updateScale(db, id, dataOf(input));
  record('pointScale', String(id), dataOf(before), dataOf(input));
}

export function removeScale({ db, record }: Writing, { id }: { readonly id: number }): void {
  const before = find(db, id);
  // The five-point scale is what a subject has where nothing else is said.
  if (before.subjects > 0 || id === 1) refuse('INVALID', { why: 'inUse' });
  deleteScale(db, id);
  record('pointScale', String(id), dataOf(before), null);
}
