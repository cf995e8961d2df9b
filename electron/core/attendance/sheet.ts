import type { AttendanceClass, AttendanceSheet } from '#contract/attendance';
import {
  findAttendanceOfClass,
  findDocumentsOfClass,
  findLessonsOfClass,
  findPupilsInSpan,
  type ClassLessonRow,
} from '#db/queries/attendance';
import { findClassSetups } from '#db/queries/classes';
import { findHeldByOthers } from '#db/queries/day-changes';
import { findMembers, findPage, findTeachersOfPage } from '#db/queries/journal-page';
import { findYearOr } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { canSeeAttendance } from '#domain/attendance/attendance-rights';
import { addDays, daysBetween, type IsoDate } from '#domain/calendar/iso-date';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
import { compareNames, shortName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';
import { attendanceToSee } from './class-access';

/** More than a school year is no sheet. */
const MOST_DAYS = 366;
/** So far around a sheet the nearest day with lessons is looked for: longer than any holidays. */
const AROUND = 110;

export type SheetInput = {
  readonly classId: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/** The classes whose attendance one may see: the own first. */
export function attendanceClasses(
  { db, actor, today }: Reading,
  { yearId }: OfYear,
): readonly AttendanceClass[] {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  return findClassSetups(db, year.id)
    .filter(({ homeroomTeacherId }) => canSeeAttendance(actor, homeroomTeacherId))
    .sort(compareClassNames)
    .map((one) => ({
      id: one.id,
      name: formatClassName(one),
      own: one.homeroomTeacherId === actor.staffId,
    }))
    .toSorted((a, b) => Number(b.own) - Number(a.own));
}

/** Who learns at a lesson and who teaches it; a page and a day are asked once. */
function lessonPeople(db: ReadableDb, { from, to }: Omit<SheetInput, 'classId'>) {
  const pages = new Map<number, ReturnType<typeof pageOf>>();
  const pageOf = (pageId: number) => ({
    page: findPage(db, pageId) ?? refuse('NOT_FOUND', { what: 'page' }),
    teachers: findTeachersOfPage(db, pageId),
    instead: new Map(
      findHeldByOthers(db, pageId, from, to).map((row) => [row.lessonId, shortName(row)]),
    ),
    days: new Map<IsoDate, ReadonlySet<number>>(),
  });
  return ({ id, pageId, date }: ClassLessonRow) => {
    const known = pages.get(pageId) ?? pageOf(pageId);
    pages.set(pageId, known);
    const { page, teachers, instead, days } = known;
    const pupils = days.get(date) ?? new Set(findMembers(db, page, date, date).map(([one]) => one));
    days.set(date, pupils);
    const substitute = instead.get(id);
    return {
      pupils,
      teachers:
        substitute !== undefined
          ? [substitute]
          : teachers
              .filter(({ fromDate, toDate }) => fromDate <= date && (toDate ?? date) >= date)
              .map(shortName),
    };
  };
}

/** The attendance of a class over all lessons of some days (J7). */
export function attendanceSheet(reading: Reading, input: SheetInput): AttendanceSheet {
  const { db } = reading;
  const { classId, from, to } = input;
  const { schoolClass, maySet } = attendanceToSee(reading, classId);
  if (from > to || daysBetween(from, to) > MOST_DAYS) refuse('INVALID', { why: 'dates' });
  const pupils = findPupilsInSpan(db, input).sort(compareNames);
  // Who went to another class of the same stream is not shown there to the class left.
  const stays = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const isOwn = (pupilId: number, day: IsoDate): boolean => {
    const stay = stays.get(pupilId);
    return stay !== undefined && stay.from <= day && (stay.to === null || day <= stay.to);
  };
  const people = lessonPeople(db, input);
  const lessons = findLessonsOfClass(db, input).map((lesson) => {
    const { pupils: members, teachers } = people(lesson);
    const { id, date, number, subjectName, groupName, holds } = lesson;
    const pupilIds = [...members].filter((one) => isOwn(one, date));
    return { id, date, number, subjectName, groupName, teachers, filled: holds === 1, pupilIds };
  });
  const dates = new Map(lessons.map(({ id, date }) => [id, date]));
  const around = (span: { readonly from: IsoDate; readonly to: IsoDate }) =>
    findLessonsOfClass(db, { classId, ...span }).map(({ date }) => date);
  return {
    classId,
    className: formatClassName(schoolClass),
    from,
    to,
    previous: around({ from: addDays(from, -AROUND), to: addDays(from, -1) }).at(-1) ?? null,
    next: around({ from: addDays(to, 1), to: addDays(to, AROUND) })[0] ?? null,
    canSetReasons: maySet,
    lessons: lessons.filter(({ pupilIds }) => pupilIds.length > 0),
    pupils: pupils.map((pupil) => ({ id: pupil.id, name: shortNameOf(pupil) })),
    cells: findAttendanceOfClass(db, input).filter(([lessonId, pupilId]) => {
      const date = dates.get(lessonId);
      return date !== undefined && isOwn(pupilId, date);
    }),
    documents: findDocumentsOfClass(db, input).map((row) => ({
      id: row.id,
      pupilId: row.pupilId,
      kind: row.kind,
      number: row.number,
      reason: row.reason,
      from: row.from,
      to: row.to,
      note: row.note,
      enteredBy: row.enteredBy,
      withdrawnBy: row.withdrawnBy,
    })),
  };
}

/** «Абрамов Илья»: a class list needs no patronymic. */
const shortNameOf = ({ lastName, firstName }: { lastName: string; firstName: string }) =>
  `${lastName} ${firstName}`.trim();
