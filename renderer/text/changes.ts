import type { ChangedLesson, LessonChange, LessonHourOf, ShownChange } from '#contract/changes';
import { formatDate } from '#domain/calendar/iso-date';
import { ABSENCE_NAMES, PAYMENT_NAMES } from '#domain/timetable/change-words';
import type { ChangeKind } from '#domain/timetable/day-change';
import type { SubstituteOffer } from '#domain/timetable/free-teachers';
import { plural } from './common';

const hour = ({ date, number }: LessonHourOf) => `${formatDate(date)}, ${number}-й урок`;

export const changesTexts = {
  title: 'Замены',
  registerTitle: 'Учёт замен',
  day: 'День',
  previous: 'Предыдущий учебный день',
  next: 'Следующий учебный день',
  today: 'Сегодня',
  sheet: 'Лист на стену',
  back: 'К заменам дня',
  sheetLabel: 'Изменения в расписании на день',
  absences: 'Отсутствуют',
  nobody: 'В этот день все на месте.',
  add: 'Отметить отсутствие',
  person: 'Кто',
  from: 'С',
  to: 'По',
  reason: 'Причина',
  document: 'Документ',
  documentHint: 'б/л № 12, приказ № 40',
  save: 'Записать',
  cancel: 'Не записывать',
  remove: 'Убрать отсутствие',
  reasons: ABSENCE_NAMES,
  lessons: 'Уроки дня',
  show: 'Какие уроки',
  shown: { absent: 'Требуют решения', all: 'Все уроки дня' },
  find: 'Класс, предмет или учитель',
  nothing: 'Решать нечего: уроки этого дня идут по расписанию',
  nothingText: 'Отметьте слева, кто отсутствует, или откройте все уроки дня.',
  noLessons: 'В этот день уроков нет',
  noLessonsText: 'Выберите учебный день стрелками.',
  waits: 'ждёт решения',
  controlShort: '◆ по графику',
  control: (work: string) =>
    `По графику на этом уроке: ${work}. Если урок не состоится или перенесён, перенесите и её на вкладке «Контрольные работы».`,
  held: 'есть записи',
  kinds: {
    substitution: 'Замена',
    cancellation: 'Отмена',
    move: 'Перенос',
    replacement: 'Другой предмет',
    room: 'Кабинет',
  } satisfies Record<ChangeKind, string>,
  deeds: {
    substitution: 'Назначить замену',
    cancellation: 'Отменить урок',
    move: 'Перенести урок',
    replacement: 'Поставить этот предмет',
    room: 'Сменить кабинет',
  } satisfies Record<ChangeKind, string>,
  how: 'Что делать с уроком',
  who: 'Кто проведёт урок',
  nobodyFree: 'Свободных учителей в это время нет. Можно отменить или перенести урок.',
  noSubjects: 'Свободных предметов этого класса в это время нет.',
  payment: 'Оплата',
  payments: PAYMENT_NAMES,
  why: 'Основание',
  lateWhy: 'Урок уже закончился. Почему вносится только теперь',
  late: 'внесено после урока',
  substituting: 'замена',
  moveDay: 'На какой день',
  moveHour: 'На какой урок',
  hour: (number: number) => `${number}-й урок`,
  problems: {
    class: 'у класса урок',
    teacher: 'учитель занят',
    room: 'кабинет занят',
    samePage: 'этот предмет уже стоит',
    absent: 'учитель отсутствует',
  },
  room: 'Кабинет',
  takeBack: 'Отменить это изменение',
  takeBackWhy: 'Почему отменяется',
  laterFirst: 'сначала отмените более позднее',
  by: (change: LessonChange, when: string) => `${change.registeredBy}, ${when}`,
  offer: (offer: SubstituteOffer): string =>
    [
      offer.merges ? 'объединит группы' : '',
      offer.teachesSubject ? 'ведёт этот предмет' : '',
      offer.teachesClass ? 'ведёт этот класс' : '',
      {
        gap: 'окно между уроками',
        beside: 'соседний урок свой',
        apart: 'уроки в другое время',
        freeDay: 'в этот день без уроков',
      }[offer.place],
      offer.unwilling ? 'просит это время не занимать' : '',
      offer.substitutions > 0
        ? `${offer.substitutions} ${plural(offer.substitutions, 'замена', 'замены', 'замен')} за неделю`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  change: (change: ShownChange): string => {
    switch (change.kind) {
      case 'substitution':
        return `Замена: ${change.substitute ?? ''}`;
      case 'cancellation':
        return 'Урок отменён';
      case 'move':
        return `Перенос с ${hour(change.from)} на ${change.to === null ? '' : hour(change.to)}`;
      case 'replacement':
        return `Вместо него: ${change.instead ?? ''}`;
      case 'room':
        return 'Другой кабинет';
      default:
        return change.kind satisfies never;
    }
  },
  state: (
    lesson: Pick<ChangedLesson, 'goneTo' | 'instead'> & {
      readonly changes: readonly ShownChange[];
    },
  ): string => {
    if (lesson.goneTo !== null) return `перенесён на ${hour(lesson.goneTo)}`;
    if (lesson.instead) return 'поставлен взамен';
    const last = lesson.changes.at(-1);
    if (last?.kind === 'substitution') return changesTexts.kinds.substitution;
    return last === undefined ? '' : changesTexts.change(last);
  },
  register: {
    teacher: 'Учитель',
    rows: 'Изменения',
    hours: 'Часы учителей',
    view: 'Что показать',
    date: 'Дата',
    number: 'Урок',
    className: 'Класс',
    subject: 'Предмет',
    absent: 'Отсутствовал',
    reason: 'Причина',
    what: 'Что сделано',
    payment: 'Оплата',
    registered: 'Когда и кто внёс',
    name: 'Учитель',
    given: 'Проведено своих',
    missed: 'Не проведено своих',
    paid: 'Замещено с оплатой',
    unpaid: 'Замещено без оплаты',
    merged: 'Объединение групп',
    empty: 'За эти дни изменений не было',
    emptyText: 'Замены и отмены вносят на вкладке «Замены».',
    print: 'Напечатать',
    back: 'К учёту замен',
    label: 'Журнал учёта пропущенных и замещённых уроков',
  },
} as const;
