import type { FoundRepresentative } from '#contract/pupils';
import {
  allRepresentatives,
  childrenOfRepresentatives,
  findLink,
  findRepresentative,
  insertRepresentative,
  removeLink,
  saveLink,
  updateRepresentative,
  type RepresentativeRow,
} from '#db/queries/representatives';
import type { IsoDate } from '#domain/calendar/iso-date';
import { compareNames, fullName } from '#domain/people/name';
import { phoneTail } from '#domain/people/phone';
import { textKey } from '#domain/import/text-key';
import { fieldProblem, tidyField } from '#domain/pupils/pupil-data';
import type { Relation, RepresentativeData } from '#domain/pupils/representative';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { cardToEdit, editsAnyOf } from './card-access';
import { pupilNames } from './pupil-names';
import { changedFields, saidFields } from './save-card';

/** A longer list helps nobody: more of the name does. */
const MOST_FOUND = 20;

type Unit = Pick<Writing, 'db' | 'record'>;
export type Link = { readonly relation: Relation; readonly legal: boolean; readonly main: boolean };

/** The texts as they are kept; refuses where one of them is wrong. */
function checked<T extends Partial<RepresentativeData>>(data: T, today: IsoDate): T {
  const tidied = Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      tidyField(field as keyof RepresentativeData, value ?? ''),
    ]),
  ) as T;
  for (const [field, value] of Object.entries(tidied)) {
    // An institution has one name only.
    if (field === 'firstName' && value === '') continue;
    if (fieldProblem(field as keyof RepresentativeData, value, today) !== undefined) {
      refuse('INVALID', { why: 'cardField' });
    }
  }
  return tidied;
}

/** Keeps a new representative; answers the id. */
export function keepNewRepresentative({ db, record }: Unit, data: RepresentativeData): number {
  const id = insertRepresentative(db, data);
  record('representative', String(id), null, data);
  return id;
}

/** Ties a representative to a pupil, or changes how they are tied. */
export function keepLink(
  { db, record }: Unit,
  pupilId: number,
  row: RepresentativeData & { readonly id: number },
  { relation, legal, main }: Link,
): void {
  const before = linkBefore(db, pupilId, row);
  saveLink(db, pupilId, row.id, { relation, legal, main });
  const after = { name: fullName(row), relation, legal, main };
  record('pupilRepresentative', String(pupilId), before, after);
}

/** Keeps changes of a representative with what the history shows of them; answers the version. */
export function keepRepresentative(
  { db, record }: Unit,
  { id, version, ...data }: RepresentativeRow,
  changes: Partial<RepresentativeData>,
): number {
  const changed = changedFields<RepresentativeData>(data, changes);
  if (changed === undefined) return version;
  updateRepresentative(db, id, { ...data, ...changes }, version + 1);
  record('representative', String(id), changed.before, changed.after);
  return version + 1;
}

/** Adds a new representative to a pupil. */
export function addRepresentative(
  writing: Writing,
  input: Link & { readonly pupilId: number; readonly data: RepresentativeData },
): { representativeId: number } {
  cardToEdit(writing, input.pupilId);
  const data = checked(input.data, writing.today);
  const id = keepNewRepresentative(writing, data);
  keepLink(writing, input.pupilId, { ...data, id }, input);
  return { representativeId: id };
}

function toFind(db: Reading['db'], id: number): RepresentativeRow {
  return findRepresentative(db, id) ?? refuse('NOT_FOUND', { what: 'representative' });
}

const linkBefore = (
  db: Reading['db'],
  pupilId: number,
  row: RepresentativeData & { readonly id: number },
) => {
  const link = findLink(db, pupilId, row.id);
  return link === undefined
    ? null
    : {
        name: fullName(row),
        relation: link.relation,
        legal: link.legal === 1,
        main: link.main === 1,
      };
};

/** Ties a representative who is in the journal to a pupil, or changes how they are tied. */
export function linkRepresentative(
  writing: Writing,
  input: Link & { readonly pupilId: number; readonly representativeId: number },
): void {
  cardToEdit(writing, input.pupilId);
  keepLink(writing, input.pupilId, toFind(writing.db, input.representativeId), input);
}

/** Changes a representative for all children of the family. */
export function saveRepresentative(
  writing: Writing,
  input: {
    readonly representativeId: number;
    readonly version: number;
    readonly changes: { readonly [Field in keyof RepresentativeData]?: string | undefined };
  },
): { version: number } {
  const { db, today } = writing;
  const row = toFind(db, input.representativeId);
  const { id, version, ...data } = row;
  const children = childrenOfRepresentatives(db, [id]).map(({ pupilId }) => pupilId);
  if (!editsAnyOf(writing, children)) refuse('FORBIDDEN', { why: 'notYourClass' });
  if (version !== input.version) refuse('CONFLICT', { current: { version, data } });
  const changes = checked(saidFields(input.changes) as Partial<RepresentativeData>, today);
  return { version: keepRepresentative(writing, row, changes) };
}

/** Takes a representative off a pupil's card; the person stays in the journal with the papers signed. */
export function detachRepresentative(
  writing: Writing,
  input: { readonly pupilId: number; readonly representativeId: number },
): void {
  const { db } = writing;
  cardToEdit(writing, input.pupilId);
  const row = toFind(db, input.representativeId);
  const before = linkBefore(db, input.pupilId, row);
  if (before === null) refuse('NOT_FOUND', { what: 'representative' });
  removeLink(db, input.pupilId, row.id);
  writing.record('pupilRepresentative', String(input.pupilId), before, null);
}

/** Representatives whose name begins so, with their children: brothers and sisters share a parent. */
export function findRepresentatives(
  { db, today }: Reading,
  { name }: { readonly name: string },
): readonly FoundRepresentative[] {
  const wanted = textKey(name);
  const found = allRepresentatives(db)
    .filter((row) => textKey(fullName(row)).startsWith(wanted))
    .sort(compareNames)
    .slice(0, MOST_FOUND);
  const children = childrenOfRepresentatives(
    db,
    found.map(({ id }) => id),
  );
  const names = pupilNames(
    db,
    children.map(({ pupilId }) => pupilId),
    today,
  );
  return found.map((row) => ({
    id: row.id,
    name: fullName(row),
    phoneTail: phoneTail(row.phone),
    children: children
      .filter(({ representativeId }) => representativeId === row.id)
      .map(({ pupilId }) => names.get(pupilId) ?? ''),
  }));
}
