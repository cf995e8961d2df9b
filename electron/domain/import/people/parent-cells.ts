import type { IsoDate } from '../../calendar/iso-date';
import { fieldProblem, tidyField } from '../../pupils/pupil-data';
import { isUsuallyLegal, type Relation } from '../../pupils/representative';
import { textKey } from '../text-key';
import type { UnusableCell } from './contact-cells';
import {
  ALL_PARENT_SLOTS,
  PARENT_PARTS,
  type ParentField,
  type ParentPart,
  type ParentSlot,
} from './parent-field';
import { readParentText, relationOfWord, saysNobody, type ParentPiece } from './parent-text';
import type { ParentRow, PersonName } from './person-row';
import { readName } from './read-values';

/** A cell of the row as text, its lines kept; and the title of its column, '' where it has none. */
export interface ParentCells {
  readonly text: (field: ParentField) => string;
  readonly title: (field: ParentField) => string;
}

/** A parent under reading. */
type Draft = {
  readonly slot: ParentSlot;
  readonly name: PersonName;
  relation: Relation | null;
  readonly phones: string[];
  readonly emails: string[];
  readonly addresses: string[];
  readonly notes: string[];
};

const LONGEST_NOTE = 900;

function relationOfSlot(slot: ParentSlot, title: string): Relation | null {
  if (slot === 'mother' || slot === 'father') return slot;
  if (slot !== 'guardian') return null;
  if (/опекун/iu.test(title)) return 'guardian';
  return /попечител/iu.test(title) ? 'trustee' : 'other';
}

/** A parent nobody calls mother or father is one by the patronymic; else the list does not say. */
function relationByName({ middle }: PersonName): Relation | null {
  if (/(?:вна|чна|шна|кызы)$/iu.test(middle)) return 'mother';
  return /(?:вич|ич|оглы)$/iu.test(middle) ? 'father' : null;
}

const keyOf = ({ last, first, middle }: PersonName) => [last, first, middle].map(textKey).join('|');
const put = (list: string[], values: readonly string[]) => {
  for (const value of values) if (value !== '' && !list.includes(value)) list.push(value);
};

/** Names typed into three columns, or a cell that is nothing but a name. */
function plainPieces(full: string, parts: readonly [string, string, string]): ParentPiece[] {
  const none = { relation: null, phones: [], emails: [], rest: [] };
  if (full === '') {
    const name = parts.filter((part) => part !== '').join(' ');
    return name === '' ? [] : [{ ...none, name }];
  }
  const pieces = readParentText(full);
  if (pieces.some(({ name }) => name !== '')) return pieces;
  // «иванова мария петровна», or one word: its reason is told by its name.
  const [only] = pieces;
  const rest = only?.rest ?? [];
  const phoneOnly = rest.length === 0 && pieces.length > 0;
  return phoneOnly ? pieces : [{ ...none, ...only, name: rest.join(' ') || full, rest: [] }];
}

/**
 * Reads what a row tells of the pupil's parents (C4): from columns of their own, from cells that
 * tell everything in words, or both. A cell that cannot be kept does not cost the pupil: it is
 * handed back to be shown.
 */
