import { formatClassName, compareClassNames, type ClassName } from '../../people/class-name';
import type { PupilData } from '../../pupils/pupil-data';
import { textKey } from '../text-key';
import type { PupilRow, StaffRow } from './person-row';

/** A pupil as the journal has them; `className` is this year's, '' where in no class of it. */
export type KnownPupil = PupilData & { readonly id: number; readonly className: string };

export interface KnownStaff {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly phone: string;
  readonly email: string;
}

/** What becomes of a row. */
export type PersonDecision = (
  | { readonly kind: 'new' }
  /** One we have already; `where` is the class or the position. */
  | { readonly kind: 'exists'; readonly id: number; readonly where: string }
  /** One we know who joins a class. */
  | { readonly kind: 'joins'; readonly id: number }
  /** The person who brought the list is to say. */
  | { readonly kind: 'asks' }
  /** Left out on request. */
  | { readonly kind: 'skipped' }
) & {
  /** Who of ours may be meant, also after it was said. */
  readonly asked?: readonly number[];
};

/** What the person said of rows that ask: the id of one of ours, `new`, `skip`. */
export type Answers = Readonly<Record<string, string>>;

const pairKey = (last: string, first: string) => `${textKey(last)}|${textKey(first)}`;
/** The same patronymic, or one of the two does not tell it. */
const sameMiddle = (one: string, other: string) =>
  one === '' || other === '' || textKey(one) === textKey(other);
const oneOf = <Value>(list: readonly Value[]) => (list.length === 1 ? list[0] : undefined);

type Known = {
  readonly byName: ReadonlyMap<string, readonly KnownPupil[]>;
  readonly bySnils: ReadonlyMap<string, readonly KnownPupil[]>;
};

const namesakesOf = ({ name }: PupilRow, { byName }: Known) =>
  (byName.get(pairKey(name.last, name.first)) ?? []).filter(({ middleName }) =>
    sameMiddle(middleName, name.middle),
  );

/**
 * Whom a row means beyond doubt: the same СНИЛС with the same name or surname; the same name and
 * birth date; the same name in the same class where a birth date is not known.
 */
function certainMatch(row: PupilRow, known: Known): KnownPupil | undefined {
  const { snils } = row.contacts;
  const papers = snils === '' ? undefined : oneOf(known.bySnils.get(snils) ?? []);
  if (
    papers !== undefined &&
    (textKey(papers.lastName) === textKey(row.name.last) ||
      textKey(papers.firstName) === textKey(row.name.first))
  ) {
    return papers;
  }
  const namesakes = namesakesOf(row, known).filter(
    (one) => snils === '' || one.snils === '' || one.snils === snils,
  );
  const born = namesakes.filter(
    ({ birthDate }) => birthDate !== null && birthDate === row.birthDate,
  );
  if (born.length > 0) return oneOf(born);
  if (row.className === null) {
    // Neither a class nor a birth date: only the one of that name who learns here.
    const only = oneOf(namesakes);
    return row.birthDate === null && only?.className !== '' ? only : undefined;
  }
  const className = formatClassName(row.className);
  const here = namesakes.filter((one) => one.className === className);
  const [only] = here;
  return only !== undefined &&
    here.length === 1 &&
    (only.birthDate === null || row.birthDate === null)
    ? only
    : undefined;
}

/** Namesakes who may be meant all the same: not those a list tells apart by what both know. */
function doubtful(
  row: PupilRow,
  known: Known,
  claimed: ReadonlyMap<number, PupilRow>,
): readonly number[] {
  const bySnils = row.contacts.snils === '' ? [] : (known.bySnils.get(row.contacts.snils) ?? []);
  const namesakes = namesakesOf(row, known).filter((one) => {
    const born = one.birthDate ?? claimed.get(one.id)?.birthDate ?? null;
    if (row.birthDate === null || born === null || born === row.birthDate) return true;
    // Another birth date: a mistake, or another child. Whoever left long ago, or has a row of their own, is another.
    return one.className !== '' && !claimed.has(one.id);
  });
  return [...new Set([...bySnils, ...namesakes].map(({ id }) => id))];
}

/**
 * Decides for every pupil of a list whether the journal has them (C4); nothing is guessed: where a
 * namesake's class or birth date differs, the row asks. Who is in a class of this year stays there;
 * who is in none joins the class of the list. In a list of parents a child may stand in many rows.
 */
