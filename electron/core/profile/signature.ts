import type { SignatoryRole } from '#contract/profile';
import type { DocumentSignature } from '#domain/documents/table-document';
import type { Reading } from '../unit-of-work';
import { schoolProfile } from './profile';

const TITLES: Readonly<Record<SignatoryRole, string>> = {
  director: 'Директор',
  deputy: 'Заместитель директора по УВР',
  secretary: 'Секретарь',
};

/** The line for who signs in a role, as the school's data name her or him (S1). */
export function signatureOf(reading: Reading, role: SignatoryRole): DocumentSignature {
  const found = schoolProfile(reading).signatories.find((one) => one.role === role);
  return {
    role: found === undefined || found.title === '' ? TITLES[role] : found.title,
    name: found?.name ?? '',
  };
}
