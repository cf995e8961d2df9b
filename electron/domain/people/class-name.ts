/** A class: its grade and letter. A school with one class a grade has no letter. */
export interface ClassName {
  /** 1 to 12. */
  readonly grade: number;
  /** Upper case, Cyrillic: «Б», «ФМ», «Б1»; '' where the class has none. */
  readonly letter: string;
}

/** Latin letters that look like Cyrillic ones: people type whichever layout is on. */
const lookAlikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

const noLetters = new Set(['КЛ', 'КЛАСС', 'ГР', 'ГРУП']);

/**
 * Reads a class's name however it is written: «8-Б», «8Б», «8 "Б"», «8 б», «8-Б класс», «8B» in
 * Latin are one class. Undefined for anything else.
 */
export function parseClassName(text: string): ClassName | undefined {
  const plain = text
    .normalize('NFC')
    .replace(/["'«»„“”`_.,()]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()
    .replace(/ ?КЛ(?:АСС)?$/u, '');
  const found = /^(\d{1,2}) ?[-–—]? ?([\p{L}]{0,4}\d?)$/u.exec(plain);
  const grade = Number(found?.[1] ?? 0);
  const letter = (found?.[2] ?? '').replace(/[A-Z]/gu, (char) => lookAlikes[char] ?? char);
  if (grade < 1 || grade > 12 || noLetters.has(letter) || /^\d$|[A-Z]/u.test(letter)) {
    return undefined;
  }
  return { grade, letter };
}

/** «8-Б», or «8» where the class has no letter. */
export function formatClassName({ grade, letter }: ClassName): string {
  return letter === '' ? String(grade) : `${grade}-${letter}`;
}

/** «10-А, 10-Б»: the classes of a stream, the one that leads first. */
export const formatClassNames = (classes: readonly ClassName[]): string =>
  classes.map(formatClassName).join(', ');

/** Natural order: 2-А before 10-А, Ё beside Е. */
export function compareClassNames(one: ClassName, other: ClassName): number {
  return one.grade - other.grade || one.letter.localeCompare(other.letter, 'ru');
}
