import { textKey } from '../text-key';
import { matchName, nearlySame, type MatchedName } from './name-match';

/** One of the staff as we know them; a part that is not known is ''. */
export interface KnownTeacher<Id> {
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
  let told = 0;
  for (const [index, word] of words.entries()) {
    const name = known[index];
    if (name === undefined) continue;
    if (word !== name && !(word.length === 1 && name.startsWith(word))) return undefined;
    told += 1;
  }
  if (told === 0) return 0.6;
  // Fewer initials than names: «Лаптева О.» leaves room for doubt only among namesakes.
  return told >= Math.min(2, known.length) ? 1 : 0.9;
}

function scoreWith<Id>(last: string, given: readonly string[], one: KnownTeacher<Id>): number {
  const sameLast = last === textKey(one.last);
  if (!sameLast && !nearlySame(last, textKey(one.last))) return 0;
  const fit = givenScore(given, wordsOf(`${one.first} ${one.middle}`));
  if (fit === undefined) return sameLast ? 0.45 : 0;
  return sameLast ? fit : fit * 0.8;
}

function scoreOf<Id>(name: string, one: KnownTeacher<Id>): number {
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
 * Matches teachers' names of a file («Лаптева О. С.», «О.С. Лаптева», «Лаптева Ольга Сергеевна»)
 * to the staff. Exact only where one person alone fits the surname and every initial told; a
 * surname by itself, other initials or one wrong letter are likely.
 */
export function matchTeachers<Id>(
  names: readonly string[],
  ours: readonly KnownTeacher<Id>[],
): MatchedName<Id>[] {
  const labelOf = (one: KnownTeacher<Id>) => `${one.last} ${one.first} ${one.middle}`;
  return names.map((name) => matchName(name, ours, labelOf, (one) => scoreOf(name, one)));
}
