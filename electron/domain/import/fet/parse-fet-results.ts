import { readDays, readHours } from '../timetable/day-and-hour-names';
import {
  finishLessons,
  type ImportedTimetable,
  type ReadLesson,
  type TimetableProblem,
} from '../timetable/imported-timetable';
import { childrenOf, type XmlElement } from '../xml';
import { readStudentSets } from './student-sets';

/** One activity at one hour as a file of results tells it, for one group or one teacher. */
interface Found {
  readonly owner: string;
  readonly id: string;
  readonly day: string;
  readonly hour: string;
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly students: readonly string[];
  readonly tags: readonly string[];
  readonly room: string;
}

const nameOf = (element: XmlElement) => (element.attributes['name'] ?? '').trim();
const namesIn = (element: XmlElement, child: string) =>
  childrenOf(element, child)
    .map(nameOf)
    .filter((name) => name !== '');

/** What stands in the hours of every `owner` («Subgroup», «Teacher»). */
function readOwners(root: XmlElement, owner: string): Found[] {
  return childrenOf(root, owner).flatMap((element) =>
    childrenOf(element, 'Day').flatMap((day) =>
      childrenOf(day, 'Hour').flatMap((hour): Found[] => {
        const [subject] = namesIn(hour, 'Subject');
        if (subject === undefined) return [];
        const [activity] = childrenOf(hour, 'Activity');
        return [
          {
            owner: nameOf(element),
            id: activity?.attributes['id'] ?? '',
            day: nameOf(day),
            hour: nameOf(hour),
            subject,
            teachers: namesIn(hour, 'Teacher'),
            students: namesIn(hour, 'Students'),
            tags: namesIn(hour, 'Activity_Tag'),
            room: namesIn(hour, 'Room')[0] ?? '',
          },
        ];
      }),
    ),
  );
}

/** FET makes a subgroup of a class that has none: its name says so in the program's language. */
const plainSet = (name: string) => name.replace(/\s+Automatic Subgroup$/iu, '');

/** Days and hours as the file lists them: each owner has all of them, in order. */
function placesOf(root: XmlElement, owner: string) {
  const lists = childrenOf(root, owner);
  const days = [...new Set(lists.flatMap((element) => namesIn(element, 'Day')))];
  const hours = [
    ...new Set(
      lists.flatMap((element) => childrenOf(element, 'Day').flatMap((day) => namesIn(day, 'Hour'))),
    ),
  ];
  return { days: readDays(days, true), hours: readHours(hours, true) };
}

/** The sets of one activity over all subgroups: a class all of whose subgroups come is whole. */
function wholeSets(
  owners: readonly string[],
  subgroups: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const sets = new Set(owners.map(plainSet));
  for (const [className, all] of subgroups) {
    if (all.length > 1 && all.every((name) => sets.has(name))) {
      for (const name of all) sets.delete(name);
      sets.add(className);
    }
  }
  return [...sets];
}

/**
 * Reads FET's results that stand alone: `…_subgroups.xml` (what each part of a class learns) or
 * `…_teachers.xml`. One activity in several of them is one lesson; files of older versions, which do
 * not number activities, are told apart by what stands in the hour. Undefined for another XML.
 */
export function parseFetResults(root: XmlElement): ImportedTimetable | undefined {
  const bySubgroup = root.name === 'Students_Timetable';
  if (!bySubgroup && root.name !== 'Teachers_Timetable') return undefined;
  const owner = bySubgroup ? 'Subgroup' : 'Teacher';
  const { days, hours } = placesOf(root, owner);
  const subgroups = new Map<string, string[]>();
  if (bySubgroup) {
    for (const name of childrenOf(root, owner).map(nameOf).map(plainSet)) {
      const [className] = readStudentSets([name]).classes;
      if (className !== undefined && className !== name) {
        subgroups.set(className, [...(subgroups.get(className) ?? []), name]);
      }
    }
  }
  const problems: TimetableProblem[] = [...days.problems, ...hours.problems];
  const lessons: ReadLesson[] = [];
  const keyOf = ({ id, day, hour, subject, teachers, students, room }: Found) =>
    JSON.stringify([day, hour, id === '' ? [subject, teachers, students, room] : id]);
  for (const some of Map.groupBy(readOwners(root, owner), keyOf).values()) {
    const [first] = some;
    if (first === undefined) continue;
    const { id: activity, day, hour, subject, room } = first;
    const listed = days.days.find(({ name }) => name === day);
    const lessonNumber = hours.numbers.get(hour);
    if (listed === undefined) problems.push({ code: 'unknownDay', activity: `«${subject}»`, day });
    else if (lessonNumber === undefined) {
      problems.push({ code: 'unknownHour', activity: `«${subject}»`, hour });
    } else {
      const sets = bySubgroup
        ? wholeSets(
            some.map((one) => one.owner),
            subgroups,
          )
        : some.flatMap((one) => one.students);
      lessons.push({
        activity,
        weekday: listed.weekday,
        week: listed.week,
        lessonNumber,
        subject,
        teachers: bySubgroup
          ? some.flatMap((one) => one.teachers)
          : some.map((one) => one.owner).filter((name) => name !== ''),
        tags: first.tags,
        room: room === '' ? null : room,
        ...readStudentSets([...new Set(sets)]),
      });
    }
  }
  return {
    source: 'fet',
    days: days.days,
    lessons: finishLessons(lessons),
    divisions: [],
    classTeachers: [],
    problems,
  };
}
