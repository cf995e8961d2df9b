import type { SchoolDay } from './calendar';
import type { Member } from './pupils';
import type { Random } from './random';
import type { Attendance } from './rows';

/** What a pupil's days look like: why away all day, how late in the morning. */
export type DayRecord = {
  readonly away: readonly (Attendance | undefined)[];
  /** Minutes late for the first lesson; 0: in time. */
  readonly late: readonly number[];
};

const MINUTES = [2, 3, 5, 5, 5, 7, 10, 10, 15, 20];
/** Colds by month: how much more (less) often than usual. */
const SEASON: Readonly<Record<string, number>> = { '11': 1.4, '12': 1.7, '02': 1.8, '05': 0.6 };

/**
 * The days of a member up to `pastDays`. Illness comes in runs of days, once in 120 pupils and
 * years in a run of many weeks; the rest is a day or two.
 */
export function dayRecordOf(
  { pupil, firstDay, lastDay }: Member,
  days: readonly SchoolDay[],
  pastDays: number,
  random: Random,
): DayRecord {
  const away: (Attendance | undefined)[] = Array.from({ length: days.length });
  const late: number[] = Array.from({ length: days.length }, () => 0);
  const end = Math.min(lastDay + 1, pastDays);
  const fill = (reason: Attendance, from: number, length: number) => {
    for (let day = from; day < Math.min(end, from + length); day += 1) away[day] = reason;
    return from + length;
  };
  const longIllness = random.chance(1 / 120) ? random.between(0, 45) : -1;

  let day = firstDay;
  while (day < end) {
    const season = SEASON[days[day]?.date.slice(5, 7) ?? ''] ?? 1;
    if (day === longIllness) day = fill('ill', day, random.between(34, 45));
    else if (random.chance(0.009 * pupil.frailty * season)) {
      day = fill('ill', day, random.between(3, 8));
    } else if (random.chance(0.004)) day = fill('excused', day, random.between(1, 2));
    else if (random.chance(pupil.truant ? 0.03 : 0.0015)) day = fill('absent', day, 1);
    else {
      if (random.chance(pupil.truant ? 0.06 : 0.007)) late[day] = random.pick(MINUTES);
      day += 1;
    }
  }
  return { away, late };
}
