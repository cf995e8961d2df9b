import type { PreviewChange } from '#contract/import-people';
import {
  parentFieldOf,
  type ParentPart,
  type ParentSlot,
} from '#domain/import/people/parent-field';
import type { PeopleKind, PersonField } from '#domain/import/people/person-field';
import { counted, n } from './counted';
import { fieldNames } from './pupil-card';

export const pupilsCounted = (count: number) => counted(count, 'ученика', 'учеников', 'учеников');
const staffCounted = (count: number) => counted(count, 'сотрудника', 'сотрудников', 'сотрудников');
const changesCounted = (count: number) => counted(count, 'отличие', 'отличия', 'отличий');

const ownFields = {
  fullName: 'ФИО',
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  className: 'Класс',
  grade: 'Параллель',
  letter: 'Литера',
  birthDate: 'Дата рождения',
  sex: 'Пол',
  personalFile: 'Личное дело',
  position: 'Должность',
  role: 'Роль в журнале',
  subjects: 'Предметы',
  snils: 'СНИЛС',
  phone: 'Телефон',
  email: 'Почта',
  address: 'Адрес проживания',
  registeredAddress: 'Адрес регистрации',
  citizenship: 'Гражданство',
  previousSchool: 'Прежняя школа',
  educationForm: 'Форма обучения',
  child2: 'Второй ребёнок',
  child3: 'Третий ребёнок',
} as const;

const slots: Readonly<Record<ParentSlot, string>> = {
  mother: 'Мать',
  father: 'Отец',
  guardian: 'Законный представитель',
  parent1: 'Родитель 1',
  parent2: 'Родитель 2',
  parents: 'Родители вместе',
};
const parts: Readonly<Record<ParentPart, string>> = {
  fullName: 'ФИО',
  lastName: 'фамилия',
  firstName: 'имя',
  middleName: 'отчество',
  relation: 'кем приходится',
  phone: 'телефон',
  email: 'почта',
  work: 'место работы',
  address: 'адрес',
};

/** In the middle of a line: «ФИО» stays. */
const inside = (label: string) => (label === 'ФИО' ? label : label.toLowerCase());

const groupOfOwn: Readonly<Record<PeopleKind, string>> = {
  pupils: 'Ученик',
  parents: 'Ребёнок',
  staff: 'Сотрудник',
};

/** What a column may hold: its group, and its words, which tell whose it is. */
export function fieldText(
  field: PersonField,
  kind: PeopleKind,
): { readonly group: string; readonly label: string } {
  const parent = parentFieldOf(field);
  if (parent === undefined) {
    const label = ownFields[field as keyof typeof ownFields];
    const ofChild = kind === 'parents' && !label.includes('ребёнок');
    return { group: groupOfOwn[kind], label: ofChild ? `Ребёнок: ${inside(label)}` : label };
  }
  const slot = kind === 'parents' && parent.slot === 'parent1' ? 'Родитель' : slots[parent.slot];
  return { group: slot, label: `${slot}: ${parts[parent.part]}` };
}

const changedFields = {
  ...fieldNames,
  position: 'Должность',
  classTeacherOf: 'Классное руководство',
  relation: 'Кем приходится',
  parent: 'Родитель',
} satisfies Record<PreviewChange['field'], string>;

