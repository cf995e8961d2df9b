/** How a representative stands to the pupil, as the lists of a school name it. */
export const RELATIONS = [
  'mother',
  'father',
  'guardian',
  'trustee',
  'fosterParent',
  'institution',
  'relative',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Родитель, опекун, попечитель …: one row for all children of the family. */
export type RepresentativeData = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly note: string;
};

/** Who stands for the child by law unless it is said otherwise: a relative or another person does not. */
export const isUsuallyLegal = (relation: Relation): boolean =>
  relation !== 'relative' && relation !== 'other';

export const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  mother: 'мать',
  father: 'отец',
  guardian: 'опекун',
  trustee: 'попечитель',
  fosterParent: 'приёмный родитель',
  institution: 'учреждение',
  relative: 'родственник',
  other: 'другое лицо',
};
