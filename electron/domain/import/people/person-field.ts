import { textKey } from '../text-key';
import {
  PARENT_FIELDS,
  parentFieldOf,
  parentFieldOfTitle,
  partOfTitle,
  slotOfTitle,
  type ParentField,
} from './parent-field';

/** `parents`: a row is a parent with the child's name, or several children's. */
export type PeopleKind = 'pupils' | 'staff' | 'parents';

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

/** What a column of a list of people may hold besides what it tells of parents. */
const OWN_FIELDS = [
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
  'child2',
  'child3',
] as const;
type OwnField = (typeof OWN_FIELDS)[number];
export type PersonField = OwnField | ParentField;

/** What a column of a list of people may hold. */
export const PERSON_FIELDS: readonly PersonField[] = [...OWN_FIELDS, ...PARENT_FIELDS];

const NAMES = ['fullName', 'lastName', 'firstName', 'middleName'] as const;
const CLASS = ['className', 'grade', 'letter'] as const;

/** What a column may hold in a list of that kind. In a list of parents a bare name is the child's. */
export const FIELDS_OF_KIND: Readonly<Record<PeopleKind, readonly PersonField[]>> = {
  pupils: [
    ...NAMES,
    ...CLASS,
    'birthDate',
    'sex',
    'personalFile',
    ...PUPIL_CONTACT_FIELDS,
    ...PARENT_FIELDS,
  ],
  staff: [
    ...NAMES,
    'className',
    'birthDate',
    'sex',
    'position',
    'role',
    'subjects',
    'phone',
    'email',
  ],
  parents: [...NAMES, ...CLASS, 'birthDate', 'child2', 'child3', ...PARENT_FIELDS],
};

const whose =
  '(?: (?:ученик\\p{L}*|учени(?:ц|к)\\p{L}*|учащ\\p{L}*|обучающ\\p{L}*|воспитанник\\p{L}*|ребенка|детей|учител\\p{L}*|педагог\\p{L}*|сотрудник\\p{L}*|работник\\p{L}*|преподавател\\p{L}*|полностью|при наличии))*';
const title = (words: string) => new RegExp(`^(?:${words})${whose}$`, 'u');

/** Titles by their keys: case, ё, dots and spaces are gone already. */
const common: readonly (readonly [OwnField, RegExp])[] = [
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

const ofPupils: readonly (readonly [OwnField, RegExp])[] = [
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

const ofStaff: readonly (readonly [OwnField, RegExp])[] = [
  ...contacts.filter(([field]) => field === 'phone' || field === 'email'),
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

const fieldsOf = {
  pupils: [...common, ...ofPupils, ...contacts],
  staff: [...common, ...ofStaff],
};

const OF_CHILD =
  /(?:^| )(?:ребен\p{L}*|дет(?:и|ей)|учени\p{L}*|учащ\p{L}*|обучающ\p{L}*|воспитанн\p{L}*)/u;

/** Whether a title speaks of a pupil in plain words. */
export const saysChild = (title: string): boolean => OF_CHILD.test(textKey(title));

/** Whether a title is the pupil and nothing else: «Ребёнок», «Обучающийся». */
export const isChildTitle = (title: string): boolean =>
  /^(?:ребенок|дети|ученики?|учащи(?:йся|еся)|обучающи(?:йся|еся))(?: \d)?$/u.test(textKey(title));

/** A list of parents: a child's column says so or names a class, all the rest is the parent's. */
function fieldOfParentsTitle(title: string): PersonField | undefined {
  const key = textKey(title);
  const own = fieldsOf.pupils.find(([, pattern]) => pattern.test(key))?.[0];
  if (own === 'className' || own === 'grade' || own === 'letter') return own;
  if (saysChild(title) && slotOfTitle(title) === undefined) {
    const number = /[23]/u.exec(key)?.[0];
    if (number === '2') return 'child2';
    if (number === '3') return 'child3';
    const rest = key.replace(new RegExp(OF_CHILD, 'gu'), ' ').replace(/1/gu, ' ').trim();
    const found = fieldsOf.pupils.find(([, pattern]) => pattern.test(rest))?.[0];
    if (rest === '' || /^(?:фио|имя)? ?(?:и )?класс$/u.test(rest)) {
      return rest === 'класс' ? 'className' : 'fullName';
    }
    return found !== undefined && FIELDS_OF_KIND.parents.includes(found) ? found : undefined;
  }
  const ofParent = parentFieldOfTitle(title);
  if (ofParent !== undefined) return ofParent;
  // «Сведения» or «№» alone is no name of a parent.
  const part = partOfTitle(title);
  return slotOfTitle(title) === undefined && part !== undefined && /\p{L}{2}/u.test(key)
    ? own === undefined && part === 'fullName' && !/фио|фамили|ф и о/u.test(key)
      ? undefined
      : `parent1.${part}`
    : undefined;
}

/** What a column with that title holds, if its words are known. */
export function fieldOfTitle(text: string, kind: PeopleKind): PersonField | undefined {
  if (kind === 'parents') return fieldOfParentsTitle(text);
  const key = textKey(text);
  const own = fieldsOf[kind].find(([, pattern]) => pattern.test(key))?.[0];
  return own ?? (kind === 'pupils' ? parentFieldOfTitle(text) : undefined);
}

/** Whether a field names somebody the list is of. */
export function isNameField(field: PersonField | null, kind: PeopleKind): boolean {
  if (field === null) return false;
  if (kind !== 'parents') return field === 'fullName' || field === 'lastName';
  const part = parentFieldOf(field)?.part;
  return part === 'fullName' || part === 'lastName';
}

/** Whether a field tells of a pupil's papers and contacts, which a parent's column may name as well. */
export const isPupilContact = (field: PersonField): field is PupilContactField =>
  PUPIL_CONTACT_FIELDS.some((one) => one === field);