export function readParents(
  cells: ParentCells,
  today: IsoDate,
): { readonly parents: readonly ParentRow[]; readonly unusable: readonly UnusableCell[] } {
  const drafts: Draft[] = [];
  const unusable: UnusableCell[] = [];
  const left: ParentPiece[] = [];
  const value = (slot: ParentSlot, part: ParentPart): string => {
    const text = cells.text(`${slot}.${part}`).trim();
    return text === '' || saysNobody(text) ? '' : text;
  };

  const addNamed = (slot: ParentSlot, piece: ParentPiece, first: boolean): void => {
    const read = readName({ full: piece.name, last: '', first: '', middle: '' }, false);
    if (!read.ok) {
      unusable.push({ field: 'parentName', text: piece.name });
      return;
    }
    const own = first ? relationOfSlot(slot, cells.title(`${slot}.fullName`)) : null;
    let draft = drafts.find(({ name }) => keyOf(name) === keyOf(read.value));
    if (draft === undefined) {
      draft = {
        slot,
        name: read.value,
        relation: null,
        phones: [],
        emails: [],
        addresses: [],
        notes: [],
      };
      drafts.push(draft);
    }
    draft.relation ??= piece.relation ?? own;
    put(draft.phones, piece.phones);
    put(draft.emails, piece.emails);
    put(draft.notes, piece.rest);
  };

  const readSlot = (slot: ParentSlot): void => {
    const parts = [
      value(slot, 'lastName'),
      value(slot, 'firstName'),
      value(slot, 'middleName'),
    ] as const;
    const pieces = plainPieces(value(slot, 'fullName'), parts);
    const named = pieces.filter(({ name }) => name !== '');
    for (const [index, piece] of named.entries()) addNamed(slot, piece, index === 0);
    left.push(...pieces.filter(({ name }) => name === ''));
    const own = slot === 'parents' ? undefined : drafts.find((one) => one.slot === slot);
    const contacts = (['phone', 'email'] as const).flatMap((part) => {
      const text = value(slot, part);
      const read = text === '' ? [] : readParentText(text);
      const found = read.some(({ phones, emails }) => phones.length + emails.length > 0);
      if (text !== '' && !found) {
        unusable.push({ field: part === 'phone' ? 'parentPhone' : 'parentEmail', text });
        return [];
      }
      return read;
    });
    for (const piece of contacts) {
      if (own === undefined) {
        // «Телефон матери» of a row without her is not the father's.
        const relation = relationOfSlot(slot, cells.title(`${slot}.phone`));
        left.push({ ...piece, relation: piece.relation ?? relation });
      } else {
        put(own.phones, piece.phones);
        put(own.emails, piece.emails);
      }
    }
    const relation = value(slot, 'relation');
    const one = own ?? (drafts.length === 1 ? drafts[0] : undefined);
    const known = relationOfWord(relation);
    if (known !== undefined && one !== undefined) one.relation = known;
    else if (relation !== '' && !/родител|представител/iu.test(relation)) {
      unusable.push({ field: 'parentRelation', text: relation });
    }
    for (const [part, list] of [
      ['work', one?.notes],
      ['address', one?.addresses],
    ] as const) {
      const text = value(slot, part).replaceAll(/\s+/gu, ' ');
      if (list !== undefined) put(list, [text]);
      else if (text !== '') unusable.push({ field: 'parentWhose', text });
    }
  };
  for (const slot of ALL_PARENT_SLOTS) {
    if (PARENT_PARTS.some((part) => cells.text(`${slot}.${part}`) !== '')) readSlot(slot);
  }

  // A number alone: «мама 8 900 …», or that of the only parent of the row.
  for (const { relation, phones, emails, rest } of left) {
    const whose =
      drafts.find((one) => relation !== null && one.relation === relation) ??
      (relation === null && drafts.length === 1 ? drafts[0] : undefined);
    const texts = [...phones, ...emails, ...rest];
    if (whose === undefined) {
      if (texts.length > 0) unusable.push({ field: 'parentWhose', text: texts.join(', ') });
      continue;
    }
    put(whose.phones, phones);
    put(whose.emails, emails);
    put(whose.notes, rest);
  }
  return { parents: drafts.map((draft) => finish(draft, unusable, today)), unusable };
}

/** The first good number and address are kept in their fields, further numbers in the note. */
function finish(draft: Draft, unusable: UnusableCell[], today: IsoDate): ParentRow {
  const { name, slot } = draft;
  const good = (field: 'phone' | 'email', texts: readonly string[]) =>
    texts.flatMap((text) => {
      const tidied = tidyField(field, text);
      if (fieldProblem(field, tidied, today) === undefined) return [tidied];
      unusable.push({ field: field === 'phone' ? 'parentPhone' : 'parentEmail', text });
      return [];
    });
  const [phone = '', ...otherPhones] = [...new Set(good('phone', draft.phones))];
  const [email = '', ...otherEmails] = [...new Set(good('email', draft.emails))];
  const inferred = slot === 'guardian' ? null : relationByName(name);
  const relation = draft.relation ?? inferred;
  const notes = [...draft.notes, ...otherPhones, ...otherEmails, ...draft.addresses.slice(1)];
  return {
    name,
    relation,
    relationSaid: draft.relation !== null && draft.relation !== 'other',
    legal: slot === 'guardian' || relation === null || isUsuallyLegal(relation),
    phone,
    email,
    address: tidyField('address', draft.addresses[0] ?? ''),
    note: notes.join('; ').slice(0, LONGEST_NOTE),
  };
}
