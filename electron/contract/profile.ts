import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id, query } from './procedure';

export const SIGNATORY_ROLES = ['director', 'deputy', 'secretary'] as const;
export type SignatoryRole = (typeof SIGNATORY_ROLES)[number];

const text = (most: number) => z.string().trim().max(most);
const profile = {
  name: text(300).min(1),
  shortName: text(100),
  city: text(100),
  address: text(300),
  phone: text(100),
  email: text(100),
  site: text(100),
  inn: z.union([z.literal(''), z.string().regex(/^\d{10}$/)]),
  ogrn: z.union([z.literal(''), z.string().regex(/^\d{13}$/)]),
};
export type ProfileData = z.infer<z.ZodObject<typeof profile>>;

/** Who signs in a role: named, or (where nobody is) the one who holds the role. */
export type Signatory = {
  readonly role: SignatoryRole;
  readonly staffId: number | null;
  /** «Заместитель директора по УВР», as it stands under documents. */
  readonly title: string;
  /** The one who signs now; '' where nobody does. */
  readonly name: string;
};

export type SchoolProfile = {
  readonly profile: ProfileData;
  readonly signatories: readonly Signatory[];
};

export const profileContract = {
  get: query('administrator', 'director', 'deputy', 'secretary').output(type<SchoolProfile>()),
  save: command('school.saveProfile', 'administrator')
    .input(commandInput(profile))
    .output(type<void>()),
  saveSignatory: command('school.saveSignatory', 'administrator')
    .input(
      commandInput({
        role: z.enum(SIGNATORY_ROLES),
        staffId: id.nullable(),
        title: text(200),
      }),
    )
    .output(type<void>()),
};
