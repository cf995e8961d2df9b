import type { Regulation } from '../regulation';
import type { Deadline } from '../values';
import { preset } from './preset';

const WORKING_WEEK: Deadline = { by: 'workingWeek' };
const IN_WORKING_WEEK =
  'Своевременно (в рамках рабочей недели,) заполняют данные об успеваемости и посещаемости учащихся; домашнее задание.';
const TEACHER = 'СГО, учителя-предметники';
const ADMINISTRATOR = 'СГО, администратор';

/** Положение сельской школы («Сетевой город. Образование», 2017). Its points have no numbers. */
export const SGO: Regulation = preset('sgo', 'Положение школы («Сетевой город. Образование»)', {
  attendanceEntry: { value: WORKING_WEEK, clauses: [TEACHER], words: IN_WORKING_WEEK },
  topicEntry: {
    value: WORKING_WEEK,
    clauses: [TEACHER],
    words:
      'Все записи по всем учебным предметам ведутся с обязательным указанием не только тем уроков, но и тем практических, контрольных работ, экскурсий.',
  },
  homeworkEntry: { value: WORKING_WEEK, clauses: [TEACHER], words: IN_WORKING_WEEK },
  oralMarkEntry: {
    value: [{ gradeFrom: 1, gradeTo: 12, deadline: WORKING_WEEK }],
    clauses: [TEACHER],
    words: IN_WORKING_WEEK,
  },
  writtenMarkEntry: {
    value: [{ gradeFrom: 1, gradeTo: 12, deadline: WORKING_WEEK }],
    clauses: [TEACHER],
    words: IN_WORKING_WEEK,
  },
  periodMarksDue: {
    value: { by: 'lastWeek' },
    clauses: [TEACHER],
    words:
      'своевременно в течение последней недели каждого учебного периода до начала каникулярного периода.',
  },
  fillAnyPage: {
    value: [],
    clauses: [ADMINISTRATOR, TEACHER],
    words: 'просматривает все электронные журналы классов без права редактирования.',
  },
  enterPlans: {
    value: ['teacher'],
    clauses: [TEACHER],
    words: 'Своевременно заполняет раздел «Календарно-тематическое планирование».',
  },
  correctPupilData: {
    value: ['administrator'],
    clauses: [ADMINISTRATOR],
    words: 'вносит необходимые изменения в списочный состав обучающихся и педагогов.',
  },
  journalControl: {
    value: ['month'],
    clauses: ['СГО, заместитель директора'],
    words:
      'Заместитель директора по УВР осуществляет периодический контроль (не реже 1 раза в месяц) над ведением Электронного журнала.',
  },
  backups: {
    value: ['period'],
    clauses: [ADMINISTRATOR],
    words:
      'Производит резервное копирование базы электронного журнала на внешний носитель информации не реже 1 раза в четверть.',
  },
  yearOpened: {
    value: { by: 'date', from: { month: 8, day: 25 }, to: { month: 8, day: 31 } },
    clauses: [ADMINISTRATOR],
    words: 'Открывает учебный год в последнюю неделю августа',
  },
  archivePrinted: {
    value: { by: 'date', to: { month: 6, day: 30 } },
    clauses: ['СГО, архивация'],
    words:
      'По окончании учебного года не позднее 30 июня электронные журналы, проходят процедуру архивации',
  },
});
