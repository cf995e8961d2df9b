import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { ABSENCE_REASONS, type AbsenceReason } from '#domain/people/absence-reason';
import { PAYMENTS, type ChangeKind, type Payment } from '#domain/timetable/day-change';
import type { HourProblem } from '#domain/timetable/day-lesson';
import type { SubstituteOffer } from '#domain/timetable/free-teachers';
import { documentProcedures } from './documents';
import { commandInput, id, isoDate, query, ruledCommand, ruledQuery, written } from './procedure';

export type Absence = {
  readonly id: number;
  readonly staffId: number;
  readonly name: string;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly reason: AbsenceReason;
  readonly document: string;
  readonly note: string;
};

export type LessonHourOf = { readonly date: IsoDate; readonly number: number };

/** A change of a lesson that stands. */
export type LessonChange = {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly absent: string | null;
  readonly substitute: string | null;
  readonly from: LessonHourOf;
  /** Of a move. */
  readonly to: LessonHourOf | null;
  /** Of a replacement: the subject that is held instead. */
  readonly instead: string | null;
  readonly reason: string;
  readonly payment: Payment;
  /** Why it was registered after the lesson; empty where it was in time (ТИП 2.13). */
  readonly lateWhy: string;
  readonly registeredAt: string;
  readonly registeredBy: string;
};

/** A change as everybody sees it: neither why it is nor how it is paid, nor who registered it. */
export type ShownChange = Pick<LessonChange, 'kind' | 'from' | 'to' | 'substitute' | 'instead'>;

/** A lesson of a day with what was changed; of one that was moved away, where it went. */
export type ChangedLesson = {
  readonly id: number;
  readonly pageId: number;
  readonly classId: number;
  readonly className: string;
  readonly groupName: string;
  readonly subjectName: string;
  readonly date: IsoDate;
  readonly number: number;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** Who holds it. */
  readonly teachers: readonly {
    readonly id: number;
    readonly name: string;
    readonly absent: boolean;
  }[];
  readonly room: string;
  readonly cancelled: boolean;
  /** It stands in the place of another lesson. */
  readonly instead: boolean;
  readonly holds: boolean;
  readonly over: boolean;
  /** Somebody who was to hold it is absent, and nothing is decided. */
  readonly waits: boolean;
  readonly goneTo: LessonHourOf | null;
  /** What the schedule of control works puts on it (T5); '' where nothing. */
  readonly control: string;
  /** In the order in which they were registered; only the last can be taken back. */
  readonly changes: readonly LessonChange[];
};

export type DayOfChanges = {
  readonly date: IsoDate;
  /** The nearest days with lessons. */
  readonly previous: IsoDate | null;
  readonly next: IsoDate | null;
  readonly absences: readonly Absence[];
  readonly lessons: readonly ChangedLesson[];
};

/** A lesson of another subject of the class that can be held instead. */
export type ReplacementOffer = {
  readonly pageId: number;
  readonly subjectName: string;
  readonly groupName: string;
  readonly teachers: readonly string[];
};

export type FreeRoom = { readonly id: number; readonly name: string };

/** The hours to which a lesson could be moved; no problems: it is free. */
export type MoveDay = {
  readonly date: IsoDate;
  readonly hours: readonly {
    readonly number: number;
    readonly problems: readonly (HourProblem | 'samePage' | 'absent')[];
  }[];
};

/** What can be done with a lesson. */
export type LessonOffers = {
  readonly substitutes: readonly SubstituteOffer[];
  readonly replacements: readonly ReplacementOffer[];
  readonly rooms: readonly FreeRoom[];
  readonly days: readonly MoveDay[];
};

/** One line of the register of substituted and missed lessons (ЭЛЖ 14). */
export type RegisterRow = LessonChange & {
  readonly lessonId: number;
  readonly classId: number;
  readonly className: string;
  readonly groupName: string;
  readonly subjectName: string;
  readonly absentId: number | null;
  readonly substituteId: number | null;
  readonly absenceReason: AbsenceReason | null;
};

