import { formatClassName, parseClassName } from '../../people/class-name';
import { textKey } from '../text-key';
import { matchName, type MatchedName } from './name-match';

export interface KnownClass<Id> {
  readonly id: Id;
  /** «8-Б». */
  readonly name: string;
}

/** Ways to write one class give one key; any other name is compared as text. */
function classKey(name: string): string {
  const parsed = parseClassName(name);
  return parsed === undefined ? textKey(name) : formatClassName(parsed);
}

function scoreOf<Id>(name: string, one: KnownClass<Id>): number {
  const key = classKey(name);
  const known = classKey(one.name);
  if (key !== '' && key === known) return 1;
  // «8А 1 группа» speaks of 8-А; «8» may mean any class of the grade.
  const front = /^\d{1,2}\s?-?\s?["«]?\p{L}{1,3}["»]?(?=[\s_\-.,(/+])/u.exec(name)?.[0];
  if (front !== undefined && classKey(front) === known) return 0.8;
  const parsed = parseClassName(name);
  return parsed?.letter === '' && parsed.grade === parseClassName(one.name)?.grade ? 0.5 : 0;
}

/** Matches classes' names of a file to the school's: «8А», «8-а» and «8 "А"» are exact. */
export function matchClasses<Id>(
  names: readonly string[],
  ours: readonly KnownClass<Id>[],
): MatchedName<Id>[] {
  const labelOf = (one: KnownClass<Id>) => one.name;
  return names.map((name) => matchName(name, ours, labelOf, (one) => scoreOf(name, one)));
}
