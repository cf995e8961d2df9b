import { MONTHS_OF } from '../calendar/month-names';
import type { AbsenceReason } from '../people/absence-reason';
import { formatDate, weekdayOf, type IsoDate } from '../calendar/iso-date';
import type { ChangeKind, Payment } from './day-change';

export const ABSENCE_NAMES: Readonly<Record<AbsenceReason, string>> = {
  illness: 'болезнь',
  trip: 'командировка',
  training: 'курсы',
  leave: 'отпуск',
  unpaidLeave: 'без сохранения зарплаты',
  other: 'другое',
};
export const PAYMENT_NAMES: Readonly<Record<Payment, string>> = {
  paid: 'оплачивается',
  unpaid: 'без оплаты',
  merged: 'объединение групп',
};

const WEEKDAYS = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
];

/** «19 ноября, четверг», as a sheet for the wall names its day. */
export function sheetDay(date: IsoDate): string {
  const [, month = '1', day = '1'] = date.split('-');
  return `${Number(day)} ${MONTHS_OF[Number(month) - 1]}, ${WEEKDAYS[weekdayOf(date) - 1]}`;
}

type Told = {
  readonly changes: readonly {
    readonly kind: ChangeKind;
    readonly substitute: string | null;
    readonly instead: string | null;
    readonly from: { readonly date: IsoDate; readonly number: number };
  }[];
  readonly goneTo: { readonly date: IsoDate; readonly number: number } | null;
  readonly instead: boolean;
};

/** What became of a lesson, in the words of a sheet on the wall and of the register. */
export function changeOnPaper({ changes, goneTo, instead }: Told): string {
  if (goneTo !== null) return `перенесён на ${formatDate(goneTo.date)}, ${goneTo.number}-й урок`;
  if (instead) return 'поставлен взамен другого урока';
  return changes
    .map((change): string => {
      switch (change.kind) {
        case 'substitution':
          return `замена: ${change.substitute ?? ''}`;
        case 'cancellation':
          return 'урок отменён';
        case 'move':
          return `перенесён с ${formatDate(change.from.date)}, ${change.from.number}-й урок`;
        case 'replacement':
          return `вместо него ${change.instead ?? ''}`;
        case 'room':
          return 'другой кабинет';
        default:
          return change.kind satisfies never;
      }
    })
    .join('; ');
}
