import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type BuildingRow = { readonly id: number; readonly name: string; readonly address: string };
export type RoomRow = {
  readonly id: number;
  readonly buildingId: number;
  readonly name: string;
};
export type RoomData = {
  readonly buildingId: number;
  readonly name: string;
  readonly title: string;
  readonly seats: number | null;
  readonly keeperId: number | null;
};
export type RoomDetails = RoomData & { readonly id: number; readonly archived: number };

const rooms = select<[], RoomRow>(
  `SELECT room.id, room.building_id AS buildingId, room.name FROM room
   WHERE room.archived = 0 ORDER BY room.building_id, room.name`,
);
const details = `SELECT id, building_id AS buildingId, name, title, seats, keeper_id AS keeperId, archived
  FROM room`;
const allRooms = select<[], RoomDetails>(`${details} ORDER BY building_id, id`);
const roomById = select<[number], RoomDetails>(`${details} WHERE id = ?`);
const roomByName = select<[number, string], { id: number }>(
  'SELECT id FROM room WHERE building_id = ? AND name = ?',
);
const roomSubjects = select<[], { roomId: number; subjectId: number }>(
  'SELECT room_id AS roomId, subject_id AS subjectId FROM room_subject',
);
const buildings = select<[], BuildingRow>('SELECT id, name, address FROM building ORDER BY id');
const buildingById = select<[number], BuildingRow>(
  'SELECT id, name, address FROM building WHERE id = ?',
);
const buildingByName = select<[string], { id: number }>('SELECT id FROM building WHERE name = ?');
const roomsOfBuilding = select<[number], { n: number }>(
  'SELECT count(*) AS n FROM room WHERE building_id = ?',
);
const firstBuilding = select<[], { id: number }>('SELECT id FROM building ORDER BY id LIMIT 1');
const insertBuildingRow = change<[string, string]>(
  'INSERT INTO building (name, address) VALUES (?, ?)',
);
const updateBuildingRow = change<[string, string, number]>(
  'UPDATE building SET name = ?, address = ? WHERE id = ?',
);
const deleteBuildingRow = change<[number]>('DELETE FROM building WHERE id = ?');
const insertRoomRow = change<[number, string, string, number | null, number | null]>(
  'INSERT INTO room (building_id, name, title, seats, keeper_id) VALUES (?, ?, ?, ?, ?)',
);
const updateRoomRow = change<[number, string, string, number | null, number | null, number]>(
  `UPDATE room SET building_id = ?, name = ?, title = ?, seats = ?, keeper_id = ? WHERE id = ?`,
);
const archiveRow = change<[number, number]>('UPDATE room SET archived = ? WHERE id = ?');
const clearSubjects = change<[number]>('DELETE FROM room_subject WHERE room_id = ?');
const addSubject = change<[number, number]>(
  'INSERT INTO room_subject (room_id, subject_id) VALUES (?, ?)',
);

const buildingNames = select<[], { readonly id: number; readonly name: string }>(
  'SELECT id, name FROM building ORDER BY id',
);
const roomOfName = select<[number, string], { readonly id: number; readonly archived: number }>(
  'SELECT id, archived FROM room WHERE building_id = ? AND name = ?',
);
const unarchive = change<[number]>('UPDATE room SET archived = 0 WHERE id = ?');

/** The rooms lessons can be held in. */
export const findRooms = (db: ReadableDb) => all(db, rooms, []);
/** Every room, also those out of use, with all that is known of them. */
export const findAllRooms = (db: ReadableDb) => all(db, allRooms, []);
export const findRoom = (db: ReadableDb, id: number) => get(db, roomById, [id]);
/** The room of this name in a building. */
export const findRoomByName = (db: ReadableDb, buildingId: number, name: string) =>
  get(db, roomByName, [buildingId, name])?.id;
/** Which subjects are taught in which rooms (S3). */
export const findRoomSubjects = (db: ReadableDb) => all(db, roomSubjects, []);
export const findBuildings = (db: ReadableDb) => all(db, buildings, []);
export const findBuilding = (db: ReadableDb, id: number) => get(db, buildingById, [id]);
export const findBuildingByName = (db: ReadableDb, name: string) =>
  get(db, buildingByName, [name])?.id;
export const countRoomsOf = (db: ReadableDb, buildingId: number): number =>
  get(db, roomsOfBuilding, [buildingId])?.n ?? 0;

export const insertBuilding = (db: WritableDb, name: string, address = ''): number =>
  run(db, insertBuildingRow, [name, address]).id;
export const updateBuilding = (db: WritableDb, { id, name, address }: BuildingRow) =>
  run(db, updateBuildingRow, [name, address, id]);
export const deleteBuilding = (db: WritableDb, id: number) => run(db, deleteBuildingRow, [id]);

export const insertRoom = (
  db: WritableDb,
  buildingId: number,
  name: string,
  { title = '', seats = null, keeperId = null }: Partial<RoomData> = {},
): number => run(db, insertRoomRow, [buildingId, name, title, seats, keeperId]).id;
export const updateRoom = (db: WritableDb, id: number, room: RoomData) =>
  run(db, updateRoomRow, [room.buildingId, room.name, room.title, room.seats, room.keeperId, id]);
export const setRoomArchived = (db: WritableDb, id: number, archived: boolean) =>
  run(db, archiveRow, [archived ? 1 : 0, id]);
export function replaceRoomSubjects(
  db: WritableDb,
  roomId: number,
  subjectIds: readonly number[],
): void {
  run(db, clearSubjects, [roomId]);
  for (const subjectId of new Set(subjectIds)) run(db, addSubject, [roomId, subjectId]);
}

/** The school's first building: where a room of no known building is put. */
export const findFirstBuilding = (db: ReadableDb): number | undefined =>
  get(db, firstBuilding, [])?.id;
export const findBuildingNames = (db: ReadableDb) => all(db, buildingNames, []);
/** The room of this very name in a building, also one no longer used. */
export const findRoomOfName = (db: ReadableDb, buildingId: number, name: string) =>
  get(db, roomOfName, [buildingId, name]);
/** Takes a room into use again. */
export const unarchiveRoom = (db: WritableDb, id: number) => run(db, unarchive, [id]);
