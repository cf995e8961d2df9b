import { ROLE_WORDS } from '../regulation/sentences';
import { compareText } from '../text/compare-text';
import { DUTY_STATES, type DutyState } from './duty';
import type { DutyLine } from './lines';

/** How many lines of each urgency somebody, or a class, has. */
export type DutyCounts = Readonly<Record<DutyState, number>> & {
  readonly key: string;
  readonly name: string;
};

const countStates = (lines: readonly DutyLine[]): Readonly<Record<DutyState, number>> => {
  const counts = { overdue: 0, today: 0, week: 0, later: 0, closed: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
};

/** Whose a line is: a person's number, or a role's name. */
export const ownerKey = ({ staffId, role }: Pick<DutyLine, 'staffId' | 'role'>): string =>
  staffId === null ? role : String(staffId);

const capital = (words: string) => words.replace(/^./u, (letter) => letter.toUpperCase());

/** Who the owner of a line is: «Иванова А. П.»; of what a whole role owes «Заместитель директора». */
export const ownerName = (
  { staffId, role }: Pick<DutyLine, 'staffId' | 'role'>,
  names: ReadonlyMap<number, string>,
): string => (staffId === null ? capital(ROLE_WORDS[role]) : (names.get(staffId) ?? ''));

/** The most urgent first, then by name. */
const mostFirst = (a: DutyCounts, b: DutyCounts): number => {
  const state = DUTY_STATES.find((one) => a[one] !== b[one]);
  return state === undefined ? compareText(a.name, b.name) : b[state] - a[state];
};

/** Who owes how much (D2). */
export function dutiesByPerson(
  lines: readonly DutyLine[],
  names: ReadonlyMap<number, string>,
): readonly DutyCounts[] {
  return [...Map.groupBy(lines, ownerKey)]
    .flatMap(([key, own]) =>
      own[0] === undefined ? [] : [{ key, name: ownerName(own[0], names), ...countStates(own) }],
    )
    .sort(mostFirst);
}

/** How much is owed in each class (D2); a stream's counts in all of its classes. */
export function dutiesByClass(
  lines: readonly DutyLine[],
  classes: readonly { readonly id: number; readonly name: string }[],
): readonly DutyCounts[] {
  return classes
    .map(({ id, name }) => ({
      key: String(id),
      name,
      ...countStates(lines.filter(({ classIds }) => classIds.includes(id))),
    }))
    .filter((one) => DUTY_STATES.some((state) => one[state] > 0))
    .sort(mostFirst);
}
