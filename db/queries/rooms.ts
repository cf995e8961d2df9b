import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type RoomRow = {
  readonly id: number;
  readonly buildingId: number;
  readonly name: string;
};

const rooms = select<[], RoomRow>(
  `SELECT room.id, room.building_id AS buildingId, room.name FROM room
   WHERE room.archived = 0 ORDER BY room.building_id, room.name`,
);
const firstBuilding = select<[], { id: number }>('SELECT id FROM building ORDER BY id LIMIT 1');
const insertBuildingRow = change<[string, string]>(
  'INSERT INTO building (name, address) VALUES (?, ?)',
);
const insertRoomRow = change<[number, string]>(
  'INSERT INTO room (building_id, name) VALUES (?, ?)',
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
export const insertBuilding = (db: WritableDb, name: string, address = ''): number =>
  run(db, insertBuildingRow, [name, address]).id;
export const insertRoom = (db: WritableDb, buildingId: number, name: string): number =>
  run(db, insertRoomRow, [buildingId, name]).id;
/** The school's first building: where a room of no known building is put. */
export const findFirstBuilding = (db: ReadableDb): number | undefined =>
  get(db, firstBuilding, [])?.id;
export const findBuildingNames = (db: ReadableDb) => all(db, buildingNames, []);
/** The room of this very name in a building, also one no longer used. */
export const findRoomOfName = (db: ReadableDb, buildingId: number, name: string) =>
  get(db, roomOfName, [buildingId, name]);
/** Takes a room into use again. */
export const unarchiveRoom = (db: WritableDb, id: number) => run(db, unarchive, [id]);
