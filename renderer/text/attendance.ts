import type { DocumentOutcome } from '#contract/attendance';
import type { DocumentKind, DocumentReason } from '#domain/attendance/absence-documents';
import { plural } from './common';

const absences = (count: number) => `${count} ${plural(count, 'пропуск', 'пропуска', 'пропусков')}`;

/** What the regulation's terms have closed stays as the teacher noted it. */
const leftClosed = (count: number) =>
  count === 0
    ? ''
    : ` Не изменено, потому что срок исправления прошёл: ${absences(count)}. Открыть эти уроки может тот, кому это поручено регламентом.`;

export const attendanceTexts = {
  title: 'Посещаемость',
  hint: 'Б — болезнь, У — уважительная причина, Н — без причины: буква меняет причину у выбранных пропусков, в первом столбце — сразу за всё. С — справка, Ctrl+Z — отменить.',
  lookHint:
    'Пропуски и опоздания по всем урокам класса. Причины вносит тот, кому это поручено регламентом.',
  class: 'Класс',
  show: 'Показать',
  views: { day: 'День', week: 'Неделя', sums: 'Итоги' },
  previous: 'Раньше',
  next: 'Позже',
  day: 'День',
  today: 'Сегодня',
  from: 'С',
  to: 'По',
  print: 'Печать',
  paper: 'Лист посещаемости',
  back: 'К посещаемости',
  grid: { day: 'Посещаемость за день', week: 'Посещаемость за неделю' },
  pupil: 'Ученик',
  whole: { day: 'Весь день', week: 'Вся неделя' },
  wholeTitle: 'Буква здесь меняет причину всех пропусков ученика в этой строке',
  dayShort: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  lesson: (number: number) => `${number}-й урок`,
  notHere: 'Этого урока у ученика нет',
  late: (minutes: number | null) => (minutes === null ? 'опоздание' : `опоздание, ${minutes} мин`),
  letters: {
    absent: 'без причины',
    ill: 'по болезни',
    excused: 'по уважительной причине',
    late: 'опоздание',
  },
  documentSign: 'с',
  byDocument: (document: string) => `по документу: ${document}`,
  missing: 'Отсутствует',
  absentNow: (day: string, count: number) => `${day} отсутствуют: ${count}`,
  nobodyAbsent: (day: string) => `${day} отсутствующих нет.`,
  onDay: (day: string) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`,
  notFilled: (count: number) =>
    `Не отмечены ${count} ${plural(count, 'урок', 'урока', 'уроков')}: `,
  notFilledLesson: (number: number, subject: string, teachers: string) =>
    `${number}-й, ${subject}${teachers === '' ? '' : ` (${teachers})`}`,
  andMore: (count: number) => ` и ещё ${count}`,
  allFilled: 'Все прошедшие уроки отмечены.',
  done: (count: number, reason: string) => `${absences(count)}: ${reason}.`,
  nothingChosen: 'В выбранных клетках пропусков нет: сначала их отмечает учитель.',
  stale: (count: number) =>
    `${plural(count, 'Одну клетку', 'Несколько клеток', 'Несколько клеток')} (${count}) только что изменил учитель: там осталось его.`,
  closed: (count: number) => leftClosed(count).trim(),
  underDocument: 'На эти дни есть справка: чтобы вернуть «Н», отзовите её.',
  undone: (name: string) => `Отменено: ${name}.`,
  empty: 'Классов с посещаемостью нет',
  emptyText: 'Посещаемость видят классные руководители своих классов и администрация.',
  noLessons: 'В эти дни уроков нет',
  noLessonsText: 'Это выходной или каникулы. Перейдите к дню с уроками.',
  nearest: 'К ближайшему дню с уроками',
  documents: {
    title: 'Справки',
    none: 'На эти дни справок нет.',
    add: 'Внести справку',
    addKey: 'С',
    pupil: 'Ученик',
    kind: 'Документ',
    kinds: {
      medical: 'Медицинская справка',
      parents: 'Заявление родителей',
      order: 'Приказ по школе',
      other: 'Другой документ',
    } satisfies Record<DocumentKind, string>,
    number: 'Номер',
    reason: 'Причина',
    reasons: { ill: 'Б — болезнь', excused: 'У — уважительная' } satisfies Record<
      DocumentReason,
      string
    >,
    note: 'Примечание',
    save: 'Внести',
    cancel: 'Отмена',
    withdraw: 'Отозвать',
    withdrawn: (by: string) => `отозвал(а) ${by}`,
    withdrawnCount: (count: number) => `Отозванные: ${count}`,
    added: (name: string, { turned, closed }: DocumentOutcome) =>
      turned + closed === 0
        ? `Справка внесена: ${name}. Пропусков «Н» в эти дни пока нет.`
        : `Справка внесена: ${name}, ${absences(turned)}.${leftClosed(closed)}`,
    removed: (name: string, { turned, closed }: DocumentOutcome) =>
      `Справка отозвана: ${name}${turned === 0 ? '' : `, снова «Н» или по другой справке: ${turned}`}.${leftClosed(closed)}`,
    deed: { add: 'справка внесена', withdraw: 'справка отозвана', reasons: 'причины пропусков' },
    withNumber: (number: string) => (number === '' ? '' : `№ ${number}`),
  },
  sums: {
    label: 'Пропуски по ученикам',
    pupil: 'Ученик',
    lessons: 'Уроков',
    lessonsOf: { ill: 'Ур. Б', excused: 'Ур. У', absent: 'Ур. Н' },
    days: 'Дней',
    daysOf: { ill: 'Дн. Б', excused: 'Дн. У', absent: 'Дн. Н' },
    late: 'Опозд.',
    lateMinutes: 'Минут',
    hint: 'Уроки и дни, пропущенные по болезни (Б), по уважительной причине (У) и без причины (Н); день пропущен, если пропущены все его уроки.',
    week: 'Неделя',
    month: 'Месяц',
    year: 'Год',
    span: 'Срок',
    none: 'В классе никого нет',
  },
} as const;
