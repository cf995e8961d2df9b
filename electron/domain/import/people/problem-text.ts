import { assertNever } from '../../assert-never';
import { formatDate } from '../../calendar/iso-date';
import type { UnusableCell } from './contact-cells';
import type { RowProblem } from './person-row';

/** What is wrong with a row, for the person who brought the file: one sentence without a full stop. */
export function describeRowProblem(problem: RowProblem): string {
  switch (problem.code) {
    case 'noName':
      return 'Не указаны фамилия и имя';
    case 'noFirstName':
      return `«${problem.name}»: нужны и фамилия, и имя`;
    case 'initialsOnly':
      return `«${problem.name}»: вместо инициалов нужно имя полностью`;
    case 'oddName':
      return `«${problem.name}» не похоже на имя: в нём есть цифры или лишние знаки`;
    case 'noClass':
      return 'Не указан класс';
    case 'badClass':
      return `«${problem.text}» не похоже на класс: пишите, например, 8-Б`;
    case 'badDate':
      return `«${problem.text}»: такой даты нет, пишите день, месяц и год, например 05.09.2012`;
    case 'unlikelyBirthDate':
      return `Дата рождения ${formatDate(problem.date)} невозможна`;
    case 'badSex':
      return `«${problem.text}» не похоже на пол: пишите м или ж`;
    case 'unknownRole':
      return `Роль «${problem.text}» неизвестна`;
    case 'noChild':
      return 'Не указан ребёнок';
    case 'childUnknown':
      return `Ученика «${problem.name}» в журнале нет`;
    case 'noParent':
      return 'Не указан родитель';
    case 'duplicate':
      return `Этот человек уже есть в строке ${problem.ofRowNumber}`;
    default:
      return assertNever(problem);
  }
}

const unusableBecause: Readonly<Record<UnusableCell['field'], string>> = {
  snils: 'СНИЛС: контрольное число не сходится или не 11 цифр',
  phone: 'не похоже на номер телефона',
  email: 'не похоже на адрес почты',
  educationForm: 'неизвестная форма обучения',
  parentName: 'родителю нужны фамилия и имя полностью, без цифр',
  parentPhone: 'не похоже на номер телефона родителя',
  parentEmail: 'не похоже на адрес почты родителя',
  parentRelation: 'неизвестно, кем приходится ученику',
  parentWhose: 'непонятно, о каком родителе это сказано',
};

/** Why a cell is left out while its pupil comes: one sentence without a full stop. */
export const describeUnusable = ({ field, text }: UnusableCell): string =>
  `«${text}»: ${unusableBecause[field]}`;

/** The list names another class than the journal: an order moves a pupil, a list does not (C2). */
export const describeElsewhere = (ofJournal: string): string =>
  `В журнале ${ofJournal}: перевод — приказом`;

const contradictedWhat = { phone: 'телефон', email: 'почта', address: 'адрес' } as const;

/** Two rows say two things of one parent: the first one counts. */
export const describeContradiction = (
  name: string,
  fields: readonly (keyof typeof contradictedWhat)[],
): string =>
  `${name}: в другой строке иначе (${fields.map((field) => contradictedWhat[field]).join(', ')}), взято оттуда`;
