/**
 * A text reduced to what makes two names the same to a person: case, ё and е, dots, quotes,
 * dashes and spaces do not count. «Ф.И.О. ученика» and «фио ученика» give one key.
 */
export function textKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim();
}

/** The words of a text by the same rule. */
export function textWords(text: string): string[] {
  return textKey(text)
    .split(' ')
    .filter((word) => word !== '');
}
