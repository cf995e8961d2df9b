import { daysBetween, type IsoDate } from '#domain/calendar/iso-date';
import { dayOf } from './moment';

/** A quarter of the school year is never longer: after it the last copy is late. */
const LATE_AFTER_DAYS = 70;
const FRESH_DAYS = 7;

/** How old the last copy is: `none` was made yet, or in `days` with what to think of it. */
export type CopyAge =
  | { readonly level: 'none' }
  | { readonly level: 'fresh' | 'fair' | 'late'; readonly days: number };

/** The age of the newest of these copies (requirements B1, D1: at least one in a quarter). */
export function copyAge(copies: readonly { readonly madeAt: string }[], today: IsoDate): CopyAge {
  const [newest] = copies.map(({ madeAt }) => madeAt).toSorted((a, b) => b.localeCompare(a));
  if (newest === undefined) return { level: 'none' };
  const days = Math.max(0, daysBetween(dayOf(newest), today));
  if (days <= FRESH_DAYS) return { level: 'fresh', days };
  return { level: days <= LATE_AFTER_DAYS ? 'fair' : 'late', days };
}
