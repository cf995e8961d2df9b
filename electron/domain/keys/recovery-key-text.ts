/**
 * Sixteen signs, four bits each. Every letter looks the same in Latin and in Cyrillic (as on Russian
 * number plates), so it may be typed on either layout; no two signs look alike: of 0/O, 1/I, 3/8,
 * 5/6, 8/B at most one is here.
 */
const ALPHABET = '234679ACEHKMPTXY';

const CYRILLIC: Readonly<Record<string, string>> = {
  А: 'A',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
  Ч: '4',
  Б: '6',
};

const RANDOM_SIGNS = 32;
const CHECK_SIGNS = 4;
/** How many signs a recovery key has, its check among them. */
export const RECOVERY_KEY_SIGNS = RANDOM_SIGNS + CHECK_SIGNS;
const GROUP = 4;

/** CRC-16/CCITT-FALSE: finds every wrong sign, every swapped neighbour and any mistake within 4 signs in a row. */
function checksum(values: readonly number[]): readonly number[] {
  let crc = 0xffff;
  for (const value of values) {
    for (let bit = 3; bit >= 0; bit--) {
      const out = ((crc >> 15) ^ (value >> bit)) & 1;
      crc = ((crc << 1) & 0xffff) ^ (out === 1 ? 0x1021 : 0);
    }
  }
  return [12, 8, 4, 0].map((shift) => (crc >> shift) & 15);
}

const printed = (values: readonly number[]): string =>
  values
    .map((value, index) => (index > 0 && index % GROUP === 0 ? '-' : '') + ALPHABET.charAt(value))
    .join('');

/** The signs up to the first one that no key has. */
function valuesOf(text: string): {
  readonly values: readonly number[];
  readonly foreign: string | undefined;
} {
  const values: number[] = [];
  for (const typed of text.toUpperCase().replace(/[\s\p{Pd}\p{Cf}−_]/gu, '')) {
    const value = ALPHABET.indexOf(CYRILLIC[typed] ?? typed);
    if (value < 0) return { values, foreign: typed };
    values.push(value);
  }
  return { values, foreign: undefined };
}

/**
 * The key whose random part is these 32 values of 0–15, with its check: nine groups of four signs
 * (requirement B5).
 */
export const recoveryKeyOf = (random: readonly number[]): string =>
  printed([...random, ...checksum(random)]);

/**
 * What can be read of a key while it is being typed: any case, spaces and dashes anywhere, Cyrillic
 * letters in place of the Latin ones that look the same. `printed` is grouped as on the sheet;
 * `foreign` is the first sign that no recovery key has.
 */
export function readRecoverySigns(text: string): {
  readonly printed: string;
  readonly count: number;
  readonly foreign: string | undefined;
} {
  const { values, foreign } = valuesOf(text);
  return { printed: printed(values), count: values.length, foreign };
}

export type RecoveryKeyProblem =
  /** A sign that no recovery key has. */
  | 'foreignSign'
  /** Too few or too many signs. */
  | 'length'
  /** Every sign is possible, but somewhere a wrong one was typed. */
  | 'mistyped';

/**
 * Reads a recovery key as people type it: any case, spaces and dashes anywhere, Cyrillic letters in
 * place of the Latin ones that look the same. `key` is the key as it was printed. A problem means
 * it was typed wrongly; a key that reads well and opens nothing is the key of another journal.
 */
export function parseRecoveryKey(
  text: string,
):
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly problem: RecoveryKeyProblem } {
  const { values, foreign } = valuesOf(text);
  if (foreign !== undefined) return { ok: false, problem: 'foreignSign' };
  if (values.length !== RECOVERY_KEY_SIGNS) return { ok: false, problem: 'length' };
  const check = checksum(values.slice(0, RANDOM_SIGNS));
  const right = check.every((value, index) => values[RANDOM_SIGNS + index] === value);
  return right ? { ok: true, key: printed(values) } : { ok: false, problem: 'mistyped' };
}
