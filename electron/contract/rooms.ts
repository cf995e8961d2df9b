import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id, query } from './procedure';

export type BuildingRow = { readonly id: number; readonly name: string; readonly address: string };
export type RoomRow = {
  readonly id: number;
  readonly buildingId: number;
  /** Its number, as lessons name it. */
  readonly name: string;
  /** What it is: «Кабинет физики». */
  readonly title: string;
  readonly seats: number | null;
  readonly keeperId: number | null;
  readonly subjectIds: readonly number[];
  readonly archived: boolean;
};
export type Rooms = {
  readonly buildings: readonly BuildingRow[];
  readonly rooms: readonly RoomRow[];
};

const building = {
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().max(300),
};
const room = {
  buildingId: id,
  name: z.string().trim().min(1).max(30),
  title: z.string().trim().max(100),
  seats: z.int().min(1).max(2000).nullable(),
  keeperId: id.nullable(),
  subjectIds: z.array(id).max(30),
};

export const roomsContract = {
  list: query('administrator', 'director', 'deputy').output(type<Rooms>()),
  addBuilding: command('building.add', 'administrator')
    .input(commandInput(building))
    .output(type<{ readonly id: number }>()),
  saveBuilding: command('building.save', 'administrator')
    .input(commandInput({ id, ...building }))
    .output(type<void>()),
  /** Only one without rooms. */
  removeBuilding: command('building.remove', 'administrator')
    .input(commandInput({ id }))
    .output(type<void>()),
  addRoom: command('room.add', 'administrator')
    .input(commandInput(room))
    .output(type<{ readonly id: number }>()),
  saveRoom: command('room.save', 'administrator')
    .input(commandInput({ id, ...room }))
    .output(type<void>()),
  /** Out of use: no new lesson gets it, old ones keep it. */
  setRoomArchived: command('room.setArchived', 'administrator')
    .input(commandInput({ id, archived: z.boolean() }))
    .output(type<void>()),
};
