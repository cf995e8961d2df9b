import { fullName } from '../../people/name';
import {
  RELATION_NAMES,
  type Relation,
  type RepresentativeData,
} from '../../pupils/representative';
import { textKey } from '../text-key';
import { changeOf, saysSame, type FieldChange } from './field-change';
import type { Answers } from './plan-people';
import type { ParentRow, PupilRow } from './person-row';

export type KnownParent = RepresentativeData & { readonly id: number };
/** How a pupil of the journal and a representative stand to each other. */
export interface KnownTie {
  readonly pupilId: number;
  readonly representativeId: number;
  readonly relation: Relation;
}

/** A child of a list: one of ours by the id, or a new one by the key of its row. */
export interface ChildOfList {
  readonly row: PupilRow;
  readonly pupilId: number | null;
  /** Where the child lives, as the list or the journal has it. */
  readonly address: string;
}

/** Whose child somebody is taken for: a pupil of ours or a row of the list. */
export type ChildRef =
  | { readonly pupilId: number; readonly rowKey?: undefined }
  | { readonly rowKey: string; readonly pupilId?: undefined };

/** What becomes of one parent of one row. */
export interface ParentPlan {
  readonly key: string;
  readonly row: ParentRow;
  readonly relation: Relation;
  /** One of ours, or the new one that some key of the plan brings. */
  readonly person: { readonly id: number } | { readonly newKey: string };
  /** Another child of the same parent. */
  readonly sharedWith: ChildRef | null;
  /** Taken for one person by the name alone, or for two though the name is one: may be said otherwise. */
  readonly byName: 'same' | 'other' | null;
  /** A child of the one with that name. */
  readonly namesakeOf: ChildRef | null;
  /** The tie to a known pupil, to be agreed to; null where the pupil is new or the tie is there. */
  readonly tie: FieldChange | null;
  /** The tie is there already. */
  readonly tied: boolean;
  readonly changes: readonly FieldChange[];
  /** What another row of the list says otherwise; that row counts. */
  readonly contradicted: readonly ('phone' | 'email' | 'address')[];
}

export interface ParentsPlan {
  /** By the row's key. */
  readonly ofRows: ReadonlyMap<string, readonly ParentPlan[]>;
  /** Whom the list brings, by the key. */
  readonly people: ReadonlyMap<string, RepresentativeData>;
}

type Person = {
  readonly id: number | null;
  readonly newKey: string;
  readonly data: { -readonly [Field in keyof RepresentativeData]: string };
  readonly said: Partial<Record<'phone' | 'email' | 'address', string>>;
  readonly children: { readonly ref: ChildRef; readonly surname: string }[];
  readonly addresses: Set<string>;
};

const nameKey = (one: {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
}) => [one.lastName, one.firstName, one.middleName].map(textKey).join('|');
const dataOf = ({ name, phone, email, address, note }: ParentRow): RepresentativeData => ({
  lastName: name.last,
  firstName: name.first,
  middleName: name.middle,
  phone,
  email,
  address,
  note,
});
/** «Соколовский» and «Соколовская» are one family. */
const familyOf = (surname: string) => textKey(surname).replace(/(?:ая|ий|ой|ый|а)$/u, '');
const refOf = ({ pupilId, row }: ChildOfList): ChildRef =>
  pupilId === null ? { rowKey: row.key } : { pupilId };
const sameRef = (one: ChildRef, other: ChildRef) =>
  one.pupilId === other.pupilId && one.rowKey === other.rowKey;

const CONTACTS = ['phone', 'email', 'address'] as const;

/** A telephone, an address of e-mail or a home in common: with one whole name, one person. */
function sharesContact(person: Person, data: RepresentativeData, home: string): boolean {
  if (data.phone !== '' && data.phone === person.data.phone) return true;
  if (data.email !== '' && saysSame(data.email, person.data.email)) return true;
  return [data.address, home].some((one) => one !== '' && person.addresses.has(textKey(one)));
}

/** Both tell a telephone or an address of e-mail, and not the same. */
const contradicts = (person: Person, data: RepresentativeData) =>
  (['phone', 'email'] as const).some(
    (field) =>
      data[field] !== '' && person.data[field] !== '' && !saysSame(data[field], person.data[field]),
  );

