import { textKey } from '../text-key';
import { matchName, nearlySame, type MatchedName } from './name-match';

/** A teacher or a pupil as we know them; a part that is not known is ''. */
export interface KnownPerson<Id> {
  readonly id: Id;
  readonly last: string;
  readonly first: string;
  readonly middle: string;
}

const wordsOf = (text: string) =>
  text
    .split(/[\s.,]+/u)
    .map(textKey)
    .filter((word) => word !== '');

/** How well words or initials fit a given name and patronymic; undefined where they contradict. */
function givenScore(words: readonly string[], known: readonly string[]): number | undefined {
  if (words.length === 0) return 0.6;
  for (const [index, word] of words.entries()) {
    const name = known[index];
    if (name === undefined) return 0.95;
    if (word !== name && !(word.length === 1 && name.startsWith(word))) return undefined;
  }
  // «Лаптева О.» leaves room for doubt, «Лаптева Ольга» only among namesakes.
  const initialOnly = words.length === 1 && words[0]?.length === 1;
  return initialOnly && known.length > 1 ? 0.9 : 1;
}

function scoreWith<Id>(last: string, given: readonly string[], one: KnownPerson<Id>): number {
  const sameLast = last === textKey(one.last);
  if (!sameLast && !nearlySame(last, textKey(one.last))) return 0;
  const fit = givenScore(given, wordsOf(`${one.first} ${one.middle}`));
  if (fit === undefined) return sameLast ? 0.45 : 0;
  return sameLast ? fit : fit * 0.8;
}

function scoreOf<Id>(name: string, one: KnownPerson<Id>): number {
  const words = wordsOf(name);
  const lastWords = wordsOf(one.last).length || 1;
  const behind = words.slice(lastWords);
  const front = words.slice(0, -lastWords);
  // «Лаптева О. С.» and «О. С. Лаптева».
  return Math.max(
    scoreWith(words.slice(0, lastWords).join(' '), behind, one),
    front.length === 0 ? 0 : scoreWith(words.slice(-lastWords).join(' '), front, one),
  );
}

/**
 * Matches people's names of a file («Лаптева О. С.», «О.С. Лаптева», «Лаптева Ольга Сергеевна»)
 * to ours: teachers of a timetable, pupils of a report. Exact only where one person alone fits the
 * surname and what is told of the other names; a surname by itself or with one initial, other
 * initials, an unknown patronymic or one wrong letter are likely.
 */
export function matchPeople<Id>(
  names: readonly string[],
  ours: readonly KnownPerson<Id>[],
): MatchedName<Id>[] {
  const labelOf = (one: KnownPerson<Id>) => `${one.last} ${one.first} ${one.middle}`;
  return names.map((name) => matchName(name, ours, labelOf, (one) => scoreOf(name, one)));
}
