import {
  findChangesOfDays,
  findChangesOfLesson,
  findLessonAt,
  findStandingChange,
  lessonHolds,
  placeLesson,
  revokeDayChange,
} from '#db/queries/day-changes';
import { findDayLesson } from '#db/queries/day-lessons';
import { deleteLesson } from '#db/queries/import-timetable';
import { takeBackProblem, type ChangeKind, type LessonPlace } from '#domain/timetable/day-change';
import type { LearningGroup } from '#domain/timetable/day-lesson';
import { lessonHour, lessonOver } from '#domain/timetable/lesson-hour';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { checkHour, tellPages } from './decide';
import { clockOf, loadSchoolDays } from './school-days';

/**
 * Takes a change back: the lesson stands where, when and whether it was held as before the change,
 * exactly. Only the last change of a lesson can go, and only while its old hour is still free. After
 * the lesson it needs a reason, as registering does (ТИП 2.13).
 */
export function takeBack(
  writing: Writing,
  { changeId, why }: { readonly changeId: number; readonly why: string },
): void {
  const { db, core, today } = writing;
  const change = findStandingChange(db, changeId) ?? refuse('NOT_FOUND', { what: 'dayChange' });
  const row = findDayLesson(db, change.lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
  const made = change.madeLessonId === null ? undefined : findDayLesson(db, change.madeLessonId);
  const problem = takeBackProblem({
    kind: change.kind,
    isLast: findChangesOfLesson(db, row.id).at(-1)?.id === change.id,
    lessonHolds: row.holds === 1,
    madeLessonHolds: made !== undefined && lessonHolds(db, made.id),
  });
  if (problem !== undefined) refuse('INVALID', { why: problem });

  const {
    date,
    lessonNumber: number,
    roomId,
    cancelled,
  } = JSON.parse(change.before) as LessonPlace;
  const place = { ...row, date, number };
  const days = loadSchoolDays(db, { from: date, to: date });
  const now = { today, clock: clockOf(core) };
  const late = lessonOver(date, lessonHour(place, days.bells), now);
  if (late && why === '') refuse('INVALID', { why: 'lateWithoutReason' });

  if (made !== undefined) {
    revokeDayChange(db, change.id, { at: writing.now, by: writing.actor.name, why });
    deleteLesson(db, made.id);
    writing.record('lesson', String(made.id), { pageId: made.pageId, date, number }, null);
  }
  if (change.kind === 'move') {
    const taken = findLessonAt(db, row.pageId, date, number);
    if (taken !== undefined && taken.id !== row.id) refuse('INVALID', { why: 'slotTaken' });
  }
  placeLesson(db, row.id, { date, lessonNumber: number, roomId, cancelled });
  if (made === undefined) {
    revokeDayChange(db, change.id, { at: writing.now, by: writing.actor.name, why });
  }
  checkRestored(writing, row.id);
  writing.record('dayChange', String(change.id), change, { takenBack: true, why });
  tellPages(writing, row.pageId, ...(made === undefined ? [] : [made.pageId]));
}

/**
 * The hour a lesson comes back to may have been given to another lesson since: then nothing is taken
 * back. What the timetable itself lays together (two groups in one gym) is no obstacle.
 */
function checkRestored({ db }: Writing, lessonId: number): void {
  const row = findDayLesson(db, lessonId);
  if (row === undefined || row.cancelled === 1) return;
  const span = { from: row.date, to: row.date };
  const days = loadSchoolDays(db, span);
  const lesson = days.lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined) return;
  const changes = findChangesOfDays(db, span);
  const changed = (...kinds: readonly ChangeKind[]) => {
    const ids = new Set(
      changes.flatMap(({ kind, lessonId: id, madeLessonId, payment }) => {
        if (kind === 'replacement') return madeLessonId ?? [];
        return kinds.includes(kind) && payment !== 'merged' ? id : [];
      }),
    );
    return days.lessons.filter(({ id }) => ids.has(id));
  };
  checkHour({ ...lesson, teacherIds: [], roomId: null }, row, changed('move'), days.bells);
  checkHour(
    { ...lesson, roomId: null, group: NOBODY },
    row,
    changed('move', 'substitution'),
    days.bells,
  );
  const inRooms = changed('move', 'room').filter(
    (other) =>
      other.row.roomId !== null && !changes.some(({ madeLessonId }) => madeLessonId === other.id),
  );
  checkHour({ ...lesson, teacherIds: [], group: NOBODY }, row, inRooms, days.bells);
}

/** Keeps the pupils out of a comparison of hours. */
const NOBODY: LearningGroup = { id: 0, classIds: [], whole: false, pupilIds: new Set() };
