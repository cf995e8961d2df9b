import { textKey, textWords } from '../text-key';
import { matchName, nearlySame, type MatchedName } from './name-match';
import { subjectGroupOf } from './subject-synonyms';

/** A subject as the school calls it; `shortName` is '' where it has none. */
export interface KnownSubject<Id> {
  readonly id: Id;
  readonly name: string;
  readonly shortName: string;
}

/** «Ин. яз.» begins the words of «Иностранный язык», one by one; less surely with words to spare. */
function abbreviation(short: readonly string[], full: readonly string[]): number {
  if (short.length === 0 || short.length > full.length) return 0;
  if (!short.every((word, index) => word.length > 1 && full[index]?.startsWith(word))) return 0;
  return short.length === full.length ? 0.9 : 0.7;
}

/** «ОДНКНР» and the first letters of its words; short words may be left out. */
function isAcronym(name: string, words: readonly string[]): boolean {
  const lettersOf = (some: readonly string[]) => some.map((word) => word.charAt(0)).join('');
  const long = words.filter((word) => word.length > 2);
  return name.length > 1 && (name === lettersOf(words) || name === lettersOf(long));
}

/** The share of words in common, one wrong letter or a shortened word forgiven. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  let common = 0;
  for (const word of one) {
    const at = left.findIndex(
      (mate) =>
        nearlySame(word, mate) ||
        (Math.min(word.length, mate.length) > 2 &&
          (mate.startsWith(word) || word.startsWith(mate))),
    );
    if (at >= 0) {
      left.splice(at, 1);
      common += 1;
    }
  }
  return (2 * common) / (one.length + other.length || 1);
}

function closeness(name: string, known: string): number {
  const words = textWords(name);
  const knownWords = textWords(known);
  const shortened = Math.max(abbreviation(words, knownWords), abbreviation(knownWords, words));
  if (isAcronym(textKey(name), knownWords) || isAcronym(textKey(known), words)) return 0.85;
  return Math.max(shortened, Math.min(0.8, overlap(words, knownWords)));
}

/**
 * Matches subjects' names of a file to the school's. The same name, or the same short name, is
 * exact; else a name known to mean the same subject («Физкультура», «ИЗО», «Математика
 * (алгебра)»), unless two of ours mean it; shortened and similar names are likely.
 */
export function matchSubjects<Id>(
  names: readonly string[],
  ours: readonly KnownSubject<Id>[],
): MatchedName<Id>[] {
  const labelOf = (one: KnownSubject<Id>) => one.name;
  return names.map((name) => {
    const key = textKey(name);
    const group = subjectGroupOf(name);
    const isSame = (one: KnownSubject<Id>) => key !== '' && textKey(one.name) === key;
    const isShort = (one: KnownSubject<Id>) => key !== '' && textKey(one.shortName) === key;
    const meansSame = (one: KnownSubject<Id>) =>
      group !== undefined &&
      (subjectGroupOf(one.name) === group || subjectGroupOf(one.shortName) === group);
    // The strongest reason that any of ours has decides; the others are not sure any more.
    const reason = [isSame, isShort, meansSame].find((test) => ours.some(test));
    const scoreOf = (one: KnownSubject<Id>) => {
      if (reason?.(one) === true) return 1;
      if (meansSame(one) || isShort(one)) return 0.95;
      const short = one.shortName === '' ? 0 : closeness(name, one.shortName);
      return Math.max(short, closeness(name, one.name));
    };
    return matchName(name, ours, labelOf, scoreOf);
  });
}
