import { cellText, type Cell } from '../table';
import { textKey } from '../text-key';
import { readDays, readHours } from '../timetable/day-and-hour-names';
import {
  finishLessons,
  type ImportedTimetable,
  type ReadLesson,
  type TimetableProblem,
} from '../timetable/imported-timetable';
import { readStudentSets } from './student-sets';

/** The columns of FET's `timetable.csv`, in its order. */
const columnNames = [
  'Activity Id',
  'Day',
  'Hour',
  'Students Sets',
  'Subject',
  'Teachers',
  'Activity Tags',
  'Room',
] as const;

type ColumnName = (typeof columnNames)[number];

interface ActivityRow {
  readonly activity: string;
  readonly day: string;
  readonly hour: string;
  readonly studentSets: readonly string[];
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly tags: readonly string[];
  readonly room: string;
}

const split = (text: string) =>
  text
    .split('+')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Where each column is, if the row is FET's header. */
function headerOf(row: readonly Cell[]): Map<ColumnName, number> | undefined {
  const keys = row.map((cell) => textKey(cellText(cell)));
  const places = columnNames.flatMap((name): [ColumnName, number][] => {
    const at = keys.indexOf(textKey(name));
    return at < 0 ? [] : [[name, at]];
  });
  const found = new Map(places);
  return found.has('Day') && found.has('Hour') && found.has('Subject') ? found : undefined;
}

const distinct = (values: readonly string[]) =>
  [...new Set(values)].filter((value) => value !== '');

/**
 * Reads FET's export `timetable.csv`: a row per activity and hour, several values of a column
 * joined by «+», the header optional. Undefined where the rows are not that export.
 */
export function parseTimetableCsv(
  rows: readonly (readonly Cell[])[],
): ImportedTimetable | undefined {
  const header = headerOf(rows[0] ?? []);
  const looksRight = /^\d+$/u.test(cellText(rows[0]?.[0])) && (rows[0]?.length ?? 0) >= 8;
  if (header === undefined && !looksRight) return undefined;
  const columns = header ?? new Map(columnNames.map((name, index) => [name, index]));

  const problems: TimetableProblem[] = [];
  const activities: ActivityRow[] = [];
  for (const [index, row] of rows.entries()) {
    const value = (name: ColumnName) => cellText(row[columns.get(name) ?? -1]);
    if ((index === 0 && header !== undefined) || row.every((cell) => cellText(cell) === ''))
      continue;
    const activity: ActivityRow = {
      activity: value('Activity Id'),
      day: value('Day'),
      hour: value('Hour'),
      studentSets: split(value('Students Sets')),
      subject: value('Subject'),
      teachers: split(value('Teachers')),
      tags: split(value('Activity Tags')),
      room: value('Room'),
    };
    if (activity.subject === '') problems.push({ code: 'incompleteRow', rowNumber: index + 1 });
    else if (activity.day === '' || activity.hour === '') {
      const { activity: id, subject, studentSets, teachers } = activity;
      problems.push({ code: 'unplaced', activity: id, subject, studentSets, teachers });
    } else activities.push(activity);
  }

  const { days, problems: dayProblems } = readDays(
    distinct(activities.map((row) => row.day)),
    false,
  );
  const hours = readHours(distinct(activities.map((row) => row.hour)), false);
  problems.push(...dayProblems, ...hours.problems);
  const lessons: ReadLesson[] = [];
  for (const { activity, day, hour, studentSets, room, ...row } of activities) {
    const listed = days.find(({ name }) => name === day);
    const lessonNumber = hours.numbers.get(hour);
    if (listed === undefined) problems.push({ code: 'unknownDay', activity, day });
    else if (lessonNumber === undefined) problems.push({ code: 'unknownHour', activity, hour });
    else {
      lessons.push({
        activity,
        weekday: listed.weekday,
        week: listed.week,
        lessonNumber,
        ...row,
        ...readStudentSets(studentSets),
        room: room === '' ? null : room,
      });
    }
  }
  const inOrder = days.toSorted((one, other) => one.weekday - other.weekday);
  return {
    source: 'fet',
    days: inOrder,
    lessons: finishLessons(lessons),
    divisions: [],
    classTeachers: [],
    problems,
  };
}
