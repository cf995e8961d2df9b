import type { IsoDate } from '../calendar/iso-date';
import { isEmail } from '../people/email';
import { parsePhone } from '../people/phone';
import { parseSnils } from '../people/snils';
import type { RepresentativeData } from './representative';

/** Форма получения образования. */
export const EDUCATION_FORMS = [
  'fullTime',
  'partTime',
  'correspondence',
  'family',
  'home',
] as const;
export type EducationForm = (typeof EDUCATION_FORMS)[number];

export const EDUCATION_FORM_NAMES: Readonly<Record<EducationForm, string>> = {
  fullTime: 'очная',
  partTime: 'очно-заочная',
  correspondence: 'заочная',
  family: 'семейное образование',
  home: 'обучение на дому',
};

/** What a pupil's card says of the pupil (C1); texts are empty where nothing is known. */
export type PupilData = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
  readonly personalFile: string;
  readonly snils: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly registeredAddress: string;
  readonly citizenship: string;
  readonly previousSchool: string;
  readonly educationForm: EducationForm;
  readonly note: string;
};
export type PupilField = keyof PupilData;

/** Why a field of a card cannot be kept. */
export type FieldProblem = 'empty' | 'snils' | 'phone' | 'email' | 'birthDate';

/** Nobody is a pupil before four and after twenty-five. */
const YOUNGEST = 4;
const ELDEST = 25;

const isBirthDate = (date: IsoDate, today: IsoDate): boolean => {
  const age = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return age >= YOUNGEST && age <= ELDEST;
};

/** The text as it is kept: without spaces around, numbers in one form; a wrong one as it is typed. */
export function tidyField(field: PupilField | keyof RepresentativeData, text: string): string {
  const trimmed = text.trim().replaceAll(/[ \t]+/g, ' ');
  if (trimmed === '') return '';
  if (field === 'snils') return parseSnils(trimmed) ?? trimmed;
  if (field === 'phone') return parsePhone(trimmed) ?? trimmed;
  return trimmed;
}

/** What is wrong with a field; undefined where nothing is. The rest of the card does not matter. */
export function fieldProblem(
  field: PupilField | keyof RepresentativeData,
  value: string | null,
  today: IsoDate,
): FieldProblem | undefined {
  const text = value ?? '';
  if (text === '') return field === 'lastName' || field === 'firstName' ? 'empty' : undefined;
  if (field === 'snils' && parseSnils(text) === undefined) return 'snils';
  if (field === 'phone' && parsePhone(text) === undefined) return 'phone';
  if (field === 'email' && !isEmail(text)) return 'email';
  if (field === 'birthDate' && !isBirthDate(text as IsoDate, today)) return 'birthDate';
  return undefined;
}
