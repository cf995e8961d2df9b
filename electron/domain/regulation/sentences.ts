import { MONTHS_OF } from '../calendar/month-names';
import { assertNever } from '../assert-never';
import type { Role } from '../people/roles';
import { plural } from '../text/plural';
import type { Regulation } from './regulation';
import { RULES, type RuleId, type RuleOf, type RuleValue } from './rules';
import type { Deadline, Frequency, MonthDay, Term, ValueOf } from './values';

/** «в течение 1 дня», «в течение 3 дней» */
const ofDays = (count: number) => `${count} ${plural(count, 'дня', 'дней', 'дней')}`;
const ofSchoolDays = (count: number) =>
  `${count} ${plural(count, 'учебного дня', 'учебных дней', 'учебных дней')}`;
const ofHours = (count: number) => `${count} ${plural(count, 'часа', 'часов', 'часов')}`;
const inHours = (count: number) => `${count} ${plural(count, 'час', 'часа', 'часов')}`;
const inDays = (count: number) => `${count} ${plural(count, 'день', 'дня', 'дней')}`;
const years = (count: number) => `${count} ${plural(count, 'год', 'года', 'лет')}`;

export function deadlineWords(deadline: Deadline): string {
  switch (deadline.by) {
    case 'none':
      return 'без ограничения срока';
    case 'beforeLesson':
      return 'до начала урока';
    case 'lessonDay':
      return 'в день урока';
    case 'hoursAfterLesson':
      return deadline.hours === 24
        ? 'в течение суток после урока'
        : `в течение ${ofHours(deadline.hours)} после урока`;
    case 'hoursAfterClasses':
      return `в день урока, не позднее чем через ${inHours(deadline.hours)} после окончания всех уроков класса`;
    case 'clock':
      return `в день урока, до ${deadline.firstShift} в первой смене и до ${deadline.secondShift} во второй`;
    case 'workingWeek':
      return 'в течение рабочей недели, в которую был урок';
    case 'days':
      return `в течение ${deadline.counted === 'school' ? ofSchoolDays(deadline.days) : ofDays(deadline.days)} после урока`;
    case 'whenChecked':
      return `в день завершения проверки, не позднее ${ofDays(deadline.days)} со дня работы`;
    default:
      return assertNever(deadline);
  }
}

/** «в 1 классе», «во 2–9 классах» */
function gradesWords(from: number, to: number): string {
  const preposition = from === 2 ? 'во' : 'в';
  return from === to ? `${preposition} ${from} классе` : `${preposition} ${from}–${to} классах`;
}

/** Of all grades alike nothing is said of grades. */
function gradedWords(bands: ValueOf<'gradedDeadline'>): string {
  const [first, ...others] = bands;
  const everybody = others.length === 0 && first?.gradeFrom === 1 && first.gradeTo === 12;
  if (everybody) return ` ${deadlineWords(first.deadline)}`;
  const words = bands.map(
    ({ gradeFrom, gradeTo, deadline }) =>
      `${gradesWords(gradeFrom, gradeTo)} — ${deadlineWords(deadline)}`,
  );
  return `: ${words.join('; ')}`;
}

const WINDOW_WORDS: Readonly<Record<ValueOf<'window'>, string>> = {
  never: 'до конца учебного года',
  week: 'в течение недели после даты урока',
  twoWeeks: 'в течение 2 недель после даты урока',
  threeWeeks: 'в течение 3 недель после даты урока',
  month: 'в течение месяца после даты урока',
};

function periodDueWords(due: ValueOf<'periodDue'>): string {
  switch (due.by) {
    case 'daysBeforeEnd':
      return due.days === 0
        ? 'не позднее последнего дня учебного периода'
        : `не позднее чем за ${inDays(due.days)} до окончания учебного периода`;
    case 'lastWeek':
      return 'в течение последней недели учебного периода, до начала каникул';
    case 'daysAfterEnd':
      return due.days === 0
        ? 'в последний день учебного периода'
        : `в течение ${ofDays(due.days)} после окончания учебного периода`;
    default:
      return assertNever(due);
  }
}

const hoursAWeek = (count: number) => {
  const text = String(count).replace('.', ',');
  return `${text} ${Number.isInteger(count) ? plural(count, 'часе', 'часах', 'часах') : 'часа'} в неделю`;
};

const minimumWords = (rows: ValueOf<'minimum'>) =>
  rows
    .map(({ upToHours, marks }, index) => {
      const word = plural(marks, 'отметки', 'отметок', 'отметок');
      const where =
        upToHours !== null
          ? `при ${hoursAWeek(upToHours)}${index === 0 ? ' и меньше' : ''}`
          : index === 0
            ? 'при любой нагрузке'
            : `при большей нагрузке`;
      return `${where} — не менее ${marks} ${word}`;
    })
    .join('; ');

