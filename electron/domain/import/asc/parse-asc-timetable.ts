import {
  finishLessons,
  type ImportedDivision,
  type ImportedTimetable,
  type LessonWeek,
  type ReadLesson,
  type TimetableProblem,
} from '../timetable/imported-timetable';
import type { XmlElement } from '../xml';
import { placesIn, readAscDays, weekIn, type AscDays } from './asc-days';
import { attribute, idsIn, readAscTables, rowsOf, type AscTables } from './asc-tables';

const highestPeriod = 14;

/** A lesson of the file: who learns what with whom, not yet when. */
interface AscLesson {
  /** What it is called in problems: the ids are new at every export. */
  readonly title: string;
  readonly subject: string;
  readonly classes: readonly string[];
  readonly groupNames: readonly string[];
  readonly teachers: readonly string[];
  readonly rooms: readonly string[];
  /** Hours in a row of one card. */
  readonly hours: number;
  readonly perWeek: number;
  readonly weeks: string;
  readonly days: string;
  readonly terms: string;
}

interface Card {
  readonly place: number;
  readonly period: number;
  readonly week: LessonWeek;
  readonly room: string | null;
  /** Hours in a row. */
  readonly hours: number;
}

const wholeNumber = (text: string) => (/^\d{1,3}$/u.test(text) ? Number(text) : undefined);
const groupName = (className: string, name: string) => `${className} ${name}`;

/** Which parts of its classes a lesson is for; all parts of one division are the whole class. */
function groupsOf(
  ids: readonly string[],
  tables: AscTables,
): { readonly classIds: readonly string[]; readonly groupNames: readonly string[] } {
  const groups = ids.flatMap((id) => tables.groups.get(id) ?? []);
  const groupNames: string[] = [];
  for (const [classId, own] of Map.groupBy(groups, (group) => group.classId)) {
    const [first] = own;
    const all = [...tables.groups.values()].filter(
      (group) => group.division === first?.division && !group.entire,
    );
    const named = new Set(own.map(({ id }) => id));
    const whole =
      own.some(({ entire }) => entire) || (all.length > 1 && all.every(({ id }) => named.has(id)));
    const name = tables.classes.get(classId);
    if (!whole && name !== undefined) {
      groupNames.push(...own.map((group) => groupName(name, group.name)));
    }
  }
  return { classIds: groups.map(({ classId }) => classId), groupNames };
}

function readLesson(
  row: XmlElement,
  tables: AscTables,
  masks: ReadonlyMap<string, string>,
): { readonly lesson?: AscLesson; readonly problems: readonly TimetableProblem[] } {
  const problems: TimetableProblem[] = [];
  const subject = tables.subjects.get(attribute(row, 'subjectid'));
  const list = (one: string, many: string) => idsIn(attribute(row, many) || attribute(row, one));
  const groupIds = list('groupid', 'groupids');
  const groups = groupsOf(groupIds, tables);
  const classIds = [...new Set([...list('classid', 'classids'), ...groups.classIds])];
  const classes = classIds.flatMap((id) => tables.classes.get(id) ?? []);
  const title = `«${subject ?? '?'}» ${classes.join(', ')}`.trim();
  const found = (
    what: 'teacher' | 'room' | 'class' | 'group',
    ids: readonly string[],
    table: ReadonlyMap<string, unknown>,
  ) => {
    if (ids.some((id) => !table.has(id)))
      problems.push({ code: 'dangling', activity: title, what });
  };
  const teacherIds = list('teacherid', 'teacherids');
  const roomIds = list('classroomid', 'classroomids');
  found('teacher', teacherIds, tables.teachers);
  found('class', classIds, tables.classes);
  found('group', groupIds, tables.groups);
  if (subject === undefined) {
    problems.push({ code: 'dangling', activity: title, what: 'subject' });
    return { problems };
  }
  const mask = (id: string, own: string) => masks.get(attribute(row, id)) ?? attribute(row, own);
  const lesson: AscLesson = {
    title,
    subject,
    classes,
    groupNames: groups.groupNames,
    teachers: teacherIds.flatMap((id) => tables.teachers.get(id) ?? []),
    rooms: roomIds.flatMap((id) => tables.rooms.get(id) ?? []),
    hours: Math.max(
      1,
      wholeNumber(attribute(row, 'periodspercard') || attribute(row, 'durationperiods')) ?? 1,
    ),
    perWeek: Number(attribute(row, 'periodsperweek').replace(',', '.')) || 0,
    weeks: mask('weeksdefid', 'weeks'),
    days: mask('daysdefid', 'days'),
    terms: mask('termsdefid', 'terms'),
  };
  return { lesson, problems };
}

