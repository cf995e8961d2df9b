import { findClassSetups } from '#db/queries/classes';
import { findGroups, type GroupRow } from '#db/queries/groups';
import { findMembersFrom } from '#db/queries/import-timetable';
import { findPagesOfYear } from '#db/queries/journal-page';
import { findAllStaff, findLoadTeachers } from '#db/queries/load';
import { findRooms } from '#db/queries/rooms';
import { findSchool, type YearRow } from '#db/queries/school';
import { findTimetableEntries, findTimetableVersion } from '#db/queries/timetable';
import { findBusyHours } from '#db/queries/timetable-editor';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  fetFile,
  fetGroupName,
  type FetClass,
  type FetDivision,
  type FetLoad,
} from '#domain/export/fet-file';
import { isOn } from '#domain/groups/membership';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
import { fullName } from '#domain/people/name';

const DAYS = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'];
const LEAST_HOURS = 7;
/** Seats of a room nobody counted: FET needs a number. */
const SEATS = 30;

/** A year's load as a `.fet` file, and what of it FET cannot place. */
export type FetExport = {
  readonly xml: string;
  readonly activities: number;
  /** Hours of individual plans: they are agreed with the family, not with the timetable. */
  readonly individual: number;
  /** Pages nobody teaches on that day. */
  readonly withoutTeacher: number;
};

/** A part of a class, and the subjects it learns by itself. */
type Part = { readonly group: GroupRow; readonly subjects: Set<number> };

/**
 * Groups as FET's divisions: those of one division, and where none is told those that part the class
 * for one subject. What is left shares pupils with everybody.
 */
function divisionsOf(parts: readonly Part[]): FetDivision[] {
  const divisions: Part[][] = [];
  for (const part of parts) {
    const beside = ({ group, subjects }: Part) =>
      part.group.division === ''
        ? group.division === '' && [...subjects].some((id) => part.subjects.has(id))
        : group.division === part.group.division;
    const joined = divisions.filter((division) => division.some(beside));
    for (const division of joined) divisions.splice(divisions.indexOf(division), 1);
    divisions.push([...joined.flat(), part]);
  }
  return divisions.map((same) => ({
    groups: same.map(({ group }) => group.name),
    whole: same.length > 1,
  }));
}

/** The most hours a pupil of a class may have in a week: the whole class's, and of each division one part's. */
function mostHours(
  { name, divisions }: Pick<FetClass, 'name' | 'divisions'>,
  load: readonly FetLoad[],
) {
  const hoursOf = (students: string) =>
    load.reduce(
      (sum, one) => sum + (one.students.includes(students) ? Math.ceil(one.hours) : 0),
      0,
    );
  return divisions.reduce(
    (sum, { groups }) =>
      sum + Math.max(...groups.map((group) => hoursOf(fetGroupName(name, group)))),
    hoursOf(name),
  );
}

/** A name for each person that no other has: two namesakes are told apart by a number. */
function namesOfStaff(db: ReadableDb): ReadonlyMap<number, string> {
  const used = new Map<string, number>();
  return new Map(
    findAllStaff(db).map((one) => {
      const name = fullName(one);
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      return [one.id, count === 1 ? name : `${name} (${count})`];
    }),
  );
}

/** The load in force on a day, for FET (T3): names are ours, so that its results find us again. */
export function fetLoad(
  db: ReadableDb,
  { year, day }: { readonly year: Pick<YearRow, 'id'>; readonly day: IsoDate },
): FetExport {
  const setups = findClassSetups(db, year.id).sort(compareClassNames);
  const groups = findGroups(db, year.id);
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const pages = findPagesOfYear(db, year.id);
  const classNames = new Map(setups.map((one) => [one.id, formatClassName(one)]));
  const staff = namesOfStaff(db);
  const teachers = Map.groupBy(
    findLoadTeachers(db, year.id).filter((row) => isOn(row, day) && row.hours > 0),
    ({ pageId }) => pageId,
  );
  const parts = new Map<number, Map<number, Part>>();
  const load: FetLoad[] = [];
  let [individual, withoutTeacher] = [0, 0];
  for (const page of pages) {
    const own = teachers.get(page.id) ?? [];
    const group = groupById.get(page.groupId);
    if (group === undefined) continue;
    if (own.length === 0) withoutTeacher += 1;
    if (page.groupKind === 'individual') {
      individual += own.reduce((sum, { hours }) => sum + hours, 0);
      continue;
    }
    const classIds = [page.classId, ...page.otherClasses.map(({ id }) => id)];
    // A stream that excludes nothing takes its classes whole.
    const whole = group.name === '' || (group.kind === 'stream' && group.division === '');
    const students = classIds.map((id) => {
      const name = classNames.get(id) ?? '';
      if (whole) return name;
      const ofClass = parts.get(id) ?? new Map<number, Part>();
      const part = ofClass.get(group.id) ?? { group, subjects: new Set<number>() };
      part.subjects.add(page.subjectId);
      if (own.length > 0) parts.set(id, ofClass.set(group.id, part));
      return fetGroupName(name, group.name);
    });
    for (const { staffId, hours } of own) {
      load.push({ subject: page.subjectName, teacher: staff.get(staffId) ?? '', students, hours });
    }
  }
  const version = findTimetableVersion(db, year.id, day);
  const entries = version === undefined ? [] : findTimetableEntries(db, version.id);
  const members = Map.groupBy(findMembersFrom(db, year.id, day), ({ classId }) => classId);
  const classes = setups.map(({ id, studyDays }): FetClass => ({
    name: classNames.get(id) ?? '',
    pupils: members.get(id)?.length ?? 0,
    divisions: divisionsOf([...(parts.get(id)?.values() ?? [])]),
    fiveDays: studyDays === 5,
  }));
  const six = setups.some(({ studyDays }) => studyDays === 6);
  const hourCount = Math.max(
    LEAST_HOURS,
    ...entries.map(({ lessonNumber }) => lessonNumber),
    ...classes.map((one) => Math.ceil(mostHours(one, load) / (one.fiveDays ? 5 : 6))),
  );
  const busy = Map.groupBy(
    findBusyHours(db).filter(({ strict }) => strict),
    ({ staffId }) => staffId,
  );
  const distinct = (names: readonly string[]) => [...new Set(names)];
  const file = fetFile({
    name: findSchool(db)?.name ?? '',
    days: six ? DAYS : DAYS.slice(0, 5),
    hours: Array.from({ length: hourCount }, (_, at) => `${at + 1} урок`),
    classes,
    subjects: distinct(load.map(({ subject }) => subject)),
    teachers: distinct(load.map(({ teacher }) => teacher)),
    rooms: distinct(findRooms(db).map(({ name }) => name)).map((name) => ({ name, seats: SEATS })),
    load,
    busy: [...busy].flatMap(([staffId, rows]) => {
      const teacher = staff.get(staffId);
      if (teacher === undefined || !load.some((one) => one.teacher === teacher)) return [];
      return [
        { teacher, hours: rows.map((row) => [row.weekday - 1, row.lessonNumber - 1] as const) },
      ];
    }),
  });
  return { ...file, individual, withoutTeacher };
}