const DEBT_WORDS: Readonly<Record<ValueOf<'proposal'>['debts'], string>> = {
  ignore: 'долги в нём не учитываются',
  'as-two': 'долг в нём — как неудовлетворительная отметка',
  block: 'при долге отметка не предлагается',
};
/** «0,5», «0,65» */
export const thresholdText = (hundredths: number): string =>
  `${hundredths / 100}`.replace('.', ',');

const proposalWords = ({ basis, threshold, debts }: ValueOf<'proposal'>) =>
  [
    basis === 'weighted' ? 'по среднему с учётом веса работ' : 'по среднему без веса работ',
    `доля ${thresholdText(threshold)} и больше округляется вверх`,
    DEBT_WORDS[debts],
  ].join('; ');

/** «учитель страницы» and the others, as a sentence names them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: 'администратор журнала',
  director: 'директор',
  deputy: 'заместитель директора',
  classTeacher: 'классный руководитель',
  teacher: 'учитель',
  secretary: 'секретарь',
};

const rolesWords = (roles: readonly Role[]) =>
  roles.length === 0 ? 'никто' : roles.map((role) => ROLE_WORDS[role]).join(', ');

export const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  day: 'ежедневно',
  week: 'каждую неделю',
  twoWeeks: 'не реже одного раза в 2 недели',
  month: 'не реже одного раза в месяц',
  monthEnd: 'в последний день месяца',
  calendarQuarter: 'не реже одного раза в квартал',
  period: 'не реже одного раза в учебный период',
  afterPeriod: 'по окончании каждого учебного периода',
  year: 'один раз в год',
};

const monthDayWords = ({ month, day }: MonthDay) => `${day} ${MONTHS_OF[month - 1]}`;

function termWords(term: Term): string {
  switch (term.by) {
    case 'date':
      return term.from === undefined
        ? `не позднее ${monthDayWords(term.to)}`
        : `с ${monthDayWords(term.from)} по ${monthDayWords(term.to)}`;
    case 'beforePeriodStarts':
      return `за ${inDays(term.days)} до начала учебного периода`;
    case 'beforePeriodEnds':
      return `за ${inDays(term.days)} до окончания учебного периода`;
    case 'afterYearEnds':
      return `в течение ${ofDays(term.days)} после окончания учебного года`;
    default:
      return assertNever(term);
  }
}

/** The words of a switch, on and off: whole sentences. */
const SWITCH_SENTENCES: Readonly<Record<RuleOf<'switch'>, readonly [on: string, off: string]>> = {
  writingAhead: [
    'Темы уроков и домашние задания можно вносить заранее.',
    'Темы уроков и домашние задания вносят не раньше дня урока.',
  ],
  assignedKind: [
    'Отметку ставят только за назначенную работу, с указанием вида работы.',
    'Вид работы у отметки указывать не обязательно.',
  ],
  backdatedMarks: [
    'После срока внесения отметку ещё можно поставить и исправить, пока не истёк срок исправления.',
    'Задним числом отметки не ставят и не исправляют: после срока внесения клетка закрыта.',
  ],
  closedByPeriodMarks: [
    'Когда итоговые отметки за период выставлены всем, учитель больше не меняет страницу этого периода.',
    'Итоговые отметки страницу не закрывают.',
  ],
  recordsClosedToo: [
    'Вместе с отметками закрываются посещаемость, темы и задания.',
    'Посещаемость, темы и задания по сроку не закрываются.',
  ],
  noteWhenDiffers: [
    'Итоговая отметка, которая расходится со средней, требует пояснения.',
    'Итоговая отметка может расходиться со средней без пояснения.',
  ],
  noteBelowMinimum: [
    'Если текущих отметок меньше наименьшего числа, итоговая отметка требует пояснения.',
    'Если текущих отметок мало, пояснение не требуется.',
  ],
  groupMovesMidPeriod: [
    'Переводить учеников из группы в группу можно и среди учебного периода.',
    'Из группы в группу учеников переводят только по окончании учебного периода.',
  ],
  gradeOneMarks: [
    'В первых классах ставят отметки.',
    'В первых классах отметок нет: ведут посещаемость, темы и движение.',
  ],
  gradeOneHomework: [
    'В первых классах записывают домашние задания.',
    'В первых классах домашних заданий не записывают.',
  ],
};

/** How the sentence of a rule begins and ends around the words of its value. */
const FRAMES: Readonly<
  Record<Exclude<RuleId, RuleOf<'switch'>>, readonly [before: string, after?: string]>
