import type { Rooms } from '#contract/rooms';
import { staffExists } from '#db/queries/people';
import {
  countRoomsOf,
  deleteBuilding,
  findAllRooms,
  findBuilding,
  findBuildingByName,
  findBuildings,
  findRoom,
  findRoomByName,
  findRoomSubjects,
  insertBuilding,
  insertRoom,
  replaceRoomSubjects,
  setRoomArchived as storeArchived,
  updateBuilding,
  updateRoom,
  type RoomData,
} from '#db/queries/rooms';
import type { ReadableDb } from '#db/statement';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';

type RoomInput = RoomData & { readonly subjectIds: readonly number[] };

/** The buildings and rooms of the school, also rooms out of use (S1, ТИП А.14). */
export function rooms({ db }: Reading): Rooms {
  const subjects = Map.groupBy(findRoomSubjects(db), ({ roomId }) => roomId);
  return {
    buildings: findBuildings(db),
    rooms: findAllRooms(db).map(({ archived, ...room }) => ({
      ...room,
      archived: archived === 1,
      subjectIds: (subjects.get(room.id) ?? []).map(({ subjectId }) => subjectId),
    })),
  };
}

function checkBuildingName(db: ReadableDb, name: string, own?: number): void {
  const taken = findBuildingByName(db, name);
  if (taken !== undefined && taken !== own) refuse('INVALID', { why: 'nameTaken' });
}

export function addBuilding(
  { db, record }: Writing,
  { name, address }: { readonly name: string; readonly address: string },
) {
  checkBuildingName(db, name);
  const id = insertBuilding(db, name, address);
  record('building', String(id), null, { name, address });
  return { id };
}

export function saveBuilding(
  { db, record }: Writing,
  { id, name, address }: { readonly id: number; readonly name: string; readonly address: string },
): void {
  const before = findBuilding(db, id) ?? refuse('NOT_FOUND', { what: 'building' });
  checkBuildingName(db, name, id);
  updateBuilding(db, { id, name, address });
  record('building', String(id), { name: before.name, address: before.address }, { name, address });
}

/** Only a building without rooms goes: a room's lessons tell where they were held. */
export function removeBuilding({ db, record }: Writing, { id }: { readonly id: number }): void {
  const { name, address } = findBuilding(db, id) ?? refuse('NOT_FOUND', { what: 'building' });
  if (countRoomsOf(db, id) > 0) refuse('INVALID', { why: 'inUse' });
  deleteBuilding(db, id);
  record('building', String(id), { name, address }, null);
}

function checkRoom(db: ReadableDb, { buildingId, name, keeperId }: RoomData, own?: number): void {
  if (findBuilding(db, buildingId) === undefined) refuse('NOT_FOUND', { what: 'building' });
  if (keeperId !== null && !staffExists(db, keeperId)) refuse('NOT_FOUND', { what: 'staff' });
  const taken = findRoomByName(db, buildingId, name);
  if (taken !== undefined && taken !== own) refuse('INVALID', { why: 'nameTaken' });
}

const dataOf = ({ buildingId, name, title, seats, keeperId, subjectIds }: RoomInput) => ({
  buildingId,
  name,
  title,
  seats,
  keeperId,
  subjectIds: [...subjectIds].sort((a, b) => a - b),
});

export function addRoom({ db, record }: Writing, input: RoomInput) {
  checkRoom(db, input);
  const id = insertRoom(db, input.buildingId, input.name, input);
  replaceRoomSubjects(db, id, input.subjectIds);
  record('room', String(id), null, dataOf(input));
  return { id };
}

export function saveRoom(
  { db, record }: Writing,
  input: RoomInput & { readonly id: number },
): void {
  const { id } = input;
  const before = findRoom(db, id) ?? refuse('NOT_FOUND', { what: 'room' });
  checkRoom(db, input, id);
  const subjectIds = findRoomSubjects(db)
    .filter(({ roomId }) => roomId === id)
    .map(({ subjectId }) => subjectId);
  updateRoom(db, id, input);
  replaceRoomSubjects(db, id, input.subjectIds);
  record('room', String(id), dataOf({ ...before, subjectIds }), dataOf(input));
}

export function setRoomArchived(
  { db, record }: Writing,
  { id, archived }: { readonly id: number; readonly archived: boolean },
): void {
  const before = findRoom(db, id) ?? refuse('NOT_FOUND', { what: 'room' });
  storeArchived(db, id, archived);
  record('room', String(id), { archived: before.archived === 1 }, { archived });
}
