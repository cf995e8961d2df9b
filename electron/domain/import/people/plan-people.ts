import { formatClassName, compareClassNames, type ClassName } from '../../people/class-name';
import { textKey } from '../text-key';
import type { PersonName, PupilRow, StaffRow } from './person-row';

/** A pupil as the journal has them; `className` is this year's, '' where in no class of it. */
export interface KnownPupil {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: string | null;
  readonly className: string;
}

export interface KnownStaff {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
}

/** What becomes of a row: a new person, one we have already, or one we know who joins a class. */
export type PersonDecision =
  | { readonly kind: 'new' }
  | { readonly kind: 'exists'; readonly id: number; readonly where: string }
  | { readonly kind: 'joins'; readonly id: number };

const keyOf = (last: string, first: string, middle: string) =>
  [last, first, middle].map(textKey).join('|');
const keyOfRow = (name: PersonName) => keyOf(name.last, name.first, name.middle);
const keyOfKnown = (one: Omit<KnownStaff, 'position' | 'id'>) =>
  keyOf(one.lastName, one.firstName, one.middleName);

/**
 * Decides for every pupil of a list whether the journal has them (C4). The same name and birth date
 * is the same pupil; where one of the two dates is not known, the same name in the same class is.
 * Who is in a class of this year stays there; who is in none joins the class of the list.
 */
export function planPupils(
  rows: readonly PupilRow[],
  known: readonly KnownPupil[],
): PersonDecision[] {
  const byName = Map.groupBy(known, keyOfKnown);
  return rows.map((row): PersonDecision => {
    const className = formatClassName(row.className);
    const namesakes = byName.get(keyOfRow(row.name)) ?? [];
    const same =
      namesakes.find(({ birthDate }) => birthDate !== null && birthDate === row.birthDate) ??
      namesakes.find(
        (one) => one.className === className && (one.birthDate === null || row.birthDate === null),
      );
    if (same === undefined) return { kind: 'new' };
    return same.className === ''
      ? { kind: 'joins', id: same.id }
      : { kind: 'exists', id: same.id, where: same.className };
  });
}

/** Decides for every member of staff of a list whether the journal has them: by the whole name. */
export function planStaff(
  rows: readonly StaffRow[],
  known: readonly KnownStaff[],
): PersonDecision[] {
  const byName = new Map(known.map((one) => [keyOfKnown(one), one]));
  return rows.map(({ name }): PersonDecision => {
    const same = byName.get(keyOfRow(name));
    return same === undefined
      ? { kind: 'new' }
      : { kind: 'exists', id: same.id, where: same.position };
  });
}

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