/** The same parent of this very child, with a patronymic not told or a surname changed. */
function isOfChild(person: Person, data: RepresentativeData, relation: Relation, tie: Relation) {
  const { data: known } = person;
  if (!saysSame(known.firstName, data.firstName)) return false;
  const sameLast = saysSame(known.lastName, data.lastName);
  const sameMiddle = saysSame(known.middleName, data.middleName);
  if (sameLast) return sameMiddle || known.middleName === '' || data.middleName === '';
  return (
    sameMiddle && data.middleName !== '' && relation === tie && ['mother', 'father'].includes(tie)
  );
}

/** The further words of a note that stands: nothing of it is lost. */
function noteChange(key: string, was: string, more: string, person: string): FieldChange[] {
  const missing = more
    .split('; ')
    .filter((bit) => bit !== '' && !textKey(was).includes(textKey(bit)));
  if (missing.length === 0) return [];
  const becomes = [...(was === '' ? [] : [was]), ...missing].join('; ');
  if (becomes.length > 1_000) return [];
  return [{ key: `${key}.note`, field: 'note', person, was, becomes, kind: 'fill' }];
}

/** «Иванова Мария Петровна, мать». */
export const tieText = (data: RepresentativeData, relation: Relation): string =>
  `${fullName(data)}, ${RELATION_NAMES[relation]}`;

type Found = {
  readonly person: Person | null;
  readonly byName: 'same' | 'other' | null;
  /** Who has that name and no more in common. */
  readonly namesake: Person | null;
};
const certainly = (person: Person | null): Found => ({ person, byName: null, namesake: null });

/**
 * Decides of every parent of a list who it is (C4). Of a known pupil's parents the name tells; else
 * the whole name with a telephone, an address of e-mail or a home in common. The name alone is
 * enough only within one family and where nothing contradicts it, and that is said and may be
 * answered otherwise (`same`, `other`).
 */
