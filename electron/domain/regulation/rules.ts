import type { ValueKind, ValueOf } from './values';

/** The parts of the regulation, in the order they stand on paper. */
export const SECTIONS = [
  'entry',
  'corrections',
  'periodMarks',
  'rights',
  'frequencies',
  'terms',
  'gradeOne',
  'keeping',
] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  entry: 'Сроки заполнения журнала',
  corrections: 'Исправления и закрытие страниц',
  periodMarks: 'Итоговые отметки',
  rights: 'Кто что может',
  frequencies: 'Как часто',
  terms: 'К какому сроку',
  gradeOne: 'Первые классы',
  keeping: 'Хранение',
};

/**
 * Every rule of a regulation (requirements R1–R8, J2, J6, S4): the part it stands in, the kind of its
 * value, and its name as people say it.
 */
export const RULES = {
  attendanceEntry: { section: 'entry', kind: 'deadline', title: 'Посещаемость' },
  topicEntry: { section: 'entry', kind: 'deadline', title: 'Тема урока' },
  homeworkEntry: { section: 'entry', kind: 'deadline', title: 'Домашнее задание' },
  oralMarkEntry: { section: 'entry', kind: 'gradedDeadline', title: 'Отметки за устные ответы' },
  writtenMarkEntry: {
    section: 'entry',
    kind: 'gradedDeadline',
    title: 'Отметки за письменные работы',
  },
  writingAhead: { section: 'entry', kind: 'switch', title: 'Темы и задания заранее' },
  substitutionEntry: { section: 'entry', kind: 'deadline', title: 'Замена урока' },
  assignedKind: { section: 'entry', kind: 'switch', title: 'Вид работы у каждой отметки' },

  editingWindow: { section: 'corrections', kind: 'window', title: 'Срок исправления отметки' },
  backdatedMarks: { section: 'corrections', kind: 'switch', title: 'Отметки задним числом' },
  closedByPeriodMarks: {
    section: 'corrections',
    kind: 'switch',
    title: 'Закрытие страницы после итоговых отметок',
  },
  recordsClosedToo: {
    section: 'corrections',
    kind: 'switch',
    title: 'Посещаемость, темы и задания вместе с отметками',
  },

  periodMarksDue: { section: 'periodMarks', kind: 'periodDue', title: 'Срок итоговых отметок' },
  minimumMarks: { section: 'periodMarks', kind: 'minimum', title: 'Наименьшее число отметок' },
  periodProposal: {
    section: 'periodMarks',
    kind: 'proposal',
    title: 'Предложение итоговой отметки',
  },
  noteWhenDiffers: {
    section: 'periodMarks',
    kind: 'switch',
    title: 'Пояснение, если отметка не по среднему',
  },
  noteBelowMinimum: {
    section: 'periodMarks',
    kind: 'switch',
    title: 'Пояснение, если отметок мало',
  },

  fillAnyPage: { section: 'rights', kind: 'roles', title: 'Заполнять чужие страницы' },
  setAbsenceReasons: { section: 'rights', kind: 'roles', title: 'Указывать причину пропуска' },
  openLocks: { section: 'rights', kind: 'roles', title: 'Открывать закрытое' },
  registerSubstitutions: { section: 'rights', kind: 'roles', title: 'Оформлять замены' },
  changeTimetable: { section: 'rights', kind: 'roles', title: 'Менять расписание' },
  enterPlans: { section: 'rights', kind: 'roles', title: 'Вносить планы (КТП)' },
  correctPupilData: { section: 'rights', kind: 'roles', title: 'Исправлять данные учеников' },
  moveBetweenGroups: { section: 'rights', kind: 'roles', title: 'Переводить между группами' },
  groupMovesMidPeriod: {
    section: 'rights',
    kind: 'switch',
    title: 'Перевод между группами среди периода',
  },

  journalControl: { section: 'frequencies', kind: 'frequency', title: 'Проверка журналов' },
  activityReport: { section: 'frequencies', kind: 'frequency', title: 'Отчёт об активности' },
  fillingReport: { section: 'frequencies', kind: 'frequency', title: 'Отчёт о заполнении' },
  progressReports: {
    section: 'frequencies',
    kind: 'frequency',
    title: 'Отчёты об успеваемости и посещаемости',
  },
  programmeReports: {
    section: 'frequencies',
    kind: 'frequency',
    title: 'Отчёт о выполнении программ',
  },
  parentsInformed: {
    section: 'frequencies',
    kind: 'frequency',
    title: 'Выписки для родителей без доступа',
  },
  pupilDataChecked: { section: 'frequencies', kind: 'frequency', title: 'Сверка данных учеников' },
  absencesChecked: { section: 'frequencies', kind: 'frequency', title: 'Проверка пропусков' },
  backups: { section: 'frequencies', kind: 'frequency', title: 'Резервная копия' },

  loadGiven: { section: 'terms', kind: 'term', title: 'Нагрузка и учебные планы' },
  yearOpened: { section: 'terms', kind: 'term', title: 'Открытие учебного года' },
  setUpComplete: { section: 'terms', kind: 'term', title: 'Готовность журнала к году' },
  plansReady: { section: 'terms', kind: 'term', title: 'Планы (КТП)' },
  preliminaryReports: { section: 'terms', kind: 'term', title: 'Предварительные отчёты' },
  summarySheets: { section: 'terms', kind: 'term', title: 'Сводные ведомости' },
  archivePrinted: { section: 'terms', kind: 'term', title: 'Печать журналов в архив' },
  appealDays: { section: 'terms', kind: 'number', title: 'Ответ родителям' },
  mistakenMarkDays: { section: 'terms', kind: 'number', title: 'Сообщение об ошибочной отметке' },

  gradeOneMarks: { section: 'gradeOne', kind: 'switch', title: 'Отметки в первом классе' },
  gradeOneHomework: { section: 'gradeOne', kind: 'switch', title: 'Задания в первом классе' },

  journalYears: { section: 'keeping', kind: 'number', title: 'Хранение журналов' },
  summaryYears: { section: 'keeping', kind: 'number', title: 'Хранение сводных ведомостей' },
  archiveCarriers: { section: 'keeping', kind: 'number', title: 'Носители архива' },
} as const satisfies Record<
  string,
  { readonly section: Section; readonly kind: ValueKind; readonly title: string }
>;

export type RuleId = keyof typeof RULES;
export type RuleValue<Id extends RuleId> = ValueOf<(typeof RULES)[Id]['kind']>;
/** The rules whose values are of one kind. */
export type RuleOf<Kind extends ValueKind> = {
  [Id in RuleId]: (typeof RULES)[Id]['kind'] extends Kind ? Id : never;
}[RuleId];

/** The rules the program itself obeys and makes others obey; the rest is for people to keep. */
export const KEPT_BY_PROGRAM: ReadonlySet<RuleId> = new Set<RuleId>([
  'writingAhead',
  'oralMarkEntry',
  'writtenMarkEntry',
  'editingWindow',
  'backdatedMarks',
  'closedByPeriodMarks',
  'recordsClosedToo',
  'periodMarksDue',
  'minimumMarks',
  'periodProposal',
  'noteWhenDiffers',
  'noteBelowMinimum',
  'fillAnyPage',
  'setAbsenceReasons',
  'openLocks',
  'registerSubstitutions',
  'changeTimetable',
  'enterPlans',
  'correctPupilData',
  'moveBetweenGroups',
  'groupMovesMidPeriod',
  'gradeOneMarks',
  'gradeOneHomework',
]);

export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];