> = {
  attendanceEntry: ['Посещаемость отмечают '],
  topicEntry: ['Тему урока записывают '],
  homeworkEntry: ['Домашнее задание записывают '],
  oralMarkEntry: ['Отметки за устные ответы выставляют'],
  writtenMarkEntry: ['Отметки за письменные работы выставляют'],
  substitutionEntry: ['Замену урока оформляют '],
  editingWindow: ['Отметку можно исправить '],
  periodMarksDue: ['Итоговые отметки выставляют '],
  minimumMarks: ['Для итоговой отметки нужно: '],
  periodProposal: ['Итоговая отметка предлагается '],
  fillAnyPage: ['Страницу журнала, кроме её учителя и замещающего, заполняет: '],
  setAbsenceReasons: ['Причину пропуска (Н, Б, У) указывает: '],
  openLocks: ['Закрытую страницу или клетку по уважительной причине открывает: '],
  registerSubstitutions: ['Замены и переносы уроков оформляет: '],
  changeTimetable: ['Расписание меняет: '],
  enterPlans: ['Календарно-тематическое планирование вносит: '],
  correctPupilData: ['Данные учеников и родителей исправляет: '],
  moveBetweenGroups: ['Из группы в группу учеников переводит: '],
  journalControl: ['Заместитель директора проверяет журналы '],
  activityReport: ['Отчёт об активности пользователей составляют '],
  fillingReport: ['Отчёт о заполнении журнала и числе отметок составляют '],
  progressReports: ['Отчёты об успеваемости и посещаемости составляют '],
  programmeReports: ['Отчёт о выполнении программ составляют '],
  parentsInformed: ['Родители, которые не пользуются электронной формой, получают распечатку '],
  pupilDataChecked: ['Классный руководитель сверяет данные учеников и родителей '],
  absencesChecked: ['Классный руководитель проверяет сведения о пропусках '],
  backups: ['Резервную копию на внешний носитель делают '],
  loadGiven: ['Нагрузку учителей и учебные планы передают администратору '],
  yearOpened: ['Учебный год в журнале открывают '],
  setUpComplete: ['Всё, что нужно журналу к учебному году, заполняют '],
  plansReady: ['Календарно-тематическое планирование вносят '],
  preliminaryReports: ['Предварительные отчёты об успеваемости и посещаемости сдают '],
  summarySheets: ['Сводные ведомости печатают и заверяют '],
  archivePrinted: ['Журналы за год печатают, прошивают и заверяют печатью '],
  appealDays: ['На вопрос родителей отвечают не более чем за '],
  mistakenMarkDays: ['Об ошибочно выставленной отметке сообщают учителю в течение '],
  journalYears: ['Журналы хранят на бумаге и в электронном виде '],
  summaryYears: ['Сводные ведомости хранят на бумаге и в электронном виде '],
  archiveCarriers: ['Электронный архив хранят не менее чем на ', ' в разных помещениях'],
};

const carriers = (count: number) =>
  `${count} ${plural(count, 'носителе', 'носителях', 'носителях')}`;

function numberWords(id: RuleOf<'number'>, value: number): string {
  switch (id) {
    case 'appealDays':
      return inDays(value);
    case 'mistakenMarkDays':
      return ofDays(value);
    case 'journalYears':
    case 'summaryYears':
      return years(value);
    case 'archiveCarriers':
      return carriers(value);
    default:
      return assertNever(id);
  }
}

type Worded = {
  [Id in RuleId]: {
    readonly id: Id;
    readonly kind: (typeof RULES)[Id]['kind'];
    readonly value: RuleValue<Id>;
  };
}[RuleId];

function valueWords(rule: Exclude<Worded, { kind: 'switch' }>): string {
  switch (rule.kind) {
    case 'deadline':
      return deadlineWords(rule.value);
    case 'gradedDeadline':
      return gradedWords(rule.value);
    case 'window':
      return WINDOW_WORDS[rule.value];
    case 'periodDue':
      return periodDueWords(rule.value);
    case 'minimum':
      return minimumWords(rule.value);
    case 'proposal':
      return proposalWords(rule.value);
    case 'roles':
      return rolesWords(rule.value);
    case 'frequency':
      return rule.value.map((one) => FREQUENCY_WORDS[one]).join(' и ');
    case 'term':
      return termWords(rule.value);
    case 'number':
      return numberWords(rule.id, rule.value);
    default:
      return assertNever(rule);
  }
}

/** A rule as a plain Russian sentence: what the screen and the paper show. */
export function sentenceOf<Id extends RuleId>(id: Id, value: RuleValue<Id>): string {
  const rule = { id, kind: RULES[id].kind, value } as unknown as Worded;
  if (rule.kind === 'switch') return SWITCH_SENTENCES[rule.id][rule.value ? 0 : 1];
  const [before, after = ''] = FRAMES[rule.id];
  return `${before}${valueWords(rule)}${after}.`;
}

/** The sentence of a rule of a document. */
export const ruleSentence = (regulation: Regulation, id: RuleId): string =>
  sentenceOf(id, regulation.rules[id].value);
