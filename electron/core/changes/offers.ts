import type { LessonOffers, MoveDay, ReplacementOffer } from '#contract/changes';
import { findLessonAt } from '#db/queries/day-changes';
import {
  findBusyHours,
  findDayLesson,
  findTeachableSubjects,
  findTeaching,
} from '#db/queries/day-lessons';
import { countSubstitutions } from '#db/queries/changes-register';
import { findPagesOfYear } from '#db/queries/journal-page';
import { findRooms } from '#db/queries/rooms';
import type { ReadableDb } from '#db/statement';
import { addDays, daysFromTo, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { shortName } from '#domain/people/name';
import { hourProblems } from '#domain/timetable/day-lesson';
import { substituteOffers, type TeacherOfDay } from '#domain/timetable/free-teachers';
import { lessonHour, sameHour } from '#domain/timetable/lesson-hour';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { staffNames } from './day-view';
import { loadSchoolDays, type HeldLesson, type SchoolDays } from './school-days';

/** How far ahead a lesson is offered to be moved, in days. */
const AHEAD = 10;

/** Everybody who teaches on the day, with what speaks for and against a substitution. */
function teachersOfDay(db: ReadableDb, date: IsoDate, days: SchoolDays): TeacherOfDay[] {
  const subjects = new Map<number, Set<number>>();
  for (const { staffId, subjectId } of findTeachableSubjects(db)) {
    subjects.set(staffId, (subjects.get(staffId) ?? new Set()).add(subjectId));
  }
  const busy = Map.groupBy(findBusyHours(db, weekdayOf(date)), ({ staffId }) => staffId);
  const monday = addDays(date, 1 - weekdayOf(date));
  const taken = countSubstitutions(db, monday, addDays(monday, 6));
  const byTeacher = Map.groupBy(findTeaching(db, { from: date, to: date }), (row) => row.staffId);
  return [...byTeacher].map(([staffId, rows]): TeacherOfDay => {
    const [first] = rows;
    const subjectIds = new Set(subjects.get(staffId));
    for (const { subjectId } of rows) subjectIds.add(subjectId);
    return {
      staffId,
      name: first === undefined ? '' : shortName(first),
      absent: days.isAbsent(staffId, date),
      subjectIds,
      classIds: new Set(rows.map(({ classId }) => classId)),
      busy: (busy.get(staffId) ?? []).map(({ lessonNumber, strict }) => ({
        number: lessonNumber,
        strict: strict === 1,
      })),
      substitutions: taken.get(staffId) ?? 0,
    };
  });
}

/** The other subjects of the class whose teacher is free at the hour. */
function replacementOffers(
  db: ReadableDb,
  lesson: HeldLesson,
  days: SchoolDays,
): ReplacementOffer[] {
  const { date, number, yearId } = lesson.row;
  const nameOf = staffNames(db);
  return findPagesOfYear(db, yearId).flatMap((page) => {
    if (page.subjectId === lesson.subjectId) return [];
    if (
      page.groupId !== lesson.group.id &&
      !(page.classId === lesson.row.classId && page.groupName === '' && lesson.group.whole)
    ) {
      return [];
    }
    const teacherIds = days.ownTeachers(page.id, date);
    if (teacherIds.length === 0 || teacherIds.some((id) => days.isAbsent(id, date))) return [];
    const busy = days.lessons.some(
      (other) =>
        !other.cancelled &&
        other.id !== lesson.id &&
        sameHour(other.hour, lesson.hour) &&
        other.teacherIds.some((id) => teacherIds.includes(id)),
    );
    if (busy || findLessonAt(db, page.id, date, number) !== undefined) return [];
    return [
      {
        pageId: page.id,
        subjectName: page.subjectName,
        groupName: page.groupName,
        teachers: teacherIds.map((id) => nameOf(id) ?? ''),
      },
    ];
  });
}

/** Every hour of the days from today on, and what keeps the lesson from it. */
function moveDays(db: ReadableDb, lesson: HeldLesson, from: IsoDate): MoveDay[] {
  const span = { from, to: addDays(from, AHEAD) };
  const days = loadSchoolDays(db, span);
  const byDay = Map.groupBy(days.lessons, ({ date }) => date);
  return daysFromTo(span.from, span.to).flatMap((date): MoveDay[] => {
    const ofDay = byDay.get(date) ?? [];
    const ofShift = ofDay.filter(({ row }) => row.shift === lesson.row.shift && !row.cancelled);
    if (ofShift.length === 0) return [];
    const last = Math.max(...ofShift.map(({ hour }) => hour.number));
    const hours = Array.from({ length: last }, (_, index) => {
      const number = index + 1;
      const hour = lessonHour({ ...lesson.row, date, number }, days.bells);
      const problems: MoveDay['hours'][number]['problems'][number][] = hourProblems(
        lesson,
        hour,
        ofDay,
      );
      const taken = findLessonAt(db, lesson.pageId, date, number);
      if (taken !== undefined && !problems.includes('class')) problems.push('samePage');
      if (lesson.teacherIds.some((id) => days.isAbsent(id, date))) problems.push('absent');
      return { number, problems };
    });
    return [{ date, hours }];
  });
}

/** What can be done with a lesson: by whom, by what, where and when it can be held instead (T2). */
export function lessonOffers(
  { db, today }: Pick<Reading, 'db' | 'today'>,
  { lessonId }: { readonly lessonId: number },
): LessonOffers {
  const row = findDayLesson(db, lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
  const { date } = row;
  const days = loadSchoolDays(db, { from: date, to: date });
  const lesson = days.lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined) refuse('NOT_FOUND', { what: 'lesson' });
  const taken = new Set(
    days.lessons
      .filter((other) => !other.cancelled && sameHour(other.hour, lesson.hour))
      .map(({ roomId }) => roomId),
  );
  return {
    substitutes: substituteOffers(lesson, days.lessons, teachersOfDay(db, date, days)),
    replacements: replacementOffers(db, lesson, days),
    rooms: findRooms(db)
      .filter(({ id }) => !taken.has(id))
      .map(({ id, name }) => ({ id, name })),
    days: moveDays(db, lesson, today < date ? today : date),
  };
}
