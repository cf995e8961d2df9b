import { assertNever } from '../../assert-never';
import type { TimetableProblem } from './imported-timetable';

const weekdays = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
];

/** «№ 12», or the subject and the class where the file's numbers say nothing to people. */
const named = (activity: string) => (/^\d+$/u.test(activity) ? `№ ${activity}` : activity);

const dangling = {
  subject: 'предмета, на который',
  teacher: 'учителя, на которого',
  class: 'класса, на который',
  group: 'группы, на которую',
  room: 'кабинета, на который',
} as const;

/** What of a timetable was not taken over, or by what guess: one sentence without a full stop. */
export function describeTimetableProblem(problem: TimetableProblem): string {
  switch (problem.code) {
    case 'unplaced': {
      const { activity, subject, studentSets, teachers } = problem;
      const who = [...studentSets, ...teachers].join(', ');
      return `Занятие ${activity === '' ? '' : `${named(activity)} `}«${subject}»${who === '' ? '' : ` (${who})`} не стоит в расписании`;
    }
    case 'unknownActivity':
      return `Занятия ${named(problem.activity)} нет в файле, его место в расписании пропущено`;
    case 'unknownDay':
      return `Занятие ${named(problem.activity)} пропущено: день «${problem.day}» неизвестен`;
    case 'unknownHour':
      return `Занятие ${named(problem.activity)} пропущено: урок «${problem.hour}» неизвестен`;
    case 'pastLastHour':
      return `Занятие ${named(problem.activity)} начинается на «${problem.hour}» и не помещается в день: взяты только уроки до конца дня`;
    case 'partlyPlaced':
      return `Занятие ${named(problem.activity)}: в расписании стоит ${problem.placed} из ${problem.wanted} уроков в неделю`;
    case 'dangling':
      return `Занятие ${named(problem.activity)}: в файле нет ${dangling[problem.what]} оно ссылается`;
    case 'longCycle':
      return `Занятие ${named(problem.activity)}: цикл недель «${problem.weeks}» длиннее двух недель, взято как еженедельное`;
    case 'partOfYear':
      return `Занятие ${named(problem.activity)} стоит не во всех частях года («${problem.terms}»), взято на весь срок`;
    case 'unclearCell':
      return `Ячейка ${problem.cell} не понята и пропущена: «${problem.text}»`;
    case 'twoWeeks':
      return `Дни повторяются (${problem.days.map((day) => `«${day}»`).join(', ')}): взяты как недели А и Б`;
    case 'incompleteRow':
      return `Строка ${problem.rowNumber} пропущена: в ней нет предмета`;
    case 'sameWeekday':
      return `Дни ${problem.days.map((day) => `«${day}»`).join(', ')} попали на один день недели: ${weekdays[problem.weekday - 1] ?? ''}`;
    case 'hoursByOrder':
      return `В названиях уроков нет номеров, они взяты по порядку с первого: ${problem.hours.map((hour) => `«${hour}»`).join(', ')}`;
    default:
      return assertNever(problem);
  }
}