export const importPeopleTexts = {
  pupils: {
    title: 'Импорт учеников',
    intro:
      'Нужны фамилия, имя и класс; дата рождения, пол, личное дело, СНИЛС, телефон, почта, адреса и родители — если есть. Родители могут стоять в своих столбцах («ФИО матери», «Телефон отца») или вместе в одной клетке. У учеников, которые уже есть в журнале, программа покажет отличия: что взять из файла, решаете вы. Пустая клетка ничего не стирает, класс меняется только приказом. Строка заголовков может быть где угодно, в том числе в две строки.',
    deed: (count: number) => `Загрузить ${pupilsCounted(count)}`,
  },
  parents: {
    title: 'Импорт родителей',
    intro:
      'Строка на родителя: его фамилия, имя, отчество, телефон, почта, место работы, кем приходится — и ребёнок с классом. Детей может быть несколько: в одной клетке («Иванов Илья 5-А, Иванова Анна 7-Б») или в разных столбцах. Дети уже должны быть в журнале.',
    deed: (count: number) => `Внести родителей: ${n(count)}`,
  },
  staff: {
    title: 'Импорт сотрудников',
    intro:
      'Нужны фамилия и имя; должность, телефон, почта, роль в журнале и класс, которым человек руководит, — если есть. У тех, кто уже есть в журнале, программа покажет отличия.',
    deed: (count: number) => `Загрузить ${staffCounted(count)}`,
  },
  sheet: 'Лист',
  className: 'Класс всех строк',
  classHint: 'из файла',
  from: 'В классе с',
  firstRow: 'Данные со строки',
  columnsTitle: 'Столбцы файла',
  columnsHint: 'Если столбец понят неверно, выберите другое значение над ним.',
  column: (at: number) => `Столбец ${at}`,
  noHeader:
    'В файле не нашлось строки с названиями столбцов. Выберите над столбцами, где фамилия и имя.',
  notUsed: 'не использовать',
  show: {
    coming: (count: number) => `Будут внесены: ${n(count)}`,
    existing: (count: number) => `Уже есть: ${n(count)}`,
    asked: (count: number) => `Под вопросом: ${n(count)}`,
    bad: (count: number) => `С ошибками: ${n(count)}`,
  },
  table: {
    coming: 'Будут внесены',
    existing: 'Уже есть в журнале',
    asked: 'Под вопросом',
    bad: 'Строки с ошибками',
  },
  row: 'Строка',
  name: 'Фамилия, имя, отчество',
  class: 'Класс',
  birthDate: 'Дата рождения',
  personalFile: 'Личное дело',
  position: 'Должность',
  parentsColumn: 'Родители',
  sharedWith: (whose: string) => `тот же, что у: ${whose}`,
  told: 'Обратите внимание',
  leftOut: (what: string) => `Не возьмётся: ${what}`,
  outcome: 'Что будет',
  outcomes: {
    new: 'новый',
    joins: 'есть в журнале, будет зачислен в класс',
    asks: 'похож на человека из журнала: решите дальше',
    skipped: 'не берётся: так решено',
    exists: (where: string) => (where === '' ? 'уже есть' : `есть: ${where}`),
    differs: (count: number) => `отличий: ${n(count)}`,
  },
  inFile: 'В файле',
  why: 'Почему не берётся',
  nobody: 'Таких строк нет',
  newClasses: (names: readonly string[]) =>
    names.length === 0 ? '' : `Новые классы: ${names.join(', ')}.`,
  withoutBad: (count: number) => `Загрузить без строк с ошибками (${n(count)})`,
  badBlocks: 'Исправьте файл и выберите его ещё раз или отметьте, что эти строки не нужны.',
  nothing: 'Новых строк и отличий от журнала в файле нет: загружать нечего.',
  sayColumns: 'Сначала укажите над столбцами, где фамилия и имя.',
  allBad: 'Ошибки во всех строках. Исправьте файл и выберите его ещё раз.',
  toChanges: (changes: number, questions: number) =>
    [
      ...(changes > 0 ? [`Отличий от журнала: ${n(changes)}.`] : []),
      ...(questions > 0 ? [`Вопросов: ${n(questions)}.`] : []),
    ].join(' '),
  changes: {
    hint: 'Пустое в журнале заполняется, если вы не снимете отметку. Замену того, что в журнале уже стоит, отметьте сами.',
    tabs: {
      changes: (count: number) => `Отличия: ${n(count)}`,
      questions: (count: number, open: number) =>
        open === 0 ? `Кто это: ${n(count)}` : `Кто это: ${n(count)}, решить ${n(open)}`,
      parents: (count: number) => `Родители-тёзки: ${n(count)}`,
    },
    filters: {
      all: 'Все',
      fill: (count: number) => `Заполнит пустое: ${n(count)}`,
      replace: (count: number) => `Заменит: ${n(count)}`,
    },
    table: 'Отличия списка от журнала',
    who: 'Ученик',
    whoStaff: 'Сотрудник',
    what: 'Что',
    was: 'В журнале',
    becomes: 'Станет',
    kind: 'Вид',
    kinds: { fill: 'заполнит', replace: 'заменит' },
    fieldOf: ({ field, person }: Pick<PreviewChange, 'field' | 'person'>) =>
      person === '' ? changedFields[field] : `${changedFields[field]} — ${person}`,
    addsTo: (was: string, becomes: string) => (was === '' ? becomes : `ещё и ${becomes}`),
    mark: (who: string, what: string) => `${who}, ${what}`,
    none: 'Отличий от журнала нет',
    questionsTitle: 'Кто это',
    questionsHint:
      'В журнале есть люди с таким же именем, но класс, дата рождения или отчество не совпали. Решите, кто это, — без этого загрузка не начнётся.',
    inList: 'В списке',
    inListMore: { pupils: 'Класс и дата рождения', staff: 'Должность' },
    inJournal: 'Кто это',
    choose: 'выберите…',
    isNew: 'другой человек, внести нового',
    skip: 'не брать эту строку',
    parentsTitle: 'Родители-тёзки',
    parentsHint:
      'Имя, отчество и фамилия совпали, а телефона, почты или адреса для сверки нет. Одна семья считается одним человеком; если это не так, выберите другое.',
    parent: 'Родитель',
    sameAs: 'Такой же у ученика',
    same: 'один человек',
    other: 'разные люди',
    choiceFor: (name: string) => `${name}: кто это`,
    agreed: (agreed: number, all: number) =>
      all === 0 ? '' : `Отмечено ${n(agreed)} из ${n(all)}.`,
    left: (count: number) => `Осталось решить: ${n(count)}.`,
    deed: (changes: number) => `Внести ${changesCounted(changes)}`,
    deedBoth: (deed: string, changes: number) => `${deed} и внести ${changesCounted(changes)}`,
    deedNothing: 'Внести',
    changedRows: (names: readonly string[]) => `Изменились строки: ${names.join('; ')}.`,
  },
  result: (result: {
    readonly added: number;
    readonly joined: number;
    readonly existing: number;
    readonly changed: number;
    readonly parents: number;
    readonly skipped: number;
    readonly leftOut: number;
    readonly newClasses: readonly string[];
  }) =>
    [
      `Внесено новых: ${n(result.added)}.`,
      ...(result.parents > 0 ? [`Родителей внесено: ${n(result.parents)}.`] : []),
      ...(result.joined > 0 ? [`Зачислено известных журналу: ${n(result.joined)}.`] : []),
      ...(result.existing > 0 ? [`Уже были в журнале: ${n(result.existing)}.`] : []),
      ...(result.changed > 0 ? [`Изменено карточек: ${n(result.changed)}.`] : []),
      ...(result.skipped > 0 ? [`Не взято по вашему решению: ${n(result.skipped)}.`] : []),
      ...(result.leftOut > 0 ? [`Строк с ошибками не взято: ${n(result.leftOut)}.`] : []),
      ...(result.newClasses.length > 0 ? [`Новые классы: ${result.newClasses.join(', ')}.`] : []),
    ].join(' '),
  toPupils: 'К списку учеников',
  toStaff: 'К сотрудникам',
  openAccounts: (count: number) =>
    `Открыть доступ ${counted(count, 'новому сотруднику', 'новым сотрудникам', 'новым сотрудникам')}`,
  openHint:
    'Каждый получит логин и временный пароль на листке. Роли берутся из файла, где их нет — по должности.',
} as const;
