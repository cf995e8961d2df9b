import { childOf, childText, childrenOf, type XmlElement } from '../xml';
import { readDays, readHours } from '../timetable/day-and-hour-names';
import {
  finishLessons,
  type ImportedTimetable,
  type ReadLesson,
  type TimetableProblem,
} from '../timetable/imported-timetable';
import { readStudentSets, readStudentTree } from './student-sets';

interface Activity {
  readonly id: string;
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly studentSets: readonly string[];
  readonly tags: readonly string[];
  /** Hours in a row. */
  readonly duration: number;
}

interface Place {
  readonly day: string;
  readonly hour: string;
  readonly room: string;
}

const texts = (element: XmlElement, name: string) =>
  childrenOf(element, name)
    .map((child) => child.text)
    .filter((text) => text !== '');

const isActive = (element: XmlElement) => childText(element, 'Active').toLowerCase() !== 'false';

function readActivities(list: XmlElement | undefined): Map<string, Activity> {
  const activities = childrenOf(list, 'Activity').filter(isActive);
  return new Map(
    activities.map((element) => [
      childText(element, 'Id'),
      {
        id: childText(element, 'Id'),
        subject: childText(element, 'Subject'),
        teachers: texts(element, 'Teacher'),
        studentSets: texts(element, 'Students'),
        tags: texts(element, 'Activity_Tag'),
        duration: Math.max(1, Number(childText(element, 'Duration')) || 1),
      },
    ]),
  );
}

/** The fixed starts and rooms a solved file carries; the heaviest wins where one has several. */
function placesOfConstraints(fet: XmlElement): Map<string, Place> {
  const rooms = new Map(
    childrenOf(childOf(fet, 'Space_Constraints_List'), 'ConstraintActivityPreferredRoom')
      .filter(isActive)
      .map((element) => [childText(element, 'Activity_Id'), childText(element, 'Room')]),
  );
  const starts = childrenOf(
    childOf(fet, 'Time_Constraints_List'),
    'ConstraintActivityPreferredStartingTime',
  )
    .filter(isActive)
    .sort((one, other) => weightOf(one) - weightOf(other));
  return new Map(
    starts.map((element) => {
      const id = childText(element, 'Activity_Id');
      const day = childText(element, 'Preferred_Day') || childText(element, 'Day');
      const hour = childText(element, 'Preferred_Hour') || childText(element, 'Hour');
      return [id, { day, hour, room: rooms.get(id) ?? '' }];
    }),
  );
}

const weightOf = (element: XmlElement) => Number(childText(element, 'Weight_Percentage')) || 0;

/** The places of FET's result file `activities.xml`. */
function placesOfResults(results: XmlElement): Map<string, Place> {
  return new Map(
    childrenOf(results, 'Activity').map((element) => [
      childText(element, 'Id'),
      {
        day: childText(element, 'Day'),
        hour: childText(element, 'Hour'),
        room: childText(element, 'Room'),
      },
    ]),
  );
}

/**
 * Reads a FET file (`.fet`): its activities at the starting times and in the rooms its constraints
 * fix (FET saves a solved timetable so, as `…_data_and_timetable.fet`), or at the places of
 * its result file `activities.xml` where that is given. Undefined where it is not a FET file.
 */
export function parseFetFile(fet: XmlElement, results?: XmlElement): ImportedTimetable | undefined {
  if (fet.name !== 'fet' || (results && results.name !== 'Activities_Timetable')) return undefined;
  const names = (list: string, item: string) =>
    childrenOf(childOf(fet, list), item).map((element) => childText(element, 'Name'));
  const hourNames = names('Hours_List', 'Hour');
  const { days, problems: dayProblems } = readDays(names('Days_List', 'Day'), true);
  const hours = readHours(hourNames, true);
  const tree = readStudentTree(childOf(fet, 'Students_List'));
  const activities = readActivities(childOf(fet, 'Activities_List'));
  const places = results === undefined ? placesOfConstraints(fet) : placesOfResults(results);

  const problems: TimetableProblem[] = [...dayProblems, ...hours.problems];
  const known = new Set(
    childrenOf(childOf(fet, 'Activities_List'), 'Activity').map((item) => childText(item, 'Id')),
  );
  for (const id of places.keys()) {
    if (!known.has(id)) problems.push({ code: 'unknownActivity', activity: id });
  }
  const lessons: ReadLesson[] = [];
  for (const { id: activity, duration, studentSets, ...rest } of activities.values()) {
    const place = places.get(activity);
    if (place === undefined || place.day === '' || place.hour === '') {
      const { subject, teachers } = rest;
      problems.push({ code: 'unplaced', activity, subject, studentSets, teachers });
      continue;
    }
    const { day, hour, room } = place;
    const listed = days.find(({ name }) => name === day);
    const firstHour = hourNames.indexOf(hour);
    if (listed === undefined || firstHour < 0) {
      problems.push(
        listed === undefined
          ? { code: 'unknownDay', activity, day }
          : { code: 'unknownHour', activity, hour },
      );
      continue;
    }
    const hoursTaken = hourNames.slice(firstHour, firstHour + duration);
    if (hoursTaken.length < duration) problems.push({ code: 'pastLastHour', activity, hour });
    for (const name of hoursTaken) {
      const lessonNumber = hours.numbers.get(name);
      if (lessonNumber === undefined) problems.push({ code: 'unknownHour', activity, hour: name });
      else {
        lessons.push({
          activity,
          weekday: listed.weekday,
          week: listed.week,
          lessonNumber,
          ...rest,
          ...readStudentSets(studentSets, tree),
          room: room === '' ? null : room,
        });
      }
    }
  }
  return {
    source: 'fet',
    days,
    lessons: finishLessons(lessons),
    divisions: [],
    classTeachers: [],
    problems,
  };
}
