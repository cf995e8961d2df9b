import { useMemo, useState } from 'react';
import type { EditorData } from '#contract/timetable';
import {
  applyEdit,
  clashesOfEdit,
  gravest,
  type ClashLevel,
  type TimetableEdit,
} from '#domain/timetable/clashes';
import {
  isSameHour,
  placementKey,
  type Placement,
  type Slot,
  type TimetableGround,
} from '#domain/timetable/ground';
import { slotHints, slotKey, type SlotHint } from '#domain/timetable/slot-hints';
import type { Extent } from './board-model';
import { movedTo, swapOf } from './moves';
import type { Names } from './names';
import type { Draft } from './use-draft';

/** Hours on their way to a place: taken up from somewhere, or not placed yet. */
export type Carried = { readonly from: 'board' | 'list'; readonly places: readonly Placement[] };

/** What a place says to what is carried; `swap`: taken, but the two may change places. */
export type PlaceHint = Omit<SlotHint, 'level'> & { readonly level: SlotHint['level'] | 'swap' };

export type Refused = {
  readonly edit: TimetableEdit;
  readonly level: Exclude<ClashLevel, 'warn'>;
  readonly reasons: readonly string[];
  /** What stands there and what was carried change places. */
  readonly swap?: TimetableEdit;
};

/**
 * Placing hours: what is carried, what each place says to it, and putting it down. A clash that no
 * school can mean is refused; another one waits for «всё равно поставить».
 */
export function usePlacing(options: {
  readonly data: EditorData;
  readonly ground: TimetableGround;
  readonly names: Names;
  readonly draft: Draft;
  readonly extent: Extent;
  /** The room one is looking at: what is put down there gets it. */
  readonly fixedRoom: number | null;
}) {
  const { data, ground, names, draft, extent, fixedRoom } = options;
  const [carried, setCarried] = useState<Carried | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  const around = useMemo(
    () => ({
      ground,
      rooms: data.rooms,
      list: draft.list,
      placements: draft.placements,
      fixedRoom,
    }),
    [ground, data.rooms, draft.list, draft.placements, fixedRoom],
  );

  /** Makes a change if nothing grave speaks against it; says whether it was made. */
  const tryEdit = (edit: TimetableEdit, swap?: TimetableEdit): boolean => {
    const after = applyEdit(draft.placements, edit);
    if (after === undefined) return false;
    const found = clashesOfEdit(ground, after, edit);
    const level = gravest(found.map(({ clash }) => clash.level));
    if (level === 'never' || level === 'ask') {
      const clashes = found.map(({ clash }) => clash).filter((clash) => clash.level !== 'warn');
      const reasons = names.hint({ clashes, warnings: [] });
      setRefused({ edit, level, reasons, ...(swap !== undefined && { swap }) });
      return false;
    }
    setRefused(null);
    return draft.edit(edit);
  };

  const hints = useMemo(() => {
    if (carried === null) return undefined;
    // A room is found where the hour is put down: only a fixed one can be in the way.
    const moving = carried.places.map((place) => ({ ...place, roomId: around.fixedRoom }));
    const found = new Map<string, PlaceHint>(slotHints(around.ground, around.list, moving, extent));
    if (carried.from === 'list') return found;
    // Where it stands is no place to go to.
    for (const place of carried.places) found.delete(slotKey(place));
    for (const weekday of extent.weekdays) {
      for (const lessonNumber of extent.numbers) {
        const slot = { weekday, lessonNumber };
        const hint = found.get(slotKey(slot));
        if (hint?.level !== 'never') continue;
        const put = movedTo(around, carried.places, slot);
        const swap = swapOf(around, carried.places, put, slot);
        if (swap !== undefined) found.set(slotKey(slot), { ...hint, level: 'swap' });
      }
    }
    return found;
  }, [carried, around, extent]);

  return {
    carried,
    refused,
    hints,
    carry: (next: Carried | null) => {
      setCarried(next);
      setRefused(null);
    },
    /** Puts what is carried there. */
    putDown: (slot: Slot, what: Carried | null = carried): boolean => {
      if (what === null) return false;
      const moved = what.from === 'board' ? what.places : [];
      if (moved.some((place) => isSameHour(place, { ...place, ...slot }))) {
        setCarried(null);
        return false;
      }
      const put = movedTo(around, what.places, slot);
      const made = tryEdit({ take: moved, put }, swapOf(around, moved, put, slot));
      if (made) setCarried(null);
      return made;
    },
    takeOut: (places: readonly Placement[]): boolean =>
      places.length > 0 && tryEdit({ take: places, put: [] }),
    /** The same hour in another room or in other weeks. */
    change: (place: Placement, to: Partial<Pick<Placement, 'roomId' | 'week'>>): boolean =>
      tryEdit({ take: [place], put: [{ ...place, ...to }] }),
    /** The other way out of a refusal: the exchange, or the change all the same. */
    insist: () => {
      if (refused === null) return;
      if (refused.swap !== undefined) draft.edit(refused.swap);
      else if (refused.level === 'ask') draft.edit(refused.edit, true);
      else return;
      setRefused(null);
      setCarried(null);
    },
  };
}
export type Placing = ReturnType<typeof usePlacing>;

export const carriedKeys = (carried: Carried | null): readonly string[] =>
  carried?.from === 'board' ? carried.places.map(placementKey) : [];
