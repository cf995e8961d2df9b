import { findAbsences } from '#db/queries/absences';
import {
  findChangesOfLesson,
  findLessonAt,
  insertDayChange,
  isMadeInstead,
  placeLesson,
} from '#db/queries/day-changes';
import { findDayLesson } from '#db/queries/day-lessons';
import { insertLesson } from '#db/queries/import-timetable';
import { findPage } from '#db/queries/journal-page';
import { staffExists } from '#db/queries/people';
import { findRooms } from '#db/queries/rooms';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  decisionProblem,
  placeAfter,
  type ChangeableLesson,
  type Decision,
  type Payment,
} from '#domain/timetable/day-change';
import { hourProblems, type DayLesson } from '#domain/timetable/day-lesson';
import { lessonHour, lessonOver, sameHour } from '#domain/timetable/lesson-hour';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { clockOf, loadSchoolDays, type HeldLesson, type SchoolDays } from './school-days';
import { lessonOffers } from './offers';

type Order = {
  readonly lessonId: number;
  readonly lastChangeId: number;
  readonly decision: Decision;
  readonly reason: string;
  readonly payment: Payment;
  readonly lateWhy: string;
};

const PROBLEMS = { class: 'classBusy', teacher: 'teacherBusy', room: 'roomTaken' } as const;

/** Refuses where the pupils, the teacher or the room of a lesson are taken by others of the day. */
export function checkHour(
  lesson: Pick<HeldLesson, 'id' | 'group' | 'teacherIds' | 'roomId'>,
  place: Parameters<typeof lessonHour>[0],
  others: readonly DayLesson[],
  bells: SchoolDays['bells'],
): void {
  const [problem] = hourProblems(lesson, lessonHour(place, bells), others);
  if (problem !== undefined) refuse('INVALID', { why: PROBLEMS[problem] });
}

/** Only a lesson held instead is paid for, and groups are merged only by a substitution. */
function paymentOf({ decision, payment }: Order): Payment {
  if (decision.kind === 'substitution') return payment;
  return decision.kind === 'replacement' && payment === 'paid' ? 'paid' : 'unpaid';
}

/** Refuses a substitute who is absent, is not free at the hour, or holds the lesson anyway. */
function checkSubstitute(
  writing: Writing,
  lesson: HeldLesson,
  order: Order,
  staffId: number,
): void {
  const { db } = writing;
  if (!staffExists(db, staffId)) refuse('NOT_FOUND', { what: 'staff' });
  const days = loadSchoolDays(db, { from: lesson.date, to: lesson.date });
  if (days.isAbsent(staffId, lesson.date)) refuse('INVALID', { why: 'teacherAbsent' });
  const { substitutes } = lessonOffers(writing, { lessonId: lesson.id });
  const offer = substitutes.find((one) => one.staffId === staffId);
  if (offer === undefined) refuse('INVALID', { why: 'teacherBusy' });
  // One who teaches own pupils at that hour can only join the groups, and is paid as for that.
  if (offer.merges !== (order.payment === 'merged')) refuse('INVALID', { why: 'teacherBusy' });
}

/** Where a moved lesson may stand: a school day of its year, free for all it needs. */
function checkMove(
  writing: Writing,
  lesson: HeldLesson,
  to: { readonly date: IsoDate; readonly lessonNumber: number },
): void {
  const { db } = writing;
  const { date, lessonNumber: number } = to;
  const days = loadSchoolDays(db, { from: date, to: date });
  const sameYear = days.lessons.some(({ row }) => row.yearId === lesson.row.yearId);
  if (!sameYear) refuse('INVALID', { why: 'noLessonsThatDay' });
  if (findLessonAt(db, lesson.pageId, date, number) !== undefined) {
    refuse('INVALID', { why: 'slotTaken' });
  }
  if (lesson.teacherIds.some((id) => days.isAbsent(id, date))) {
    refuse('INVALID', { why: 'teacherAbsent' });
  }
  checkHour(lesson, { ...lesson.row, date, number }, days.lessons, days.bells);
}

/** Makes the lesson of another subject that is held instead; answers its id. */
function makeReplacement(writing: Writing, lesson: HeldLesson, pageId: number): number {
  const { db } = writing;
  if (findPage(db, pageId) === undefined) refuse('NOT_FOUND', { what: 'page' });
  const { replacements } = lessonOffers(writing, { lessonId: lesson.id });
  if (!replacements.some((offer) => offer.pageId === pageId)) {
    refuse('INVALID', { why: 'notThisClass' });
  }
  const { date, number } = lesson.row;
  const id = insertLesson(db, pageId, date, number);
  if (lesson.roomId !== null) {
    placeLesson(db, id, { date, lessonNumber: number, roomId: lesson.roomId, cancelled: false });
  }
  writing.record('lesson', String(id), null, { pageId, date, number, roomId: lesson.roomId });
  return id;
}

