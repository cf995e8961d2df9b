import type { HourChange, HourPlace } from '#contract/import-timetable';
import type { TimetableNote } from '#domain/timetable/file-timetable';
import { n } from './counted';
import { assertNever } from '#domain/assert-never';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { hoursCounted, importTexts } from './imports';
import { roomText } from './timetable';

const shortDays = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'];
const weeks = { 0: '', 1: ', неделя А', 2: ', неделя Б' } as const;

/** «Пн, 3 урок, неделя А, каб. 21» */
const placeText = ({ weekday, lessonNumber, week, room }: HourPlace) =>
  `${shortDays[weekday - 1] ?? ''}, ${lessonNumber} урок${weeks[week]}${room === '' ? '' : `, ${roomText(room)}`}`;

export const timetableImportTexts = {
  title: 'Импорт расписания',
  main: 'Файл расписания',
  mainHint: 'aSc Timetables, FET или таблица',
  results: 'Файл activities.xml',
  resultsHint: 'нужен, если в .fet нет готового расписания',
  sources: { asc: 'aSc Timetables', fet: 'FET', grid: 'Таблица' },
  name: 'Название',
  from: 'Действует с',
  cycleFrom: 'День недели А',
  cycleHint: 'Есть уроки через неделю. Неделя А — та, в которой',
  nameMissing: 'Впишите название расписания: вернитесь к шагу «Файл».',
  defaultName: 'Основное расписание',
  found: (source: string, lessons: number, withoutClass: number) =>
    `${source}: ${hoursCounted(lessons)} в неделю.${withoutClass > 0 ? ` Занятий без класса (не берутся): ${n(withoutClass)}.` : ''}`,
  deed: (hours: number) => `Загрузить расписание: ${hoursCounted(hours)} в неделю`,
  deedDraft: (hours: number) => `Сохранить черновик: ${hoursCounted(hours)} в неделю`,
  draft: 'Сохранить черновиком: в силу не вступает, уроки не меняются',
  notChanged: 'Расписание не изменится: такое уже есть в журнале.',
  summary: (outcome: {
    readonly lessonsAdded: number;
    readonly lessonsRemoved: number;
    readonly lessonsKept: number;
    readonly lessonsHeld: number;
    readonly newPages: number;
    readonly until: IsoDate;
  }) =>
    [
      `До ${formatDate(outcome.until)}: новых уроков ${n(outcome.lessonsAdded)}, останется ${n(outcome.lessonsKept)}, пустых исчезнет ${n(outcome.lessonsRemoved)}.`,
      ...(outcome.lessonsHeld > 0
        ? [`Уроки с записями не тронуты: ${n(outcome.lessonsHeld)}.`]
        : []),
      ...(outcome.newPages > 0 ? [`Новых страниц журнала: ${n(outcome.newPages)}.`] : []),
    ].join(' '),
  summaryDraft: (newPages: number) =>
    `Уроки журнала не изменятся.${newPages > 0 ? ` Новых страниц журнала: ${n(newPages)}.` : ''}`,
  before: (from: IsoDate) => `Уроки до ${formatDate(from)} не меняются.`,
  classes: 'Уроков в неделю по классам',
  class: 'Класс',
  counts: {
    added: 'Новые',
    removed: 'Уйдут',
    moved: 'Время',
    room: 'Кабинет',
    teachers: 'Учитель',
    kept: 'Как есть',
  },
  changes: (className: string | null) =>
    className === null ? 'Что изменится: все классы' : `Что изменится: ${className}`,
  allClasses: 'Все классы',
  subject: 'Предмет',
  what: 'Что изменится',
  change: (change: HourChange): string => {
    const { was, becomes, teachersWere, teachersBecome } = change;
    const [from, to] = [was && placeText(was), becomes && placeText(becomes)];
    switch (change.kind) {
      case 'added':
        return `новый: ${to ?? ''}`;
      case 'removed':
        return `уйдёт: ${from ?? ''}`;
      case 'moved':
      case 'room':
        return `${from ?? ''} → ${to ?? ''}`;
      case 'teachers':
        return `${teachersWere.join(', ')} → ${teachersBecome.join(', ')}`;
      default:
        return assertNever(change.kind);
    }
  },
  subjectOf: ({ subject, group }: HourChange) => (group === '' ? subject : `${subject} (${group})`),
  noChanges: 'Здесь ничего не изменится',
  classTeachers: 'Классные руководители по файлу',
  classTeacher: (row: {
    readonly className: string;
    readonly teacher: string;
    readonly now: string;
  }) =>
    row.now === ''
      ? `${row.className}: ${row.teacher}`
      : `${row.className}: ${row.teacher} (сейчас ${row.now})`,
  notes: 'На что обратить внимание',
  note: (note: TimetableNote): string => {
    switch (note.kind) {
      case 'checkGroups':
        return `${note.className}: новые группы (${note.groups.join(', ')}) заполнены по алфавиту или по полу, проверьте их состав`;
      case 'partsUnclear':
        return `${note.className}, ${note.subject}: класс делится, но групп в файле нет; предмет ведётся на странице всего класса`;
      case 'noPeriods':
        return `Нет учебных периодов, уроки не появятся: ${note.classNames.join(', ')}`;
      case 'emptyClasses':
        return `Пока нет учеников: ${note.classNames.join(', ')}`;
      case 'laterVersion':
        return `С ${formatDate(note.from)} действует другое расписание, его уроки не меняются`;
      default:
        return assertNever(note);
    }
  },
  problems: importTexts.problems,
  done: 'Расписание загружено.',
  doneDraft: 'Черновик расписания сохранён.',
  toTimetable: 'К расписанию',
} as const;