export function planPupils(
  rows: readonly PupilRow[],
  pupils: readonly KnownPupil[],
  answers: Answers = {},
  list: 'pupils' | 'parents' = 'pupils',
): PersonDecision[] {
  const known: Known = {
    byName: Map.groupBy(pupils, (one) => pairKey(one.lastName, one.firstName)),
    bySnils: Map.groupBy(
      pupils.filter(({ snils }) => snils !== ''),
      ({ snils }) => snils,
    ),
  };
  const byId = new Map(pupils.map((one) => [one.id, one]));
  const claimed = new Map<number, PupilRow>();
  const certain = rows.map((row) => {
    const match = certainMatch(row, known);
    if (match === undefined) return undefined;
    const first = claimed.get(match.id) ?? row;
    claimed.set(match.id, first);
    // Twice the same pupil in a list: the second row asks.
    return list === 'parents' || first === row ? match : undefined;
  });
  const decide = ({ id, className }: KnownPupil): PersonDecision =>
    className === '' && list === 'pupils'
      ? { kind: 'joins', id }
      : { kind: 'exists', id, where: className };
  return rows.map((row, index): PersonDecision => {
    const answer = answers[row.key];
    const match = certain[index];
    if (match !== undefined) return decide(match);
    const asked = doubtful(row, known, claimed);
    if (answer === 'skip') return { kind: 'skipped', asked };
    if (asked.length === 0) return { kind: 'new' };
    if (answer === 'new') return { kind: 'new', asked };
    const chosen = byId.get(Number(answer));
    return chosen !== undefined && asked.includes(chosen.id)
      ? { ...decide(chosen), asked }
      : { kind: 'asks', asked };
  });
}

const initialOf = (text: string) => textKey(text).slice(0, 1);
const isInitial = (text: string) => textKey(text).length === 1;

/** «Дроздова О. С.» may be «Дроздова Ольга Сергеевна». */
function mayBeStaff(row: StaffRow, one: KnownStaff): boolean {
  if (textKey(one.lastName) !== textKey(row.name.last)) return false;
  const same = (short: string, other: string) =>
    textKey(short) === textKey(other) ||
    ((isInitial(short) || isInitial(other)) && initialOf(short) === initialOf(other));
  return (
    same(row.name.first, one.firstName) &&
    (row.name.middle === '' || one.middleName === '' || same(row.name.middle, one.middleName))
  );
}

/**
 * Decides for every member of staff of a list whether the journal has them: by the whole name. One
 * whole name twice in the journal, initials, or a name without a patronymic ask.
 */
export function planStaff(
  rows: readonly StaffRow[],
  known: readonly KnownStaff[],
  answers: Answers = {},
): PersonDecision[] {
  const bySurname = Map.groupBy(known, ({ lastName }) => textKey(lastName));
  return rows.map((row): PersonDecision => {
    const { name } = row;
    const candidates = (bySurname.get(textKey(name.last)) ?? []).filter((one) =>
      mayBeStaff(row, one),
    );
    const whole = candidates.filter(
      (one) =>
        textKey(one.firstName) === textKey(name.first) &&
        textKey(one.middleName) === textKey(name.middle),
    );
    const same = oneOf(whole);
    if (same !== undefined) return { kind: 'exists', id: same.id, where: same.position };
    if (candidates.length === 0) return { kind: 'new' };
    const asked = candidates.map(({ id }) => id);
    const answer = answers[staffKey(row)];
    if (answer === 'skip') return { kind: 'skipped', asked };
    if (answer === 'new') return { kind: 'new', asked };
    const chosen = candidates.find(({ id }) => id === Number(answer));
    return chosen === undefined
      ? { kind: 'asks', asked }
      : { kind: 'exists', id: chosen.id, where: chosen.position, asked };
  });
}

/** Names a row of the staff in answers and changes. */
export const staffKey = ({ rowNumber }: Pick<StaffRow, 'rowNumber'>): string => `r${rowNumber}`;

/** The classes that the rows name and the year does not have, in natural order. */
export function missingClasses(
  named: readonly ClassName[],
  known: readonly ClassName[],
): ClassName[] {
  const have = new Set(known.map(formatClassName));
  const missing = new Map(named.map((name) => [formatClassName(name), name]));
  return [...missing]
    .filter(([name]) => !have.has(name))
    .map(([, name]) => name)
    .sort(compareClassNames);
}