function checkRoom(writing: Writing, lesson: HeldLesson, roomId: number): void {
  const { db } = writing;
  if (!findRooms(db).some(({ id }) => id === roomId)) refuse('NOT_FOUND', { what: 'room' });
  const { date } = lesson;
  const taken = loadSchoolDays(db, { from: date, to: date }).lessons.some(
    (other) =>
      other.id !== lesson.id &&
      !other.cancelled &&
      other.roomId === roomId &&
      sameHour(other.hour, lesson.hour),
  );
  if (taken) refuse('INVALID', { why: 'roomTaken' });
}

/** Tells every window that looks at the page, or at that of the lesson given instead. */
export function tellPages(writing: Writing, ...pageIds: readonly number[]): void {
  const { core, actor } = writing;
  writing.afterCommit(() => {
    for (const pageId of pageIds) {
      core.pageEvents.publish(pageId, { kind: 'timetable', by: actor.name });
    }
  });
}

/**
 * Registers what is done with a lesson: by whom, when and why (T2, ТИП 2.13). Refuses with CONFLICT
 * where somebody else has decided meanwhile, and with INVALID where the lesson was held, somebody or
 * something is taken, or it is over and nobody says why it comes so late.
 */
export function decide(writing: Writing, order: Order): { changeId: number } {
  const { db, core, today } = writing;
  const { decision } = order;
  const row = findDayLesson(db, order.lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
  const { lessons, isAbsent } = loadSchoolDays(db, { from: row.date, to: row.date });
  const lesson = lessons.find(({ id }) => id === row.id);
  if (lesson === undefined) refuse('NOT_FOUND', { what: 'lesson' });
  const standing = findChangesOfLesson(db, lesson.id);
  const last = standing.at(-1);
  if ((last?.id ?? 0) !== order.lastChangeId) refuse('CONFLICT', { current: last ?? null });
  if (isMadeInstead(db, lesson.id)) refuse('INVALID', { why: 'lessonMadeInstead' });
  const before: ChangeableLesson = {
    date: row.date,
    lessonNumber: row.number,
    roomId: row.roomId,
    cancelled: lesson.cancelled,
    heldInRoomId: lesson.roomId,
    holds: row.holds === 1,
    substituted: standing.some(({ kind }) => kind === 'substitution'),
  };
  const problem = decisionProblem(before, decision);
  if (problem !== undefined) refuse('INVALID', { why: problem });
  const late = lessonOver(row.date, lesson.hour, { today, clock: clockOf(core) });
  if (late && order.lateWhy === '') refuse('INVALID', { why: 'lateWithoutReason' });

  if (decision.kind === 'substitution') checkSubstitute(writing, lesson, order, decision.staffId);
  if (decision.kind === 'move') checkMove(writing, lesson, decision);
  if (decision.kind === 'room') checkRoom(writing, lesson, decision.roomId);
  const madeLessonId =
    decision.kind === 'replacement' ? makeReplacement(writing, lesson, decision.pageId) : null;

  const after = placeAfter(before, decision);
  placeLesson(db, lesson.id, after);
  const absentees = lesson.teacherIds.filter((id) => isAbsent(id, row.date));
  const notHeldBy = decision.kind === 'room' || decision.kind === 'move' ? [] : lesson.teacherIds;
  const [absentId = null] = [...absentees, ...notHeldBy];
  const absence = findAbsences(db, row.date, row.date).find(({ staffId }) => staffId === absentId);
  const change = {
    kind: decision.kind,
    lessonId: lesson.id,
    madeLessonId,
    date: row.date,
    lessonNumber: row.number,
    toDate: decision.kind === 'move' ? decision.date : null,
    toNumber: decision.kind === 'move' ? decision.lessonNumber : null,
    absentId,
    substituteId: decision.kind === 'substitution' ? decision.staffId : null,
    absenceId: absence?.id ?? null,
    reason: order.reason,
    payment: paymentOf(order),
    before: JSON.stringify({
      date: row.date,
      lessonNumber: row.number,
      roomId: row.roomId,
      cancelled: lesson.cancelled,
    }),
    lateWhy: late ? order.lateWhy : '',
    registeredAt: writing.now,
    registeredBy: writing.actor.name,
  };
  const changeId = insertDayChange(db, change);
  writing.record('dayChange', String(changeId), null, change);
  const madePage = decision.kind === 'replacement' ? [decision.pageId] : [];
  tellPages(writing, lesson.pageId, ...madePage);
  return { changeId };
}
