import { daysBetween, formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { copiesTexts } from '../../text/copies';
import { dayOf } from './moment';

const FRESH_DAYS = 7;

/** How old the last copy is: `none` was made yet, or in `days` with what to think of it. */
export type CopyAge =
  | { readonly level: 'none' }
  | {
      readonly level: 'fresh' | 'fair' | 'late';
      readonly days: number;
      /** By which day the regulation asks for the next one. */
      readonly due: IsoDate | null;
    };

/** The age of the newest of these copies: late once the regulation's day for the next one is past (R5). */
export function copyAge(
  copies: readonly { readonly madeAt: string }[],
  due: IsoDate | null,
  today: IsoDate,
): CopyAge {
  const [newest] = copies.map(({ madeAt }) => madeAt).toSorted((a, b) => b.localeCompare(a));
  if (newest === undefined) return { level: 'none' };
  const days = Math.max(0, daysBetween(dayOf(newest), today));
  if (due !== null && due < today) return { level: 'late', days, due };
  return { level: days <= FRESH_DAYS ? 'fresh' : 'fair', days, due };
}

/** What to think of the age: by when the next copy is due, or was. */
export function ageText(age: CopyAge): string {
  const words = copiesTexts.age;
  if (age.level === 'none') return words.first;
  if (age.due === null) return '';
  return age.level === 'late' ? words.late(formatDate(age.due)) : words.next(formatDate(age.due));
}
