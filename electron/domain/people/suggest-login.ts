import type { PersonName } from './name';

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Russian letters in Latin ones, as in Russian passports (ICAO Doc 9303); all small, other signs stay. */
export const transliterate = (text: string): string =>
  text.toLowerCase().replaceAll(/[а-яё]/g, (letter) => LETTERS[letter] ?? letter);

/**
 * «Иванова Мария Петровна» → `ivanova.mp`; a number is added where `taken` already has it.
 * Empty while there is no surname.
 */
export function suggestLogin(name: PersonName, taken: readonly string[] = []): string {
  const plain = (text: string) => transliterate(text).replaceAll(/[^a-z0-9-]/g, '');
  const surname = plain(name.lastName.trim());
  if (surname === '') return '';
  const initials = [name.firstName, name.middleName]
    .map((part) => plain(part.trim()).slice(0, 1))
    .join('');
  const login = initials === '' ? surname : `${surname}.${initials}`;
  const used = new Set(taken.map((one) => one.toLowerCase()));
  let suggestion = login;
  for (let number = 2; used.has(suggestion); number++) suggestion = `${login}${number}`;
  return suggestion;
}
