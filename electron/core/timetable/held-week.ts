import type { HeldLesson, HeldWeek } from '#contract/timetable';
import { findPagesOfYear } from '#db/queries/journal-page';
import { findYearOr, type YearRow } from '#db/queries/school';
import { addDays, dayWithin, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { cycleWeekOf } from '#domain/calendar/school-days';
import { formatClassNames } from '#domain/people/class-name';
import { changedLessons, shownChange } from '../changes/day-view';
import type { Reading } from '../unit-of-work';
import { versionsOf } from './versions';
import { pagesOfPupil } from './week';

type Asked = {
  readonly yearId?: number | undefined;
  readonly day?: IsoDate | undefined;
};

/** The Monday and the Sunday around a day. */
function weekAround(day: IsoDate) {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/** Versions that are in force on some day of the week, with the sign of alternating weeks. */
function versionsOfWeek(reading: Reading, year: YearRow, from: IsoDate, to: IsoDate) {
  return versionsOf(reading.db, year, reading.today)
    .filter(({ validFrom, until }) => until !== null && validFrom <= to && until >= from)
    .map(({ name, cycleFrom }) => ({
      name,
      cycleWeek: cycleFrom === null ? null : cycleWeekOf(from, cycleFrom),
    }));
}

/** The whole week around a day as it is held, with the year; undefined where there is no year. */
export function weekAsHeld(
  reading: Reading,
  asked: Asked,
): { readonly year: YearRow; readonly week: HeldWeek } | undefined {
  const { db, today } = reading;
  const year = findYearOr(db, asked.yearId, today);
  if (year === undefined) return undefined;
  const { from, to } = weekAround(dayWithin(year, asked.day ?? today));
  const pages = new Map(findPagesOfYear(db, year.id).map((page) => [page.id, page]));
  const lessons = changedLessons(reading, { from, to }).flatMap(
    ({ lesson, held }): HeldLesson[] => {
      const page = pages.get(lesson.pageId);
      if (page === undefined) return [];
      const { date, number, changes, goneTo, instead, cancelled, teachers } = lesson;
      return [
        {
          id: lesson.id,
          date,
          weekday: weekdayOf(date),
          lessonNumber: number,
          week: 0,
          pageId: page.id,
          className: formatClassNames([page, ...page.otherClasses]),
          groupName: page.groupName,
          subjectName: page.subjectName,
          teachers: teachers.map(({ name }) => name),
          room: lesson.room,
          classIds: [page.classId, ...page.otherClasses.map(({ id }) => id)],
          teacherIds: teachers.map(({ id }) => id),
          ownTeacherIds: held?.ownTeacherIds ?? teachers.map(({ id }) => id),
          roomId: held?.roomId ?? null,
          off: cancelled || goneTo !== null,
          changes: changes.map(shownChange),
          goneTo,
          instead,
        },
      ];
    },
  );
  return { year, week: { from, to, versions: versionsOfWeek(reading, year, from, to), lessons } };
}

/**
 * The week around a day with its substitutions, cancellations, moves and replacements (T1, T2): of a
 * class, a teacher (also what others hold instead), a room or a pupil, or of all.
 */
export function heldWeek(
  reading: Reading,
  input: Asked & {
    readonly classId?: number | undefined;
    readonly staffId?: number | undefined;
    readonly roomId?: number | undefined;
    readonly pupilId?: number | undefined;
  },
): HeldWeek | null {
  const found = weekAsHeld(reading, input);
  if (found === undefined) return null;
  const { classId, staffId, roomId, pupilId } = input;
  const { from } = found.week;
  let { lessons } = found.week;
  if (classId !== undefined) lessons = lessons.filter((one) => one.classIds.includes(classId));
  if (staffId !== undefined) {
    lessons = lessons.filter(
      (one) => one.teacherIds.includes(staffId) || one.ownTeacherIds.includes(staffId),
    );
  }
  if (roomId !== undefined) lessons = lessons.filter((one) => one.roomId === roomId);
  if (pupilId !== undefined) {
    const day = input.day ?? reading.today;
    const own = pagesOfPupil(reading, found.year.id, pupilId, day < from ? from : day);
    lessons = lessons.filter(({ pageId }) => own.has(pageId));
  }
  return { ...found.week, lessons };
}
