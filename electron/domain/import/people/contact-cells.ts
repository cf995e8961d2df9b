import type { IsoDate } from '../../calendar/iso-date';
import {
  EDUCATION_FORM_NAMES,
  EDUCATION_FORMS,
  fieldProblem,
  tidyField,
  type EducationForm,
  type PupilData,
} from '../../pupils/pupil-data';
import { textKey } from '../text-key';
import type { PupilContactField } from './person-field';

/** What a list says of a pupil besides name, class and birth; '' and null where it says nothing. */
export type PupilContacts = Pick<PupilData, Exclude<PupilContactField, 'educationForm'>> & {
  readonly educationForm: EducationForm | null;
};

/** A cell that cannot be kept in its field; the pupil comes without it. */
export interface UnusableCell {
  readonly field:
    | 'snils'
    | 'phone'
    | 'email'
    | 'educationForm'
    | 'parentName'
    | 'parentPhone'
    | 'parentEmail'
    | 'parentRelation'
    | 'parentWhose';
  /** As the file has it. */
  readonly text: string;
}

/** «очная», «Очно-заочная форма», «семейная», «надомное обучение». */
function educationFormOf(text: string): EducationForm | undefined {
  const key = textKey(text).replace(/ (?:форма|обучение|образование)(?: обучения)?$/u, '');
  if (/^(?:в семье|семейн\p{L}+)$/u.test(key)) return 'family';
  if (/^(?:надомн\p{L}+|на дому|обучение на дому)$/u.test(key)) return 'home';
  return EDUCATION_FORMS.find((form) => textKey(EDUCATION_FORM_NAMES[form]) === key);
}

/**
 * Reads the secondary fields of a pupil's row (C4). A wrong СНИЛС, number or address of e-mail does
 * not cost the pupil: the field stays empty and the cell is handed back to be shown.
 */
export function readContacts(
  cellOf: (field: PupilContactField) => string,
  today: IsoDate,
): { readonly contacts: PupilContacts; readonly unusable: readonly UnusableCell[] } {
  const unusable: UnusableCell[] = [];
  const read = (field: Exclude<PupilContactField, 'educationForm'>): string => {
    const cell = cellOf(field).trim();
    const text = /^[-–—]$/u.test(cell) ? '' : tidyField(field, cell);
    if (fieldProblem(field, text, today) === undefined) return text;
    // Any words are an address, a citizenship or a school.
    if (field === 'snils' || field === 'phone' || field === 'email') {
      unusable.push({ field, text: cell });
    }
    return '';
  };
  const form = cellOf('educationForm').trim();
  const educationForm = educationFormOf(form);
  if (educationForm === undefined && form !== '')
    unusable.push({ field: 'educationForm', text: form });
  const contacts = {
    snils: read('snils'),
    phone: read('phone'),
    email: read('email'),
    address: read('address'),
    registeredAddress: read('registeredAddress'),
    citizenship: read('citizenship'),
    previousSchool: read('previousSchool'),
    educationForm: educationForm ?? null,
  };
  return { contacts, unusable };
}
