import { applyEdit, clashesOfEdit, type TimetableEdit } from '#domain/timetable/clashes';
import {
  isSameHour,
  type Placement,
  type Slot,
  type TimetableGround,
} from '#domain/timetable/ground';
import { ownRoom, roomChoices, type TimetableRoom } from '#domain/timetable/room-choice';
import type { Draft } from './use-draft';

/** What a move is looked at by. */
export type Around = {
  readonly ground: TimetableGround;
  readonly rooms: readonly TimetableRoom[];
  readonly list: readonly Placement[];
  readonly placements: Draft['placements'];
  /** The room one is looking at: what is put down there gets it. */
  readonly fixedRoom: number | null;
};

/** The room an hour gets there: its own if it is free, else the best free one. */
function roomAt(around: Around, place: Placement, others: readonly Placement[]): number | null {
  if (around.fixedRoom !== null) return around.fixedRoom;
  const choices = roomChoices(around.ground, others, place, around.rooms);
  const own = choices.find(({ room }) => room.id === place.roomId);
  return own !== undefined && own.takenBy === undefined ? place.roomId : ownRoom(choices);
}

const without = (list: readonly Placement[], gone: readonly Placement[]) =>
  list.filter((one) => !gone.some((place) => isSameHour(place, one)));

/** The hours in that slot, each in the room it gets there. */
export function movedTo(
  around: Around,
  places: readonly Placement[],
  slot: Slot,
): readonly Placement[] {
  const others = without(around.list, places);
  const put: Placement[] = [];
  for (const place of places) {
    const there = { ...place, ...slot };
    put.push({ ...there, roomId: roomAt(around, there, [...others, ...put]) });
  }
  return put;
}

/**
 * The exchange of hours with those that their pupils have in that slot; undefined where there are
 * none or the exchange would clash.
 */
export function swapOf(
  around: Around,
  moved: readonly Placement[],
  put: readonly Placement[],
  slot: Slot,
): TimetableEdit | undefined {
  const { ground, list } = around;
  const [first] = moved;
  if (first === undefined) return undefined;
  const pages = moved.flatMap(({ pageId }) => ground.pages.get(pageId) ?? []);
  const there = list.filter((place) => {
    const page = ground.pages.get(place.pageId);
    return (
      place.weekday === slot.weekday &&
      place.lessonNumber === slot.lessonNumber &&
      page !== undefined &&
      pages.some((one) => ground.shared(one, page) !== undefined)
    );
  });
  if (there.length === 0) return undefined;
  const { weekday, lessonNumber } = first;
  const rest = without(list, [...moved, ...there]);
  const away: Placement[] = [];
  for (const place of there) {
    const back = { ...place, weekday, lessonNumber };
    away.push({ ...back, roomId: roomAt(around, back, [...rest, ...put, ...away]) });
  }
  const edit = { take: [...moved, ...there], put: [...put, ...away] };
  const after = applyEdit(around.placements, edit);
  if (after === undefined) return undefined;
  const grave = clashesOfEdit(ground, after, edit).some(({ clash }) => clash.level !== 'warn');
  return grave ? undefined : edit;
}
