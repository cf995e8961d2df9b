import type { SubjectRow } from '#contract/dictionaries';
import {
  findScales,
  findSubjectDetails,
  insertSubjectDetails,
  setSubjectArchived as storeArchived,
  setSubjectPosition,
  subjectHasMarks,
  updateSubject,
  type SubjectData,
} from '#db/queries/dictionaries';
import type { ReadableDb } from '#db/statement';
import { storedText } from '#domain/text/stored-text';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';

/** Every subject in the order of all lists, with «без аттестации» and the scale (S3, S6). */
export const subjects = ({ db }: Reading): readonly SubjectRow[] =>
  findSubjectDetails(db).map(({ id, pages, archived, ...subject }) => ({
    id,
    ...dataOf(subject),
    pages,
    archived: archived === 1,
  }));

function check(db: ReadableDb, { name, scaleId }: SubjectData, own?: number): void {
  const taken = findSubjectDetails(db).some(
    (one) => one.name === storedText(name) && one.id !== own,
  );
  if (taken) refuse('INVALID', { why: 'nameTaken' });
  if (!findScales(db).some(({ id }) => id === scaleId)) refuse('NOT_FOUND', { what: 'scale' });
}

const dataOf = ({ name, shortName, area, kind, grading, scaleId }: SubjectData): SubjectData => ({
  name,
  shortName,
  area,
  kind,
  grading,
  scaleId,
});

export function addSubject({ db, record }: Writing, input: SubjectData) {
  check(db, input);
  const last = findSubjectDetails(db).at(-1)?.position ?? 0;
  const id = insertSubjectDetails(db, input, last + 1);
  record('subject', String(id), null, dataOf(input));
  return { id };
}

/** How a subject is marked may change only while nobody has a mark in it. */
export function saveSubject(
  { db, record }: Writing,
  input: SubjectData & { readonly id: number },
): void {
  const { id } = input;
  const before =
    findSubjectDetails(db).find((one) => one.id === id) ?? refuse('NOT_FOUND', { what: 'subject' });
  check(db, input, id);
  const markedOtherwise = before.grading !== input.grading || before.scaleId !== input.scaleId;
  if (markedOtherwise && subjectHasMarks(db, id)) refuse('INVALID', { why: 'hasMarks' });
  updateSubject(db, id, input);
  record('subject', String(id), dataOf(before), dataOf(input));
}

export function setSubjectArchived(
  { db, record }: Writing,
  { id, archived }: { readonly id: number; readonly archived: boolean },
): void {
  const before =
    findSubjectDetails(db).find((one) => one.id === id) ?? refuse('NOT_FOUND', { what: 'subject' });
  storeArchived(db, id, archived);
  record('subject', String(id), { archived: before.archived === 1 }, { archived });
}

/** Changes places with the neighbour; the positions come out as 1, 2, 3 … */
export function moveSubject(
  { db, record }: Writing,
  { id, by }: { readonly id: number; readonly by: 1 | -1 },
): void {
  const order = findSubjectDetails(db).map((one) => one.id);
  const from = order.indexOf(id);
  if (from < 0) refuse('NOT_FOUND', { what: 'subject' });
  const to = from + by;
  if (to < 0 || to >= order.length) return;
  const moved = order.toSpliced(from, 1).toSpliced(to, 0, id);
  for (const [index, one] of moved.entries()) setSubjectPosition(db, one, index + 1);
  record('subject', String(id), { place: from + 1 }, { place: to + 1 });
}
