import { findAbsences } from '#db/queries/absences';
import { findSubstitutions } from '#db/queries/day-changes';
import {
  findGroupPupils,
  findLessonsOfDays,
  findRungBells,
  findStreamClasses,
  findTeachersOfDays,
  type DayLessonRow,
} from '#db/queries/day-lessons';
import { findCalendar } from '#db/queries/calendar';
import { findYear } from '#db/queries/school';
import { findTimetableEntries, findTimetableVersions } from '#db/queries/timetable';
import type { ReadableDb } from '#db/statement';
import { weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { cycleWeekOf } from '#domain/calendar/school-days';
import type { DayLesson, LearningGroup } from '#domain/timetable/day-lesson';
import { lessonHour, type ClockTime, type RungBell } from '#domain/timetable/lesson-hour';
import type { Core } from '../context';

/** A lesson of a day as it is held, with its row. */
export type HeldLesson = DayLesson & {
  readonly row: DayLessonRow;
  /** The page's own teachers on that day. */
  readonly ownTeacherIds: readonly number[];
};

/** The lessons of some days of one school year with what decides who can hold them. */
export type SchoolDays = {
  readonly lessons: readonly HeldLesson[];
  readonly bells: readonly RungBell[];
  /** The page's own teachers on a day. */
  readonly ownTeachers: (pageId: number, date: IsoDate) => readonly number[];
  /** Whether the person is absent on the day. */
  readonly isAbsent: (staffId: number, date: IsoDate) => boolean;
};

/** What time it is at the school, by the clock of its computer. */
export function clockOf(core: Pick<Core, 'now'>): ClockTime {
  const now = core.now();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(now.getHours())}:${two(now.getMinutes())}` as ClockTime;
}

type Span = { readonly from: IsoDate; readonly to: IsoDate };

/** The room that the timetable in force on the day gives to a lesson of a page. */
function timetableRooms(db: ReadableDb, yearId: number) {
  const versions = findTimetableVersions(db, yearId);
  const { specialDays } = findCalendar(db, yearId);
  const entriesOf = new Map<number, Map<string, ReturnType<typeof findTimetableEntries>>>();
  return ({ pageId, date, number, grade }: DayLessonRow): number | null => {
    const version = versions.findLast(({ validFrom }) => validFrom <= date);
    if (version === undefined) return null;
    let entries = entriesOf.get(version.id);
    if (entries === undefined) {
      entries = Map.groupBy(
        findTimetableEntries(db, version.id),
        (entry) => `${entry.pageId} ${entry.weekday} ${entry.lessonNumber}`,
      );
      entriesOf.set(version.id, entries);
    }
    const special = specialDays.find(
      ({ date: on, gradeFrom = 1, gradeTo = 12 }) =>
        on === date && gradeFrom <= grade && grade <= gradeTo,
    );
    const weekday = special?.worksAs ?? weekdayOf(date);
    const cycle = version.cycleFrom === null ? 0 : cycleWeekOf(date, version.cycleFrom);
    const found = (entries.get(`${pageId} ${weekday} ${number}`) ?? []).find(
      ({ week }) => week === 0 || cycle === 0 || week === cycle,
    );
    return found?.roomId ?? null;
  };
}

/** The groups of these days: their classes, and the pupils of those that are not whole classes. */
function learningGroups(db: ReadableDb, rows: readonly DayLessonRow[], span: Span) {
  const further = Map.groupBy(findStreamClasses(db), ({ groupId }) => groupId);
  const pupils = Map.groupBy(findGroupPupils(db, span), ({ groupId }) => groupId);
  const groups = new Map<number, LearningGroup>();
  for (const { groupId, groupName, classId } of rows) {
    if (groups.has(groupId)) continue;
    const others = (further.get(groupId) ?? []).map((one) => one.classId);
    groups.set(groupId, {
      id: groupId,
      classIds: [classId, ...others],
      whole: groupName === '',
      pupilIds: new Set((pupils.get(groupId) ?? []).map(({ pupilId }) => pupilId)),
    });
  }
  return groups;
}

/**
 * Everything about the lessons of some days that lie in one school year: who holds them now, where
 * and at what hour. Cancelled ones are among them.
 */
export function loadSchoolDays(db: ReadableDb, span: Span): SchoolDays {
  const rows = findLessonsOfDays(db, span);
  const yearId = rows[0]?.yearId ?? findYear(db, span.from)?.id;
  const bells = yearId === undefined ? [] : findRungBells(db, yearId);
  const roomOf = yearId === undefined ? () => null : timetableRooms(db, yearId);
  const groups = learningGroups(db, rows, span);
  const teachers = Map.groupBy(findTeachersOfDays(db, span), ({ pageId }) => pageId);
  const substitutions = Map.groupBy(findSubstitutions(db, span), ({ lessonId }) => lessonId);
  const absences = Map.groupBy(findAbsences(db, span.from, span.to), ({ staffId }) => staffId);
  const ownTeachers = (pageId: number, date: IsoDate) => {
    const all = (teachers.get(pageId) ?? []).filter(
      ({ fromDate, toDate }) => fromDate <= date && (toDate === null || date <= toDate),
    );
    return [...new Set(all.map(({ staffId }) => staffId))];
  };
  const lessons = rows.flatMap((row): HeldLesson[] => {
    const group = groups.get(row.groupId);
    if (group === undefined) return [];
    const own = ownTeachers(row.pageId, row.date);
    const [substitution] = substitutions.get(row.id) ?? [];
    const held =
      substitution === undefined
        ? own
        : [...own.filter((id) => id !== substitution.absentId), substitution.substituteId];
    return [
      {
        id: row.id,
        pageId: row.pageId,
        group,
        subjectId: row.subjectId,
        date: row.date,
        hour: lessonHour(row, bells),
        teacherIds: [...new Set(held)],
        ownTeacherIds: own,
        roomId: row.roomId ?? roomOf(row),
        cancelled: row.cancelled === 1,
        row,
      },
    ];
  });
  return {
    lessons,
    bells,
    ownTeachers,
    isAbsent: (staffId, date) =>
      (absences.get(staffId) ?? []).some(
        ({ fromDate, toDate }) => fromDate <= date && date <= toDate,
      ),
  };
}