/** The places a card names: one a day, none where it lies beside the timetable. */
function readCard(
  row: XmlElement,
  lesson: AscLesson,
  tables: AscTables,
  { firstNumber }: AscDays,
): { readonly cards: readonly Card[]; readonly problems: readonly TimetableProblem[] } {
  const activity = lesson.title;
  const problems: TimetableProblem[] = [];
  const period = wholeNumber(attribute(row, 'period'));
  const placesOfCard = (mask: string): readonly number[] => {
    if (mask === '' && number !== undefined) return [number - firstNumber];
    // A lesson that may be on one day only needs no day on its card; a list of masks is a choice.
    const own = mask === '' ? lesson.days : mask;
    const some = own.includes(',') ? [] : placesIn(own);
    return mask === '' && some.length > 1 ? [] : some;
  };
  const day = attribute(row, 'day');
  const number = wholeNumber(day);
  const places = placesOfCard(attribute(row, 'days'));
  if (attribute(row, 'period') === '' || places.length === 0) return { cards: [], problems };
  if (period === undefined || period > highestPeriod) {
    problems.push({ code: 'unknownHour', activity, hour: attribute(row, 'period') });
    return { cards: [], problems };
  }
  const weeks = attribute(row, 'weeks') || lesson.weeks;
  const week = weekIn(weeks);
  if (week === undefined) problems.push({ code: 'longCycle', activity, weeks });
  const terms = attribute(row, 'terms') || lesson.terms;
  if (terms.includes('1') && terms.includes('0') && !terms.includes(',')) {
    problems.push({ code: 'partOfYear', activity, terms });
  }
  const roomIds = idsIn(attribute(row, 'classroomids') || attribute(row, 'classroomid'));
  const rooms = roomIds.flatMap((id) => tables.rooms.get(id) ?? []);
  if (rooms.length < roomIds.length) problems.push({ code: 'dangling', activity, what: 'room' });
  // The room on the card wins; of the lesson's rooms, which may be used, one alone is sure.
  const room =
    rooms[0] ?? (roomIds.length === 0 && lesson.rooms.length === 1 ? lesson.rooms[0] : undefined);
  const hours =
    wholeNumber(attribute(row, 'durationperiods') || attribute(row, 'periodspercard')) ??
    lesson.hours;
  return {
    cards: places.map((place) => ({
      place,
      period,
      week: week ?? 0,
      room: room ?? null,
      hours: Math.min(Math.max(1, hours), highestPeriod),
    })),
    problems,
  };
}

/** Cards of the same lesson side by side already are the hours of a double one. */
function hoursOf(card: Card, cards: readonly Card[]): number {
  const beside = cards.some(
    (other) =>
      other.place === card.place &&
      (other.week === card.week || other.week === 0 || card.week === 0) &&
      Math.abs(other.period - card.period) === 1,
  );
  return beside ? 1 : card.hours;
}

function divisionsOf({ groups, classes }: AscTables): ImportedDivision[] {
  const parts = [...groups.values()].filter(({ entire, name }) => !entire && name !== '');
  return [...Map.groupBy(parts, (group) => group.division).values()].flatMap((some) => {
    const name = classes.get(some[0]?.classId ?? '');
    if (name === undefined || some.length < 2) return [];
    return [{ className: name, groupNames: some.map((one) => groupName(name, one.name)) }];
  });
}

/**
 * Reads the XML export of aSc Timetables, in its form of 2012 (days, weeks and terms as masks) and of
 * 2008 (days by number). What is matched later are names: ids are new at every export. Undefined
 * where it is another XML.
 */
export function parseAscTimetable(root: XmlElement): ImportedTimetable | undefined {
  if (root.name !== 'timetable') return undefined;
  const tables = readAscTables(root);
  const days = readAscDays(root);
  const masks = new Map(
    (['days', 'weeks', 'terms'] as const).flatMap((kind) =>
      rowsOf(root, `${kind}defs`, `${kind}def`).map((row): [string, string] => [
        attribute(row, 'id'),
        attribute(row, kind),
      ]),
    ),
  );
  const problems: TimetableProblem[] = [...days.problems];
  const lessons: ReadLesson[] = [];
  const cardsOf = Map.groupBy(rowsOf(root, 'cards', 'card'), (row) => attribute(row, 'lessonid'));
  const known = new Set<string>();
  for (const row of rowsOf(root, 'lessons', 'lesson')) {
    const id = attribute(row, 'id');
    if (id === '' || known.has(id)) continue;
    known.add(id);
    const { lesson, problems: own } = readLesson(row, tables, masks);
    problems.push(...own);
    if (lesson === undefined) continue;
    const read = (cardsOf.get(id) ?? []).map((card) => readCard(card, lesson, tables, days));
    problems.push(...distinct(read.flatMap((one) => one.problems)));
    const cards = read.flatMap((one) => one.cards);
    placeLesson(lesson, cards);
  }
  for (const id of cardsOf.keys()) {
    if (!known.has(id)) problems.push({ code: 'unknownActivity', activity: id });
  }
  return {
    source: 'asc',
    days: days.days,
    lessons: finishLessons(lessons),
    divisions: divisionsOf(tables),
    classTeachers: tables.classTeachers,
    problems,
  };

  function placeLesson(lesson: AscLesson, cards: readonly Card[]): void {
    const { title: activity, subject, classes, groupNames, teachers } = lesson;
    let placed = 0;
    for (const card of cards) {
      const day = days.at(card.place);
      if (day === undefined) {
        problems.push({ code: 'unknownDay', activity, day: String(card.place + 1) });
        continue;
      }
      const week = day.week === 0 ? card.week : day.week;
      const hours = hoursOf(card, cards);
      for (let hour = 0; hour < hours; hour += 1) {
        const lessonNumber = card.period + hour;
        if (lessonNumber > highestPeriod) {
          problems.push({ code: 'pastLastHour', activity, hour: String(card.period) });
          break;
        }
        placed += week === 0 ? 1 : 0.5;
        const place = { weekday: day.weekday, lessonNumber, week, room: card.room };
        lessons.push({ activity, ...place, classes, groupNames, subject, teachers, tags: [] });
      }
    }
    if (cards.length === 0) {
      problems.push({ code: 'unplaced', activity: '', subject, studentSets: classes, teachers });
    } else if (placed < lesson.perWeek && lesson.perWeek < 100) {
      problems.push({ code: 'partlyPlaced', activity, placed, wanted: lesson.perWeek });
    }
  }
}

const distinct = (problems: readonly TimetableProblem[]) => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
