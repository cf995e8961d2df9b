import { formatDate, isoDateOf, type IsoDate } from '#domain/calendar/iso-date';

const LENGTHS = [2, 2, 4] as const;

/**
 * What is being typed, led towards ДД.ММ.ГГГГ: points come by themselves, any other sign counts
 * as a point, a day or month of one digit gets its nought («1.9» → «01.09» as the point is typed).
 */
export function maskDate(raw: string): string {
  const groups = [''];
  for (const sign of raw) {
    const at = groups.length - 1;
    const group = groups[at] ?? '';
    const length = LENGTHS[at] ?? 0;
    if (/\d/.test(sign)) {
      if (group.length < length) groups[at] = group + sign;
      else if (at < 2) groups.push(sign);
    } else if (group !== '' && at < 2) {
      groups[at] = group.padStart(2, '0');
      groups.push('');
    }
  }
  return groups.join('.');
}

/** The day that the text names; undefined while it is unfinished or no such day exists. «26» is 2026. */
export function parseDateText(text: string): IsoDate | undefined {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, day, month, year] = parts.map(Number);
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return isoDateOf(year < 100 ? 2000 + year : year, month, day);
}

/** «19.11.2026», or nothing for no day. */
export const dateText = (date: IsoDate | null): string => (date === null ? '' : formatDate(date));
