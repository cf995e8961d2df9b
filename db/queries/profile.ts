import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type ProfileRow = {
  readonly name: string;
  readonly shortName: string;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly site: string;
  readonly inn: string;
  readonly ogrn: string;
};
type SignatoryRole = 'director' | 'deputy' | 'secretary';
export type SignatoryRow = {
  readonly role: SignatoryRole;
  readonly staffId: number | null;
  readonly title: string;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
};

const profile = select<[], ProfileRow>(
  `SELECT name, short_name AS shortName, city, address, phone, email, site, inn, ogrn
   FROM school WHERE id = 1`,
);
const update = change<[string, string, string, string, string, string, string, string, string]>(
  `UPDATE school SET name = ?, short_name = ?, city = ?, address = ?, phone = ?, email = ?, site = ?,
     inn = ?, ogrn = ? WHERE id = 1`,
);
const signatories = select<[], SignatoryRow>(
  `SELECT signatory.role, signatory.staff_id AS staffId, signatory.title,
          staff.last_name AS lastName, staff.first_name AS firstName, staff.middle_name AS middleName
   FROM signatory LEFT JOIN staff_member AS staff ON staff.id = signatory.staff_id`,
);
const upsertSignatory = change<[SignatoryRole, number | null, string]>(
  `INSERT INTO signatory (role, staff_id, title) VALUES (?, ?, ?)
   ON CONFLICT (role) DO UPDATE SET staff_id = excluded.staff_id, title = excluded.title`,
);

export const findProfile = (db: ReadableDb) => get(db, profile, []);
export const saveProfile = (db: WritableDb, row: ProfileRow) =>
  run(db, update, [
    row.name,
    row.shortName,
    row.city,
    row.address,
    row.phone,
    row.email,
    row.site,
    row.inn,
    row.ogrn,
  ]);

/** Who was named to sign in which role; a role without a row is signed by who holds it. */
export const findSignatories = (db: ReadableDb) => all(db, signatories, []);
export const saveSignatory = (
  db: WritableDb,
  role: SignatoryRole,
  staffId: number | null,
  title: string,
) => run(db, upsertSignatory, [role, staffId, title]);
