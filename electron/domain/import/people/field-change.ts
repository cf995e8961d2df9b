import { formatDate, isIsoDate } from '../../calendar/iso-date';
import {
  EDUCATION_FORM_NAMES,
  EDUCATION_FORMS,
  type PupilData,
  type PupilField,
} from '../../pupils/pupil-data';
import { RELATION_NAMES, RELATIONS, type RepresentativeData } from '../../pupils/representative';
import { textKey } from '../text-key';
import type { PupilRow, StaffRow } from './person-row';

/** What of somebody's card a list may change; `parent` is a tie of the pupil to a representative. */
export type ChangedField =
  | PupilField
  | keyof RepresentativeData
  | 'position'
  | 'classTeacherOf'
  | 'relation'
  | 'parent';

/** One difference between the journal and the list, to be agreed to. */
export interface FieldChange {
  /** Names the change: what was agreed to is told by it. */
  readonly key: string;
  readonly field: ChangedField;
  /** The parent whose card it is; '' for the pupil's or the employee's own. */
  readonly person: string;
  /** As stored. */
  readonly was: string;
  readonly becomes: string;
  /** `fill` adds where nothing stands, `replace` loses what stands there. */
  readonly kind: 'fill' | 'replace';
}

/** Case, ё, dots and spaces apart, it says the same. */
export const saysSame = (one: string, other: string): boolean => textKey(one) === textKey(other);

/** The difference of one field; nothing where the list is silent or says the same. */
export function changeOf(
  key: string,
  field: ChangedField,
  was: string,
  becomes: string,
  person = '',
): FieldChange[] {
  if (becomes === '' || (was !== '' && saysSame(was, becomes))) return [];
  return [
    { key: `${key}.${field}`, field, person, was, becomes, kind: was === '' ? 'fill' : 'replace' },
  ];
}

/**
 * What a row of a list says otherwise than the pupil's card (C4): an empty cell erases nothing. The
 * class is none of it: that is what orders are for (C2).
 */
export function pupilChanges(row: PupilRow, card: PupilData): FieldChange[] {
  const { name, contacts } = row;
  const said: Partial<Record<PupilField, string>> = {
    lastName: name.last,
    firstName: name.first,
    middleName: name.middle,
    birthDate: row.birthDate ?? '',
    sex: row.sex ?? '',
    personalFile: row.personalFile,
    ...contacts,
    educationForm: contacts.educationForm ?? '',
  };
  return (Object.keys(said) as PupilField[]).flatMap((field) =>
    changeOf(row.key, field, card[field] ?? '', said[field] ?? ''),
  );
}

/** What a row of a list of the staff says otherwise than the journal. */
export function staffChanges(
  key: string,
  row: StaffRow,
  known: {
    readonly middleName: string;
    readonly position: string;
    readonly phone: string;
    readonly email: string;
  },
): FieldChange[] {
  // Initials are less than a name.
  const middle = /\./u.test(row.name.middle) ? '' : row.name.middle;
  return [
    ...changeOf(key, 'middleName', known.middleName, middle),
    ...changeOf(key, 'position', known.position, row.position),
    ...changeOf(key, 'phone', known.phone, row.phone),
    ...changeOf(key, 'email', known.email, row.email),
  ];
}

/** A stored value as a person reads it. */
export function shownValue(field: ChangedField, value: string): string {
  if (field === 'birthDate' && isIsoDate(value)) return formatDate(value);
  if (field === 'sex') return value === 'male' ? 'мужской' : value === 'female' ? 'женский' : '';
  const form = EDUCATION_FORMS.find((one) => one === value);
  if (field === 'educationForm' && form !== undefined) return EDUCATION_FORM_NAMES[form];
  const relation = RELATIONS.find((one) => one === value);
  if (field === 'relation' && relation !== undefined) return RELATION_NAMES[relation];
  return value;
}
