const UNITS = ['байт', 'КБ', 'МБ', 'ГБ', 'ТБ'] as const;
const STEP = 1024;

/** «312 МБ», «1,5 ГБ»: as the system's own windows count, below ten with one decimal. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.round(value) >= STEP && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  return `${String(rounded).replace('.', ',')} ${UNITS[unit] ?? ''}`;
}
