import { defaultProposalRule } from '../../marks/propose';
import type { RuleId, RuleValue } from '../rules';
import type { Said } from './preset';

/**
 * What fills the rules of which a school's paper says nothing: the standard order (ТИП) where it
 * speaks, otherwise the paper named in the clauses. A lock that only one paper knows is not laid on
 * the others: there the rule has no clause and restricts nothing.
 */
export const BASE: { readonly [Id in RuleId]: Said<RuleValue<Id>> } = {
  attendanceEntry: {
    value: { by: 'lessonDay' },
    clauses: ['ТИП 2.12'],
    words:
      'Педагог осуществляет внесение информации о занятии и об отсутствующих учащихся на занятии по факту в день его проведения.',
  },
  topicEntry: {
    value: { by: 'lessonDay' },
    clauses: ['ТИП 2.12', 'ТИП Д.1.6'],
    words:
      'Педагог осуществляет внесение информации о занятии и об отсутствующих учащихся на занятии по факту в день его проведения.',
  },
  homeworkEntry: {
    value: { by: 'hoursAfterClasses', hours: 1 },
    clauses: ['ТИП 2.8', 'ТИП Д.1.8'],
    words:
      'Задание должно вноситься в журнал не позднее чем через 1 час после окончания всех занятий данных учащихся.',
  },
  oralMarkEntry: {
    value: [{ gradeFrom: 1, gradeTo: 12, deadline: { by: 'days', days: 7, counted: 'calendar' } }],
    clauses: ['ТИП 2.5', 'ТИП Д.1.5'],
    words:
      'Результаты оценивания выполненных учащимися работ должны выставляться не позднее 1 недели со дня их проведения',
  },
  writtenMarkEntry: {
    value: [{ gradeFrom: 1, gradeTo: 12, deadline: { by: 'whenChecked', days: 7 } }],
    clauses: ['ТИП 2.6', 'ТИП 2.5'],
    words:
      'Педагог выставляет оценки (отметки) за письменную работу (включая сочинения по русскому языку и литературе в 10-11 классах) в день завершения проверки письменных работ.',
  },
  writingAhead: {
    value: true,
    clauses: ['ТИП 2.9'],
    words:
      'Педагог может заранее размещать домашние задания, чтобы у учащихся была возможность заблаговременно планировать свое время.',
  },
  substitutionEntry: {
    value: { by: 'beforeLesson' },
    clauses: ['ТИП 2.13'],
    words: 'факт замены должен отражаться до момента проведения урока.',
  },
  assignedKind: {
    value: true,
    clauses: ['ТИП 2.7', 'ТИП Д.1.6'],
    words: 'указывает виды работ, за которые учащийся получает оценку (отметку).',
  },
  editingWindow: {
    value: 'never',
    clauses: ['ТИП 2.14'],
    words:
      '«Никогда» (оценку (отметку) можно редактировать в течение неограниченного периода времени, до истечения текущего учебного года).',
  },
  backdatedMarks: { value: true, clauses: [], words: '' },
  closedByPeriodMarks: { value: false, clauses: [], words: '' },
  recordsClosedToo: { value: false, clauses: [], words: '' },
  periodMarksDue: {
    value: { by: 'daysAfterEnd', days: 7 },
    clauses: ['ТИП 2.14', 'ТИП Д.1.7'],
    words: 'своевременно в течение 7 дней после завершения каждого учебного периода',
  },
  minimumMarks: {
    value: [
      { upToHours: 2, marks: 3 },
      { upToHours: null, marks: 4 },
    ],
    clauses: ['КИА 5.2'],
    words:
      'необходимо наличие не менее трех оценок (при 2-часовой недельной учебной нагрузке по предмету) и более (при учебной нагрузке более 2-х часов в неделю)',
  },
  // No paper says how; a half goes up, as tables of real schools show.
  periodProposal: { value: defaultProposalRule, clauses: [], words: '' },
  noteWhenDiffers: {
    value: true,
    clauses: ['КИА 5.1'],
    words: 'Итоговые отметки обучающихся за четверть, полугодие, год должны быть обоснованы',
  },
  noteBelowMinimum: {
    value: true,
    clauses: ['КИА 5.1', 'КИА 5.2'],
    words: 'Итоговые отметки обучающихся за четверть, полугодие, год должны быть обоснованы',
  },
  fillAnyPage: {
    value: [],
    clauses: ['ТИП Б.2.1', 'ТИП В.2.1', 'ТИП Г.2.2'],
    words:
      'Просматривать все электронные журналы классов общеобразовательной организации без права редактирования.',
  },
  setAbsenceReasons: {
    value: ['teacher'],
    clauses: ['ТИП 2.12', 'ТИП Г.2.2'],
    words:
      'Фиксировать сведения в электронные журналы лишь по тем предметам, на которые он назначен в расписании.',
  },
  openLocks: {
    value: ['administrator'],
    clauses: ['ТИП 2.14'],
    words:
      'Ответственный координатор - администратор образовательной организации имеет возможность установить следующие периоды, в течение которых возможно редактирование выставленной оценки',
  },
  registerSubstitutions: {
    value: ['administrator', 'deputy'],
    clauses: ['ТИП А.26', 'ТИП В.1.6'],
    words:
      'Вносить изменения в расписание в случае, если урок проводился другим педагогом вместо основного и в любых других случаях изменения расписания.',
  },
  changeTimetable: {
    value: ['administrator', 'deputy'],
    clauses: ['ТИП А.19', 'ТИП В.1.5'],
    words: 'Вносить расписание уроков в Систему.',
  },
  enterPlans: {
    value: ['administrator', 'teacher'],
    clauses: ['ТИП А.16', 'ТИП Д.1.2'],
    words: 'Составлять в Системе календарно-тематический план уроков.',
  },
  correctPupilData: {
    value: ['administrator'],
    clauses: ['ТИП А.17', 'ТИП А.25'],
    words: 'Корректировать внесённые данные по мере обновления или изменения внесенной информации.',
  },
  moveBetweenGroups: {
    value: ['administrator', 'classTeacher'],
    clauses: ['ТИП А.18', 'ТИП Г.1.6'],
    words: 'Настраивать классы, делить классы на учебные группы (только в рамках своего класса).',
  },
  groupMovesMidPeriod: {
    value: true,
    clauses: ['ТИП А.18'],
    words: 'по мере появления новых учащихся в течение учебного года.',
  },
  journalControl: {
    value: ['month'],
    clauses: ['КИА 9.1'],
    words:
      'Контроль за ведением электронного журнала осуществляется заместителями директора по УВР не реже 1 раза в месяц.',
  },
  activityReport: {
    value: ['twoWeeks'],
    clauses: ['ИНС 6.1'],
    words:
      'Отчет об активности пользователей при работе с электронным журналом создается один раз в 2 недели.',
  },
  fillingReport: {
    value: ['month', 'year'],
    clauses: ['ИНС 6.2'],
    words:
      'Отчет о заполнении электронного журнала и накапливаемости отметок создается ежемесячно и по итогам учебного года.',
  },
  progressReports: {
    value: ['afterPeriod', 'year'],
    clauses: ['КИА 7.1'],
    words:
      'Отчеты по успеваемости и посещаемости создаются по окончании четверти, полугодия и года.',
  },
  programmeReports: {
    value: ['afterPeriod', 'year'],
    clauses: ['КИА 7.2'],
    words: 'Отчеты о выполнении программы создаются по итогам каждой четверти (полугодия) и года.',
  },
  parentsInformed: {
    value: ['week'],
    clauses: ['ТИП 2.15'],
    words: 'Рекомендованный период составления сводной ведомости – за прошедшую учебную неделю.',
  },
  pupilDataChecked: {
    value: ['calendarQuarter'],
    clauses: ['КИА 4.3.10'],
    words: 'Регулярно, не реже одного раза в квартал, проверяет изменение фактических данных',
  },
  absencesChecked: {
    value: ['day'],
    clauses: ['ТИП 2.4', 'ТИП Г.1.7'],
    words: 'осуществляют ежедневный учет сведений о пропущенных уроках.',
  },
  backups: {
    value: ['week', 'afterPeriod', 'year'],
    clauses: ['ТИП А.23'],
    words: 'Еженедельно / ежегодно / по окончании каждого отчетного периода.',
  },
  loadGiven: {
    value: { by: 'date', to: { month: 8, day: 20 } },
    clauses: ['КИА 4.6.11'],
    words:
      'Предоставляет администратору до 20 августа информацию по нагрузке учителей-предметников и учебные планы по школе.',
  },
  yearOpened: {
    value: { by: 'date', from: { month: 8, day: 25 }, to: { month: 8, day: 31 } },
    clauses: ['СГО, администратор'],
    words: 'Открывает учебный год в последнюю неделю августа',
  },
  setUpComplete: {
    value: { by: 'date', to: { month: 9, day: 5 } },
    clauses: ['ТИП 2.1'],
    words:
      'в срок до 5 сентября каждого учебного года осуществляет в Системе формирование разделов, характеризующих образовательный процесс',
  },
  plansReady: {
    value: { by: 'beforePeriodStarts', days: 2 },
    clauses: ['ТИП А.16', 'ТИП Д.1.2'],
    words: 'за 2 дня до начала каждого отчетного периода',
  },
  preliminaryReports: {
    value: { by: 'beforePeriodEnds', days: 14 },
    clauses: ['ИНС, классный руководитель г'],
    words:
      'предоставляет за 2 недели до окончания учебного периода заместителям директора по УВР предварительные отчеты об успеваемости и посещаемости учащихся класса',
  },
  summarySheets: {
    value: { by: 'afterYearEnds', days: 7 },
    clauses: ['ТИП А.4'],
    words: 'В течение 7 календарных дней с момента завершения учебного года.',
  },
  archivePrinted: {
    value: { by: 'date', to: { month: 6, day: 30 } },
    clauses: ['ЭЛЖ 1.1.5'],
    words:
      'по окончании учебного года, но не позднее 30 июня выводить на печать электронную версию журнала успеваемости, прошивать и скреплять подписью руководителя и печатью учреждения',
  },
  appealDays: {
    value: 7,
    clauses: ['КИА 4.8.1'],
    words:
      'Общее время, отводимое на подготовку ответа на вопрос в ЭЖ учителем и администрацией не более 7 дней.',
  },
  mistakenMarkDays: {
    value: 3,
    clauses: ['ТИП Е.1'],
    words: 'В течение 3 календарных дней с даты обнаружения.',
  },
  gradeOneMarks: {
    value: false,
    clauses: ['КИА 3.7', 'КИА 4.4.5'],
    words:
      'В 1-х классах оценки, домашнее задание в электронный журнал по учебным предметам не ставятся. Ведется только учет присутствия, отсутствия, движение обучающихся, запись тем уроков.',
  },
  gradeOneHomework: {
    value: false,
    clauses: ['КИА 3.7'],
    words:
      'В 1-х классах оценки, домашнее задание в электронный журнал по учебным предметам не ставятся.',
  },
  journalYears: {
    value: 5,
    clauses: ['ЭЛЖ 1.1.5'],
    words: 'журналов успеваемости, обучающихся на электронных и бумажных носителях - 5 лет',
  },
  summaryYears: {
    value: 25,
    clauses: ['ЭЛЖ 1.1.5'],
    words: 'сводных ведомостей успеваемости на электронных и бумажных носителях - 25 лет',
  },
  archiveCarriers: {
    value: 2,
    clauses: ['ИНС 3.4'],
    words:
      'Электронное хранение архивных данных должно осуществляться минимально на двух носителях и храниться в разных помещениях.',
  },
};
