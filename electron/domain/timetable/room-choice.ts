import { atOneTime, isSameHour, type Placement, type TimetableGround } from './ground';

export interface TimetableRoom {
  readonly id: number;
  readonly name: string;
  /** Whose room it is. */
  readonly keeperId: number | null;
  /** Subjects it is fitted for; none says nothing. */
  readonly subjectIds: readonly number[];
}

/** Why a room is offered, the best reason first. */
export const ROOM_FITS = ['used', 'keeper', 'subject', 'class', 'any'] as const;
export type RoomFit = (typeof ROOM_FITS)[number];

export interface RoomChoice {
  readonly room: TimetableRoom;
  readonly fit: RoomFit;
  /** Who has it then. */
  readonly takenBy: Placement | undefined;
}

/** The rooms for an hour (T1, S1): free before taken, suitable before others. */
export function roomChoices(
  ground: TimetableGround,
  placements: readonly Placement[],
  candidate: Placement,
  rooms: readonly TimetableRoom[],
): readonly RoomChoice[] {
  const page = ground.pages.get(candidate.pageId);
  if (page === undefined) return [];
  const used = new Set<number>();
  const taken = new Map<number, Placement>();
  for (const place of placements) {
    if (place.roomId === null) continue;
    if (place.pageId === page.id) used.add(place.roomId);
    const other = ground.pages.get(place.pageId);
    if (other === undefined || isSameHour(place, candidate)) continue;
    if (atOneTime(ground, [candidate, page], [place, other])) taken.set(place.roomId, place);
  }
  const classRooms = new Set(page.classIds.map((id) => ground.classes.get(id)?.roomId));
  const fitOf = (room: TimetableRoom): RoomFit => {
    if (used.has(room.id)) return 'used';
    if (room.keeperId !== null && page.teacherIds.includes(room.keeperId)) return 'keeper';
    if (room.subjectIds.includes(page.subjectId)) return 'subject';
    return classRooms.has(room.id) ? 'class' : 'any';
  };
  const rank = ({ fit, takenBy }: RoomChoice) =>
    ROOM_FITS.indexOf(fit) + (takenBy === undefined ? 0 : ROOM_FITS.length);
  return rooms
    .map((room) => ({ room, fit: fitOf(room), takenBy: taken.get(room.id) }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || a.room.name.localeCompare(b.room.name, 'ru', { numeric: true }),
    );
}

/** The room an hour gets by itself: the first free one that suits; none where there is none. */
export const ownRoom = (choices: readonly RoomChoice[]): number | null => {
  const [best] = choices;
  return best === undefined || best.fit === 'any' || best.takenBy !== undefined
    ? null
    : best.room.id;
};