export function planParents(
  children: readonly ChildOfList[],
  known: { readonly parents: readonly KnownParent[]; readonly ties: readonly KnownTie[] },
  pupils: ReadonlyMap<number, { readonly lastName: string; readonly address: string }>,
  answers: Answers,
): ParentsPlan {
  const byId = new Map<number, Person>();
  const byName = new Map<string, Person[]>();
  const ofPupil = Map.groupBy(known.ties, ({ pupilId }) => pupilId);
  const remember = (person: Person) => {
    const key = nameKey(person.data);
    byName.set(key, [...(byName.get(key) ?? []), person]);
  };
  const ofParent = Map.groupBy(known.ties, ({ representativeId }) => representativeId);
  for (const { id, ...data } of known.parents) {
    const ties = ofParent.get(id) ?? [];
    const homes = ties.map(({ pupilId }) => pupils.get(pupilId)?.address ?? '');
    const person: Person = {
      id,
      newKey: '',
      data: { ...data },
      said: {},
      children: ties.map(({ pupilId }) => ({
        ref: { pupilId },
        surname: pupils.get(pupilId)?.lastName ?? '',
      })),
      addresses: new Set([data.address, ...homes].filter((one) => one !== '').map(textKey)),
    };
    byId.set(id, person);
    remember(person);
  }

  const find = (key: string, child: ChildOfList, row: ParentRow, relation: Relation): Found => {
    const data = dataOf(row);
    const ties = child.pupilId === null ? [] : (ofPupil.get(child.pupilId) ?? []);
    const own = ties.find((tie) => {
      const person = byId.get(tie.representativeId);
      return person !== undefined && isOfChild(person, data, relation, tie.relation);
    });
    const ownPerson = own && byId.get(own.representativeId);
    if (ownPerson) return certainly(ownPerson);
    const namesakes = byName.get(nameKey(data)) ?? [];
    const here = namesakes.find(({ children: all }) =>
      all.some(({ ref }) => sameRef(ref, refOf(child))),
    );
    if (here !== undefined) return certainly(here);
    const certain = namesakes.find((one) => sharesContact(one, data, child.address));
    if (certain !== undefined) return certainly(certain);
    const possible = namesakes.filter((one) => !contradicts(one, data));
    const [only] = possible;
    if (only === undefined || possible.length > 1 || data.middleName === '') {
      return certainly(null);
    }
    const family = familyOf(child.row.name.last);
    const oneFamily = only.children.some(({ surname }) => familyOf(surname) === family);
    const same = answers[key] === undefined ? oneFamily : answers[key] === 'same';
    return same
      ? { person: only, byName: 'same', namesake: only }
      : { person: null, byName: 'other', namesake: only };
  };

  const people = new Map<string, RepresentativeData>();
  const ofRows = new Map<string, readonly ParentPlan[]>();
  for (const child of children) {
    const plans = child.row.parents.map((row, index): ParentPlan => {
      const key = `${child.row.key}.p${index}`;
      const relation = row.relation ?? 'other';
      const found = find(key, child, row, relation);
      const data = dataOf(row);
      const person: Person = found.person ?? {
        id: null,
        newKey: key,
        data: { ...data },
        said: {},
        children: [],
        addresses: new Set(),
      };
      if (found.person === null) {
        remember(person);
        people.set(key, person.data);
      }
      const name = fullName(person.data);
      const changes: FieldChange[] = [];
      const contradicted: (typeof CONTACTS)[number][] = [];
      for (const field of CONTACTS) {
        const value = data[field];
        if (value === '') continue;
        const before = person.said[field];
        if (before !== undefined) {
          if (!saysSame(before, value)) contradicted.push(field);
          continue;
        }
        person.said[field] = value;
        if (person.id !== null)
          changes.push(...changeOf(key, field, person.data[field], value, name));
        person.data[field] = value;
      }
      if (person.id !== null && found.person !== null) {
        for (const field of ['lastName', 'firstName', 'middleName'] as const) {
          const change = changeOf(key, field, person.data[field], data[field], name);
          changes.push(...change);
          if (change.length > 0) person.data[field] = data[field];
        }
        const notes = noteChange(key, person.data.note, data.note, name);
        changes.push(...notes);
        person.data.note = notes[0]?.becomes ?? person.data.note;
      } else if (found.person !== null) {
        person.data.note =
          noteChange(key, person.data.note, data.note, name)[0]?.becomes ?? person.data.note;
      }
      const ref = refOf(child);
      const namesakeOf =
        found.namesake?.children.find((one) => !sameRef(one.ref, ref))?.ref ?? null;
      const sharedWith = person.children.find((one) => !sameRef(one.ref, ref))?.ref ?? null;
      const already = person.children.some((one) => sameRef(one.ref, ref));
      if (!already) person.children.push({ ref, surname: child.row.name.last });
      for (const home of [data.address, child.address]) {
        if (home !== '') person.addresses.add(textKey(home));
      }
      const ties = child.pupilId === null ? [] : (ofPupil.get(child.pupilId) ?? []);
      const tie = ties.find(({ representativeId }) => representativeId === person.id);
      if (
        tie !== undefined &&
        row.relationSaid &&
        row.relation !== null &&
        tie.relation !== row.relation
      ) {
        const kind = tie.relation === 'other' ? 'fill' : 'replace';
        const change = {
          field: 'relation',
          person: name,
          was: tie.relation,
          becomes: row.relation,
          kind,
        } as const;
        changes.push({ key: `${key}.relation`, ...change });
      }
      // A child has one mother: a second one is not added unless it is said so.
      const rival = ['mother', 'father'].includes(relation)
        ? ties.find((one) => one.relation === relation && one.representativeId !== person.id)
        : undefined;
      const rivalData = rival && byId.get(rival.representativeId)?.data;
      const tieChange: FieldChange | null =
        child.pupilId === null || tie !== undefined || already
          ? null
          : {
              key,
              field: 'parent',
              person: '',
              was: rivalData === undefined ? '' : tieText(rivalData, relation),
              becomes: tieText(data, relation),
              kind: rivalData === undefined ? 'fill' : 'replace',
            };
      return {
        key,
        row,
        relation,
        person: person.id === null ? { newKey: person.newKey } : { id: person.id },
        sharedWith,
        byName: found.byName,
        namesakeOf,
        tie: tieChange,
        tied: already || tie !== undefined,
        changes,
        contradicted,
      };
    });
    ofRows.set(child.row.key, plans);
  }
  return { ofRows, people };
}
