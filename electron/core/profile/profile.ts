import {
  SIGNATORY_ROLES,
  type ProfileData,
  type SchoolProfile,
  type SignatoryRole,
} from '#contract/profile';
import { staffExists } from '#db/queries/people';
import {
  findProfile,
  findSignatories,
  saveProfile as storeProfile,
  saveSignatory as storeSignatory,
} from '#db/queries/profile';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { signerOf } from './signer';

/** The school's own data and who signs for it (S1). */
export function schoolProfile({ db }: Reading): SchoolProfile {
  const profile = findProfile(db) ?? refuse('NOT_FOUND', { what: 'period' });
  const chosen = findSignatories(db);
  return {
    profile,
    signatories: SIGNATORY_ROLES.map((role) => {
      const own = chosen.find((one) => one.role === role);
      return {
        role,
        staffId: own?.staffId ?? null,
        title: own?.title ?? '',
        name: signerOf(db, role, chosen),
      };
    }),
  };
}

export function saveProfile({ db, record }: Writing, input: ProfileData): void {
  const before = findProfile(db);
  const { name, shortName: short, city, address, phone, email, site, inn, ogrn } = input;
  const after = { name, shortName: short, city, address, phone, email, site, inn, ogrn };
  storeProfile(db, after);
  record('school', '1', before ?? null, after);
}

/** Names who signs in a role; nobody named: who holds the role signs. */
export function saveSignatory(
  { db, record }: Writing,
  input: { readonly role: SignatoryRole; readonly staffId: number | null; readonly title: string },
): void {
  const { role, staffId, title } = input;
  if (staffId !== null && !staffExists(db, staffId)) refuse('NOT_FOUND', { what: 'staff' });
  const own = findSignatories(db).find((one) => one.role === role);
  const before = own && { staffId: own.staffId, title: own.title };
  storeSignatory(db, role, staffId, title);
  record('signatory', role, before ?? null, { staffId, title });
}
