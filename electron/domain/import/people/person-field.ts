import { textKey } from '../text-key';

export type PeopleKind = 'pupils' | 'staff';

/** Fields of a pupil's card that a list may fill besides name, class and birth. */
const PUPIL_CONTACT_FIELDS = [
  'snils',
  'phone',
  'email',
  'address',
  'registeredAddress',
  'citizenship',
  'previousSchool',
  'educationForm',
] as const;
export type PupilContactField = (typeof PUPIL_CONTACT_FIELDS)[number];

/** What a column of a list of people may hold. */
export const PERSON_FIELDS = [
  'fullName',
  'lastName',
  'firstName',
  'middleName',
  'className',
  'grade',
  'letter',
  'birthDate',
  'sex',
  'personalFile',
  'position',
  'role',
  'subjects',
  ...PUPIL_CONTACT_FIELDS,
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

const whose =
  '(?: (?:ученик\\p{L}*|учени(?:ц|к)\\p{L}*|учащ\\p{L}*|обучающ\\p{L}*|воспитанник\\p{L}*|ребенка|детей|учител\\p{L}*|педагог\\p{L}*|сотрудник\\p{L}*|работник\\p{L}*|преподавател\\p{L}*|полностью|при наличии))*';
const title = (words: string) => new RegExp(`^(?:${words})${whose}$`, 'u');

/** Titles by their keys: case, ё, dots and spaces are gone already. */
const common: readonly (readonly [PersonField, RegExp])[] = [
  ['fullName', title('фио|фи|ф и о|фамилия имя отчество|фамилия имя|фамилия и о|полное имя')],
  [
    'fullName',
    /^(?:ученик|учащийся|обучающийся|ученики|учащиеся|обучающиеся|сотрудник|работник|учитель|педагог|преподаватель)$/u,
  ],
  ['lastName', title('фамилия|фам')],
  ['firstName', title('имя')],
  ['middleName', title('отчество|отч')],
  ['birthDate', title('дата рождения|дата рожд|дата р|день рождения|д рождения|др|родился|рожден')],
  ['sex', /^пол(?: м ж| муж жен)?$/u],
];

const ofPupils: readonly (readonly [PersonField, RegExp])[] = [
  ['className', title('класс|классы|класс обучения|класс литера|кл')],
  ['grade', /^(?:параллель|номер класса|№ класса|цифра класса)$/u],
  ['letter', /^(?:литера|литер|буква)(?: класса)?$/u],
  ['personalFile', /^(?:№ |номер |n )?(?:личного дела|личное дело|лд|л д)(?: №| номер)?$/u],
];

const contacts: readonly (readonly [PupilContactField, RegExp])[] = [
  ['snils', title('снилс|№ снилс|номер снилс')],
  ['phone', title('телефон|тел|номер телефона|мобильный телефон|моб тел|сотовый телефон')],
  ['email', title('почта|эл почта|электронная почта|e mail|email|адрес электронной почты')],
  [
    'address',
    title(
      'адрес|адрес проживания|место жительства|домашний адрес|фактический адрес|адрес места жительства|адрес фактического проживания',
    ),
  ],
  [
    'registeredAddress',
    title(
      'адрес регистрации|регистрация|адрес прописки|прописка|адрес по прописке|адрес по месту жительства',
    ),
  ],
  ['citizenship', title('гражданство')],
  ['previousSchool', title('прежняя школа|предыдущая школа|прошлая школа|откуда прибыл|прибыл из')],
  ['educationForm', title('форма обучения|форма получения образования')],
];

const ofStaff: readonly (readonly [PersonField, RegExp])[] = [
  ['position', /^(?:занимаемая )?должность$/u],
  ['role', /^(?:роль|роли|роль в журнале|роли в журнале|права|роль в системе)$/u],
  [
    'className',
    /^(?:класс|классное руководство|кл рук(?:оводство)?|класс\p{L}* рук\p{L}*(?: класс\p{L}*)?|руководит классом)$/u,
  ],
  [
    'subjects',
    /^(?:предмет|предметы|преподаваем\p{L}+ (?:предмет|дисциплин)\p{L}*|дисциплин\p{L}+)$/u,
  ],
];

const fieldsOf: Readonly<Record<PeopleKind, readonly (readonly [PersonField, RegExp])[]>> = {
  pupils: [...common, ...ofPupils, ...contacts],
  staff: [...common, ...ofStaff],
};

/** What a column with that title holds, if its words are known. */
export function fieldOfTitle(text: string, kind: PeopleKind): PersonField | undefined {
  const key = textKey(text);
  return fieldsOf[kind].find(([, pattern]) => pattern.test(key))?.[0];
}

/** Whether a field tells of a pupil's papers and contacts, which a parent's column may name as well. */
export const isPupilContact = (field: PersonField): field is PupilContactField =>
  PUPIL_CONTACT_FIELDS.some((one) => one === field);
