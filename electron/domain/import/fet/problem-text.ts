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

/** What of a timetable was not taken over, or by what guess: one sentence without a full stop. */
export function describeTimetableProblem(problem: TimetableProblem): string {
  switch (problem.code) {
    case 'unplaced': {
      const { activity, subject, studentSets, teachers } = problem;
      const who = [...studentSets, ...teachers].join(', ');
      return `Занятие № ${activity} «${subject}»${who === '' ? '' : ` (${who})`} не стоит в расписании`;
    }
    case 'unknownActivity':
      return `Занятия № ${problem.activity} нет в файле, его место в расписании пропущено`;
    case 'unknownDay':
      return `Занятие № ${problem.activity} пропущено: день «${problem.day}» неизвестен`;
    case 'unknownHour':
      return `Занятие № ${problem.activity} пропущено: урок «${problem.hour}» неизвестен`;
    case 'pastLastHour':
      return `Занятие № ${problem.activity} начинается на «${problem.hour}» и не помещается в день: взяты только уроки до конца дня`;
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
