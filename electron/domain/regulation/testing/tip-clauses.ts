import { lockOf } from '../locks';
import type { Regulation } from '../regulation';
import type { RuleValue } from '../rules';
import {
  again,
  byDay,
  lock,
  may,
  OPEN_YEAR,
  secondQuarter,
  THURSDAY,
  until,
  value,
  year,
  type ClauseRow,
} from './clause-table';

/** The last day on which a mark may be corrected when the school has chosen a window. */
const lastDay = (window: RuleValue<'editingWindow'>) => (regulation: Regulation) => {
  const { rules } = regulation;
  const chosen = { ...rules.editingWindow, value: window };
  const changed = { ...regulation, rules: { ...rules, editingWindow: chosen } };
  const found = lockOf(changed, 'oralMark', THURSDAY, year, '2027-09-30T12:00', OPEN_YEAR);
  return found.open ? 'открыто' : found.openUntil?.slice(0, 10);
};

/** Типовой порядок, clause by clause. */
export const TIP_CLAUSES: readonly ClauseRow[] = [
  {
    clause: '2.1',
    situation: 'списки, звонки, расписание — до 5 сентября',
    words: 'в срок до 5 сентября каждого учебного года',
    decide: byDay('setUpComplete'),
    expected: ['2026-09-05'],
  },
  {
    clause: '2.4',
    situation: 'пропуски классный руководитель учитывает каждый день',
    words: 'осуществляют ежедневный учет сведений о пропущенных уроках',
    decide: again('absencesChecked'),
    expected: '2026-12-02',
  },
  {
    clause: '2.5',
    situation: 'отметка за ответ в четверг — до конца следующего четверга',
    words: 'должны выставляться не позднее 1 недели со дня их проведения',
    decide: until('oralMark'),
    expected: '2026-11-26T23:59',
  },
  {
    clause: '2.6',
    situation: 'за письменную — когда проверена, но не позднее той же недели',
    words: 'в день завершения проверки письменных работ',
    decide: until('writtenMark'),
    expected: '2026-11-26T23:59',
  },
  {
    clause: '2.7',
    situation: 'вид работы указывают (J2)',
    words: 'указывает виды работ, за которые учащийся получает оценку (отметку)',
    decide: value('assignedKind'),
    expected: true,
  },
  {
    clause: '2.8',
    situation: 'последний урок класса кончился в 13:40, задание — до 14:40',
    words: 'не позднее чем через 1 час после окончания всех занятий данных учащихся',
    decide: until('homework'),
    expected: '2026-11-19T14:40',
  },
  {
    clause: '2.9',
    situation: 'задание записывают заранее',
    words: 'Педагог может заранее размещать домашние задания',
    decide: value('writingAhead'),
    expected: true,
  },
  {
    clause: '2.12',
    situation: 'урок и отсутствующих — в день урока',
    words: 'по факту в день его проведения',
    decide: (one) => [until('topic')(one), until('attendance')(one)],
    expected: ['2026-11-19T23:59', '2026-11-19T23:59'],
  },
  {
    clause: '2.13',
    situation: 'замену вносят до урока, который начинается в 10:20',
    words: 'факт замены должен отражаться до момента проведения урока',
    decide: until('substitution'),
    expected: '2026-11-19T10:20',
  },
  {
    clause: '2.14',
    situation: 'четверть кончается 30 декабря: отметки до 6 января',
    words: 'в течение 7 дней после завершения каждого учебного периода',
    decide: secondQuarter,
    expected: '2026-12-30 – 2027-01-06',
  },
  {
    clause: '2.14',
    situation: '«Никогда»: до истечения текущего учебного года',
    words: 'до истечения текущего учебного года',
    decide: (one) => [value('editingWindow')(one), lastDay('never')(one)],
    expected: ['never', '2027-08-31'],
  },
  {
    clause: '2.14',
    situation: '«Через неделю» после урока 19 ноября',
    words: '«Через неделю»',
    decide: lastDay('week'),
    expected: '2026-11-26',
  },
  {
    clause: '2.14',
    situation: '«Через 2 недели»',
    words: '«Через 2 недели»',
    decide: lastDay('twoWeeks'),
    expected: '2026-12-03',
  },
  {
    clause: '2.14',
    situation: '«Через 3 недели»',
    words: '«Через 3 недели»',
    decide: lastDay('threeWeeks'),
    expected: '2026-12-10',
  },
  {
    clause: '2.14',
    situation: '«Через месяц»',
    words: '«Через месяц»',
    decide: lastDay('month'),
    expected: '2026-12-19',
  },
  {
    clause: '2.14',
    situation: 'срок назначает и закрытое открывает администратор',
    words:
      'Ответственный координатор - администратор образовательной организации имеет возможность',
    decide: (one) => [may('administrator', 'openLocks')(one), may('teacher', 'openLocks')(one)],
    expected: [true, false],
  },
  {
    clause: '2.15',
    situation: 'отказавшимся родителям — за прошедшую неделю',
    words: 'за прошедшую учебную неделю',
    decide: again('parentsInformed'),
    expected: '2026-12-08',
  },
  {
    clause: 'А.4',
    situation: 'сводные ведомости — через 7 дней после окончания года (31 мая)',
    words: 'В течение 7 календарных дней с момента завершения учебного года.',
    decide: byDay('summarySheets'),
    expected: ['2027-06-07'],
  },
  {
    clause: 'А.16',
    situation: 'планы — за 2 дня до начала каждого периода',
    words: 'за 2 дня до начала каждого отчетного периода',
    decide: (one) => byDay('plansReady')(one)[0],
    expected: '2026-08-30',
  },
  {
    clause: 'А.23',
    situation: 'копии — каждую неделю, по окончании периода и года',
    words: 'Еженедельно / ежегодно / по окончании каждого отчетного периода.',
    decide: (one) => [again('backups')(one), again('backups', '2026-12-29')(one)],
    expected: ['2026-12-08', '2026-12-30'],
  },
  {
    clause: 'А.26',
    situation: 'замену вносит администратор',
    words: 'Вносить изменения в расписание в случае, если урок проводился другим педагогом',
    decide: may('administrator', 'registerSubstitutions'),
    expected: true,
  },
  {
    clause: 'Б.2.1',
    situation: 'руководитель страниц не заполняет',
    words:
      'Просматривать все электронные журналы общеобразовательной организации без права редактирования.',
    decide: may('director', 'fillAnyPage'),
    expected: false,
  },
  {
    clause: 'В.2.1',
    situation: 'заместитель страниц не заполняет',
    words:
      'Просматривать все электронные журналы классов общеобразовательной организации без права редактирования.',
    decide: may('deputy', 'fillAnyPage'),
    expected: false,
  },
  {
    clause: 'Г.2.2',
    situation: 'классный руководитель пишет только по своим предметам',
    words: 'лишь по тем предметам, на которые он назначен в расписании',
    decide: (one) => [
      may('classTeacher', 'fillAnyPage')(one),
      may('classTeacher', 'setAbsenceReasons')(one),
    ],
    expected: [false, false],
  },
  {
    clause: 'Д.1.5',
    situation: 'те же 7 дней названы в обязанностях педагога',
    words: 'Не позднее 7 дней со дня проведения урока.',
    decide: until('oralMark'),
    expected: '2026-11-26T23:59',
  },
  {
    clause: 'Д.2.1',
    situation: 'итоговые выставлены всем: отметка закрыта, урок до конца периода ещё записывают',
    words:
      'педагог не имеет права редактировать электронный журнал после выставления итоговых оценок (отметок) за учебный период',
    decide: (one) => [
      lock('oralMark', '2026-12-29T12:00', { periodMarksSet: true })(one),
      lock('topic', '2026-12-29T12:00', { periodMarksSet: true })(one),
      lock('topic', '2026-12-31T12:00', { periodMarksSet: true })(one),
      lock('oralMark', '2026-12-31T12:00')(one),
    ],
    expected: ['periodMarksSet', 'открыто', 'periodMarksSet', 'открыто'],
  },
  {
    clause: 'Е.1',
    situation: 'об ошибочной отметке говорят за 3 дня',
    words: 'В течение 3 календарных дней с даты обнаружения.',
    decide: value('mistakenMarkDays'),
    expected: 3,
  },
];
