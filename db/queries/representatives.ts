import type { Relation, RepresentativeData } from '#domain/pupils/representative';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type RepresentativeRow = RepresentativeData & {
  readonly id: number;
  readonly version: number;
};
export type LinkRow = {
  readonly relation: Relation;
  /** 1: a legal representative; the others may only be called. */
  readonly legal: number;
  /** 1: whom the school calls first. */
  readonly main: number;
};
export type LinkedRow = RepresentativeRow & LinkRow & { readonly pupilId: number };

const columns = `representative.id, representative.last_name AS lastName,
  representative.first_name AS firstName, representative.middle_name AS middleName,
  representative.phone, representative.email, representative.address, representative.note,
  representative.version`;
const byId = select<[number], RepresentativeRow>(
  `SELECT ${columns} FROM representative WHERE id = ?`,
);
const ofPupils = select<[pupilIds: string], LinkedRow>(
  `SELECT ${columns}, link.pupil_id AS pupilId, link.relation, link.legal, link.main
   FROM pupil_representative AS link JOIN representative ON representative.id = link.representative_id
   WHERE link.pupil_id IN (SELECT value FROM json_each(?))
   ORDER BY link.main DESC, link.legal DESC, representative.id`,
);
const everybody = select<[], RepresentativeRow>(`SELECT ${columns} FROM representative`);
const childrenOf = select<
  [representativeIds: string],
  { representativeId: number; pupilId: number }
>(
  `SELECT representative_id AS representativeId, pupil_id AS pupilId FROM pupil_representative
   WHERE representative_id IN (SELECT value FROM json_each(?))`,
);
const linkOf = select<[pupilId: number, representativeId: number], LinkRow>(
  `SELECT relation, legal, main FROM pupil_representative
   WHERE pupil_id = ? AND representative_id = ?`,
);
const insertRow = change<[string, string, string, string, string, string, string]>(
  `INSERT INTO representative (last_name, first_name, middle_name, phone, email, address, note)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const updateRow = change<[string, string, string, string, string, string, string, number, number]>(
  `UPDATE representative SET last_name = ?, first_name = ?, middle_name = ?, phone = ?, email = ?,
     address = ?, note = ?, version = ? WHERE id = ?`,
);
const saveLinkRow = change<[number, number, Relation, number, number]>(
  `INSERT INTO pupil_representative (pupil_id, representative_id, relation, legal, main)
   VALUES (?, ?, ?, ?, ?)
   ON CONFLICT DO UPDATE SET relation = excluded.relation, legal = excluded.legal,
     main = excluded.main`,
);
const noOtherMain = change<[pupilId: number, representativeId: number]>(
  'UPDATE pupil_representative SET main = 0 WHERE pupil_id = ? AND representative_id <> ?',
);
const removeLinkRow = change<[number, number]>(
  'DELETE FROM pupil_representative WHERE pupil_id = ? AND representative_id = ?',
);

const values = (data: RepresentativeData) =>
  [
    data.lastName,
    data.firstName,
    data.middleName,
    data.phone,
    data.email,
    data.address,
    data.note,
  ] as const;

export const findRepresentative = (db: ReadableDb, id: number) => get(db, byId, [id]);

/** The representatives of these pupils: whom to call first, then legal ones, stand first. */
export const representativesOf = (db: ReadableDb, pupilIds: readonly number[]) =>
  all(db, ofPupils, [JSON.stringify(pupilIds)]);

/** Everybody who is or was a representative, in no order. */
export const allRepresentatives = (db: ReadableDb) => all(db, everybody, []);

/** Which pupils these representatives have. */
export const childrenOfRepresentatives = (db: ReadableDb, ids: readonly number[]) =>
  all(db, childrenOf, [JSON.stringify(ids)]);

/** How the representative stands to the pupil, if at all. */
export const findLink = (db: ReadableDb, pupilId: number, representativeId: number) =>
  get(db, linkOf, [pupilId, representativeId]);

export const insertRepresentative = (db: WritableDb, data: RepresentativeData): number =>
  run(db, insertRow, [...values(data)]).id;

export const updateRepresentative = (
  db: WritableDb,
  id: number,
  data: RepresentativeData,
  version: number,
) => run(db, updateRow, [...values(data), version, id]);

/** Ties the representative to the pupil, or changes the tie; a main one is the only main one. */
export function saveLink(
  db: WritableDb,
  pupilId: number,
  representativeId: number,
  link: { readonly relation: Relation; readonly legal: boolean; readonly main: boolean },
): void {
  const { relation, legal, main } = link;
  run(db, saveLinkRow, [pupilId, representativeId, relation, legal ? 1 : 0, main ? 1 : 0]);
  if (main) run(db, noOtherMain, [pupilId, representativeId]);
}

export const removeLink = (db: WritableDb, pupilId: number, representativeId: number) =>
  run(db, removeLinkRow, [pupilId, representativeId]);