/** The hours of one teacher between two days, for pay (domain: 1.9, point 10). */
export type TeacherHours = {
  readonly staffId: number;
  readonly name: string;
  /** Own lessons held. */
  readonly given: number;
  /** Own lessons held by somebody else, or not held. */
  readonly missed: number;
  /** Lessons of others, by payment. */
  readonly paid: number;
  readonly unpaid: number;
  readonly merged: number;
};

export type ChangesRegister = {
  readonly rows: readonly RegisterRow[];
  readonly hours: readonly TeacherHours[];
};

/** What the change of one day looks like to who has lessons: own ones, or a class's. */
export type DayPlan = {
  readonly date: IsoDate;
  readonly lessons: readonly (Omit<ChangedLesson, 'changes'> & {
    readonly changes: readonly ShownChange[];
    /** The one who asks holds it instead of somebody else. */
    readonly substituting: boolean;
    /** The one who asks would hold it, but somebody else does. */
    readonly givenAway: boolean;
  })[];
};

const RULE = 'registerSubstitutions';
const readers = ['administrator', 'deputy', 'director'] as const;
const text = written().max(300);
const number = z.int().min(0).max(14);

export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('substitution'), staffId: id }),
  z.object({ kind: z.literal('cancellation') }),
  z.object({ kind: z.literal('move'), date: isoDate, lessonNumber: number }),
  z.object({ kind: z.literal('replacement'), pageId: id }),
  z.object({ kind: z.literal('room'), roomId: id }),
]);

const span = { from: isoDate, to: isoDate };

const daySheet = documentProcedures({ date: isoDate }, ...readers);
const registerPaper = documentProcedures(
  { ...span, staffId: id.optional(), classId: id.optional() },
  ...readers,
  'teacher',
);

export const changesContract = {
  /** A day: who is absent, its lessons and what was decided; without a date, today. */
  day: query(...readers)
    .input(z.object({ date: isoDate.optional() }))
    .output(type<DayOfChanges>()),
  /** What can be done with a lesson (T2). */
  offers: ruledQuery(RULE)
    .input(z.object({ lessonId: id }))
    .output(type<LessonOffers>()),
  /** The day of a teacher or a class as it is held; without either, of the one who asks. */
  plan: query('signedIn')
    .input(z.object({ from: isoDate, to: isoDate, staffId: id.optional(), classId: id.optional() }))
    .output(type<readonly DayPlan[]>()),
  /** The register between two days; a teacher without another role gets own lines only. */
  register: query(...readers, 'teacher')
    .input(z.object({ ...span, staffId: id.optional(), classId: id.optional() }))
    .output(type<ChangesRegister>()),
  /** Registers or corrects an absence; `id` null is a new one. */
  setAbsence: ruledCommand(RULE, 'absence.set')
    .input(
      commandInput({
        id: id.nullable(),
        staffId: id,
        fromDate: isoDate,
        toDate: isoDate,
        reason: z.enum(ABSENCE_REASONS),
        document: text,
        note: text,
      }),
    )
    .output(type<{ readonly id: number }>()),
  /** Only an absence because of which nothing was decided can go. */
  removeAbsence: ruledCommand(RULE, 'absence.remove')
    .input(commandInput({ id }))
    .output(type<void>()),
  /**
   * Registers a decision on a lesson. `lastChangeId` is the last standing change the person saw, 0
   * for none: where somebody else has decided meanwhile, CONFLICT. After the lesson `lateWhy` must
   * say why (ТИП 2.13).
   */
  decide: ruledCommand(RULE, 'dayChange.register')
    .input(
      commandInput({
        lessonId: id,
        lastChangeId: z.int().min(0),
        decision: decisionSchema,
        reason: text,
        payment: z.enum(PAYMENTS),
        lateWhy: text,
      }),
    )
    .output(type<{ readonly changeId: number }>()),
  /** Takes a change back: the lesson is exactly as it was before it. */
  takeBack: ruledCommand(RULE, 'dayChange.takeBack')
    .input(commandInput({ changeId: id, why: text }))
    .output(type<void>()),
  /** «Изменения в расписании на 19 ноября, четверг», for the wall (T4). */
  daySheet: daySheet.view,
  saveDaySheet: daySheet.save,
  /** The register on paper, for the accountant. */
  registerPaper: registerPaper.view,
  saveRegisterPaper: registerPaper.save,
};
