import type { Weekday } from '../calendar/iso-date';
import { clashesOf, gravest, type Clash, type ClashLevel } from './clashes';
import {
  isSameHour,
  placementKey,
  type Placement,
  type Slot,
  type TimetableGround,
} from './ground';
import { isAdvice, warningsOf, type SlotWarning } from './slot-warnings';

/** What a place in the week is for the hours that are being put there. */
export interface SlotHint {
  readonly level: ClashLevel | 'free';
  readonly clashes: readonly Clash[];
  readonly warnings: readonly SlotWarning[];
}

export const slotKey = ({ weekday, lessonNumber }: Slot): string => `${weekday} ${lessonNumber}`;

function hintAmong(
  ground: TimetableGround,
  others: readonly Placement[],
  moving: readonly Placement[],
  slot: Slot,
): SlotHint {
  const clashes: Clash[] = [];
  const warnings: SlotWarning[] = [];
  for (const place of moving) {
    const there = { ...place, ...slot };
    // Another hour of the page itself stands there.
    const same = others.find((one) => isSameHour(one, there));
    if (same !== undefined) {
      clashes.push({ kind: 'pupils', level: 'never', pupils: [], with: same });
    }
    clashes.push(...clashesOf(ground, others, there));
    warnings.push(...warningsOf(ground, others, there));
  }
  const levels = clashes.map(({ level }) => level);
  const level = gravest(warnings.every(isAdvice) ? levels : [...levels, 'warn']);
  return { level: level ?? 'free', clashes, warnings };
}

/** The hint of every place of the week (T1): at once, while somebody drags or chooses. */
export function slotHints(
  ground: TimetableGround,
  placements: readonly Placement[],
  moving: readonly Placement[],
  {
    weekdays,
    numbers,
  }: { readonly weekdays: readonly Weekday[]; readonly numbers: readonly number[] },
): ReadonlyMap<string, SlotHint> {
  const away = new Set(moving.map(placementKey));
  const others = placements.filter((place) => !away.has(placementKey(place)));
  return new Map(
    weekdays.flatMap((weekday) =>
      numbers.map((lessonNumber) => {
        const slot = { weekday, lessonNumber };
        return [slotKey(slot), hintAmong(ground, others, moving, slot)] as const;
      }),
    ),
  );
}
