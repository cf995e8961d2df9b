import type { ChangedLesson, LessonChange, ShownChange } from '#contract/changes';
import { findControlWorks } from '#db/queries/control-works';
import { findChangesOfDays, type DayChangeRow } from '#db/queries/day-changes';
import { findDayLesson, findStaffNames, type DayLessonRow } from '#db/queries/day-lessons';
import { findRooms } from '#db/queries/rooms';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { lessonHour, lessonOver } from '#domain/timetable/lesson-hour';
import type { Core } from '../context';
import { clockOf, loadSchoolDays, type HeldLesson } from './school-days';

/** Short names of everybody of the staff, by id. */
export function staffNames(db: ReadableDb): (id: number | null) => string | null {
  const names = new Map(findStaffNames(db).map((staff) => [staff.id, shortName(staff)]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

/** A standing change as screens and papers show it. */
export function changeViews(
  db: ReadableDb,
  nameOf: (id: number | null) => string | null = staffNames(db),
): (row: DayChangeRow) => LessonChange {
  return (row) => ({
    id: row.id,
    kind: row.kind,
    absent: nameOf(row.absentId),
    substitute: nameOf(row.substituteId),
    from: { date: row.date, number: row.lessonNumber },
    to:
      row.toDate === null || row.toNumber === null
        ? null
        : { date: row.toDate, number: row.toNumber },
    instead:
      row.madeLessonId === null ? null : (findDayLesson(db, row.madeLessonId)?.subjectName ?? null),
    reason: row.reason,
    payment: row.payment,
    lateWhy: row.lateWhy,
    registeredAt: row.registeredAt,
    registeredBy: row.registeredBy,
  });
}

/** What everybody may know of a change. */
export const shownChange = (change: LessonChange): ShownChange => ({
  kind: change.kind,
  from: change.from,
  to: change.to,
  substitute: change.substitute,
  instead: change.instead,
});

type Asked = { readonly db: ReadableDb; readonly core: Core; readonly today: IsoDate };

/**
 * The lessons of some days as they are held, with their standing changes; a lesson that was moved to
 * another day is also shown where it was. What the timetable no longer has is left out.
 */
export function changedLessons(
  { db, core, today }: Asked,
  span: { readonly from: IsoDate; readonly to: IsoDate },
): readonly { readonly lesson: ChangedLesson; readonly held: HeldLesson | undefined }[] {
  const days = loadSchoolDays(db, span);
  const nameOf = staffNames(db);
  const view = changeViews(db, nameOf);
  const rooms = new Map(findRooms(db).map(({ id, name }) => [id, name]));
  const rows = findChangesOfDays(db, span);
  const changes = Map.groupBy(rows, ({ lessonId }) => lessonId);
  const made = new Set(rows.map(({ madeLessonId }) => madeLessonId));
  const now = { today, clock: clockOf(core) };
  const teachers = (ids: readonly number[], date: IsoDate) =>
    ids.map((id) => ({ id, name: nameOf(id) ?? '', absent: days.isAbsent(id, date) }));
  const common = (row: DayLessonRow) => ({
    id: row.id,
    pageId: row.pageId,
    classId: row.classId,
    className: formatClassName(row),
    groupName: row.groupName,
    subjectName: row.subjectName,
    holds: row.holds === 1,
  });

  const controls = new Map(
    findControlWorks(db, span).map((work) => [
      `${work.pageId} ${work.date} ${work.lessonNumber}`,
      [work.kindName, work.title].filter((part) => part !== '').join(' — '),
    ]),
  );
  const controlAt = (pageId: number, date: IsoDate, number: number) =>
    controls.get(`${pageId} ${date} ${number}`) ?? '';

  const here = days.lessons.flatMap((held) => {
    const own = changes.get(held.id) ?? [];
    if (held.cancelled && own.length === 0) return [];
    const { row, hour } = held;
    const who = teachers(held.teacherIds, row.date);
    const lesson: ChangedLesson = {
      ...common(row),
      date: row.date,
      number: row.number,
      startsAt: hour.startsAt,
      endsAt: hour.endsAt,
      teachers: who,
      room: held.roomId === null ? '' : (rooms.get(held.roomId) ?? ''),
      cancelled: held.cancelled,
      instead: made.has(held.id),
      over: lessonOver(row.date, hour, now),
      waits: !held.cancelled && who.some(({ absent }) => absent),
      goneTo: null,
      control: controlAt(row.pageId, row.date, row.number),
      changes: own.map(view),
    };
    return [{ lesson, held }];
  });
  const gone = rows.flatMap((change) => {
    if (change.kind !== 'move' || change.date < span.from || change.date > span.to) return [];
    const row = findDayLesson(db, change.lessonId);
    if (row === undefined) return [];
    if (row.date === change.date && row.number === change.lessonNumber) return [];
    const { startsAt, endsAt } = lessonHour(
      { date: change.date, number: change.lessonNumber, shift: row.shift, grade: row.grade },
      days.bells,
    );
    const lesson: ChangedLesson = {
      ...common(row),
      date: change.date,
      number: change.lessonNumber,
      startsAt,
      endsAt,
      teachers: teachers(days.ownTeachers(row.pageId, change.date), change.date),
      room: '',
      cancelled: false,
      instead: false,
      over: lessonOver(change.date, { endsAt }, now),
      waits: false,
      goneTo: { date: row.date, number: row.number },
      control: controlAt(row.pageId, change.date, change.lessonNumber),
      changes: (changes.get(row.id) ?? [change]).map(view),
    };
    return [{ lesson, held: undefined }];
  });
  const all = [...here, ...gone];
  return all.sort(
    (a, b) => a.lesson.date.localeCompare(b.lesson.date) || a.lesson.number - b.lesson.number,
  );
}
