import type { LocalInstant } from '../regulation/instant';
import { DUTY_STATES, stateOf, type Duty, type DutyState } from './duty';
import { dutyWords } from './kinds';

/** Duties of one kind, person, group and urgency, said at once: «3 урока без темы · 8-Б, алгебра». */
export type DutyLine = Omit<Duty, 'group' | 'what'> & {
  readonly key: string;
  readonly text: string;
  readonly state: DutyState;
};

const earliestFirst = (a: Duty, b: Duty) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
const rank = (state: DutyState) => DUTY_STATES.indexOf(state);

/**
 * Duties as people say them, the most urgent first. A line is due when the first of its duties is, and
 * leads there.
 */
export function dutyLines(duties: readonly Duty[], now: LocalInstant): readonly DutyLine[] {
  const keyOf = (duty: Duty) =>
    [duty.staffId ?? duty.role, duty.kind, duty.group, stateOf(duty, now)].join(' ');
  return [...Map.groupBy(duties, keyOf)]
    .flatMap(([key, own]): DutyLine[] => {
      const [first] = own.toSorted(earliestFirst);
      if (first === undefined) return [];
      const { group: _group, what, ...duty } = first;
      const count = own.reduce((sum, one) => sum + one.count, 0);
      const text = dutyWords(first.kind, count, what);
      const classIds = [...new Set(own.flatMap((one) => one.classIds))];
      return [{ ...duty, key, classIds, count, text, state: stateOf(first, now) }];
    })
    .sort(
      (a, b) =>
        rank(a.state) - rank(b.state) ||
        (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) ||
        (a.key < b.key ? -1 : 1),
    );
}
