import { savePhoto, savePupilCard, hasPhoto, type PupilCardRow } from '#db/queries/pupil-card';
import { LARGEST_PHOTO } from '#contract/pupils';
import {
  fieldProblem,
  tidyField,
  type PupilData,
  type PupilField,
} from '#domain/pupils/pupil-data';
import { isJpeg } from '#domain/pupils/jpeg';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { cardToEdit } from './card-access';

type Changes = { readonly [Field in PupilField]?: PupilData[Field] | undefined };

/** Only fields that are said; undefined ones are not. */
export function saidFields<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

/** The value of each changed field before and after: what the history of a card shows. */
export function changedFields<T extends object>(
  before: T,
  changes: Partial<T>,
): { readonly before: Partial<T>; readonly after: Partial<T> } | undefined {
  const keys = (Object.keys(changes) as (keyof T)[]).filter((key) => changes[key] !== before[key]);
  if (keys.length === 0) return undefined;
  const pick = (from: Partial<T>) =>
    Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(changes) };
}

/** Keeps changes of a card with what the history shows of them; answers the card's version. */
export function keepPupil(
  { db, record }: Pick<Writing, 'db' | 'record'>,
  { id, version, ...data }: PupilCardRow,
  changes: Partial<PupilData>,
): number {
  const changed = changedFields<PupilData>(data, changes);
  if (changed === undefined) return version;
  savePupilCard(db, id, { ...data, ...changes }, version + 1);
  record('pupil', String(id), changed.before, changed.after);
  return version + 1;
}

/**
 * Changes fields of a pupil's card (C1, КИА 4.3.10). Refuses a wrong value (INVALID `cardField`) and
 * a change of what somebody else has changed meanwhile (CONFLICT with the card as it is).
 */
export function savePupil(
  writing: Writing,
  input: { readonly pupilId: number; readonly version: number; readonly changes: Changes },
): { version: number } {
  const { today } = writing;
  const { pupil } = cardToEdit(writing, input.pupilId);
  const { id: _, version, ...data } = pupil;
  if (version !== input.version) refuse('CONFLICT', { current: { version, data } });
  const changes = saidFields(input.changes) as Partial<PupilData>;
  const tidied = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [
      field,
      typeof value === 'string' ? tidyField(field as PupilField, value) : value,
    ]),
  ) as Partial<PupilData>;
  for (const [field, value] of Object.entries(tidied)) {
    if (fieldProblem(field as PupilField, value, today) !== undefined) {
      refuse('INVALID', { why: 'cardField' });
    }
  }
  return { version: keepPupil(writing, pupil, tidied) };
}

/**
 * Puts a photograph on the card, or takes it off (`null`). The bytes must be those of a JPEG picture:
 * INVALID `notAJpeg`, `photoTooLarge`. The trail tells that there was one, never the picture.
 */
export function setPhoto(
  writing: Writing,
  input: { readonly pupilId: number; readonly jpegBase64: string | null },
): void {
  const { db } = writing;
  const { pupil } = cardToEdit(writing, input.pupilId);
  const jpeg = input.jpegBase64 === null ? null : Buffer.from(input.jpegBase64, 'base64');
  if (jpeg !== null && jpeg.length > LARGEST_PHOTO) refuse('INVALID', { why: 'photoTooLarge' });
  if (jpeg !== null && !isJpeg(jpeg)) refuse('INVALID', { why: 'notAJpeg' });
  const before = hasPhoto(db, pupil.id);
  if (!before && jpeg === null) return;
  savePhoto(db, pupil.id, jpeg);
  const told = (there: boolean) => (there ? { photo: true } : null);
  writing.record('pupilPhoto', String(pupil.id), told(before), told(jpeg !== null));
}
