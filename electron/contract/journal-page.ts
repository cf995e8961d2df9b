import type { IsoDate } from '#domain/calendar/iso-date';
import type { Attendance } from '#domain/attendance/attendance';
import type { LessonHomework } from '#domain/homework/homework';
import type { NoMarks } from '#domain/journal/marks-allowed';
import type { BroughtKind } from '#domain/marks/brought';
import type { MarksDue } from '#domain/marks/minimum-marks';
import type { PointScale } from '#domain/marks/point-scale';
import type { Role } from '#domain/people/roles';
import type { LocalInstant } from '#domain/regulation/instant';
import type { LockReason } from '#domain/regulation/locks';
import type { FinalKind, Finals } from '#domain/periods/finals';
import type { PeriodMarkRules } from '#domain/regulation/period-rules';

/** A page as the list of pages shows it. */
export type PageSummary = {
  readonly id: number;
  readonly classId: number;
  readonly grade: number;
  /** Of a stream all its classes: «10-А, 10-Б». */
  readonly className: string;
  readonly groupName: string;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly teachers: readonly string[];
  /** The one who asks teaches it now. */
  readonly mine: boolean;
  /** The lessons that the one who asks holds instead of the teacher (КИА 4.4.9). */
  readonly substituting: readonly { readonly date: IsoDate; readonly number: number }[];
};

/** Rows travel as arrays: half the cost of objects on the way to the screen. */
export type PupilRow = readonly [
  id: number,
  lastName: string,
  firstName: string,
  middleName: string,
  fromDate: IsoDate,
  toDate: IsoDate | null,
  /** Days between these two on which the pupil was not in the list: left and came back. */
  away: readonly (readonly [from: IsoDate, to: IsoDate])[],
];
export type LessonRow = readonly [
  id: number,
  date: IsoDate,
  number: number,
  topic: string,
  homework: string,
  version: number,
];
export type PlanLinkRow = readonly [lessonId: number, planRowId: number];
export type SubstituteRow = readonly [lessonId: number, name: string];
export type WorkRow = readonly [
  lessonId: number,
  position: number,
  kindId: number,
  weight: number,
  title: string,
  /** 0 or 1; null is as its kind. */
  written: number | null,
  /** Null is the day of the lesson. */
  givenOn: IsoDate | null,
  dueOn: IsoDate | null,
];
/** A dot that stands in an earlier period: a work the pupil still owes. */
export type OlderDebtRow = readonly [
  pupilId: number,
  lessonId: number,
  date: IsoDate,
  kindId: number | null,
  dueOn: IsoDate | null,
];
/** A work that the schedule of control works puts on a lesson (T5). */
export type ControlWorkRow = readonly [
  lessonId: number,
  kindId: number,
  title: string,
  /** 0: the teacher's proposal. */
  fixed: number,
];
/** What is set at a lesson beside the homework for all. */
export type HomeworkRow = readonly [lessonId: number, version: number, homework: LessonHomework];
/** A part of the class that homework can be set for. */
export type PageGroupRow = readonly [id: number, name: string, pupilIds: readonly number[]];
export type CellRow = readonly [
  lessonId: number,
  pupilId: number,
  version: number,
  attendance: Attendance | null,
  lateMinutes: number | null,
  remark: string,
];
export type MarkRow = readonly [
  lessonId: number,
  pupilId: number,
  position: number,
  workPosition: number,
  value: string,
];
export type PeriodMarkRow = readonly [
  pupilId: number,
  periodId: number,
  value: string,
  note: string,
  version: number,
];

export type FinalMarkRow = readonly [
  pupilId: number,
  kind: FinalKind,
  value: string,
  note: string,
  version: number,
];

/** What a pupil brought from another school for the page's subject. */
export type BroughtRow = readonly [
  pupilId: number,
  periodId: number,
  kind: BroughtKind,
  value: string,
  weight: number,
  date: IsoDate | null,
];
/** A mark of the period from the class or group the pupil was in before, «8-А». */
export type MarkElsewhereRow = readonly [
  pupilId: number,
  value: string,
  weight: number,
  date: IsoDate,
  className: string,
];
export type BroughtFromRow = readonly [pupilId: number, school: string];
/**
 * Why marks and why attendance, topic and homework of a lesson are closed; null: they are not. Of a
 * lesson to come the second is of topic and homework alone.
 */
export type LessonLockRow = readonly [
  lessonId: number,
  marks: LockReason | null,
  records: LockReason | null,
];

/** What was opened for a cause: lessons of some days, of one pupil or of all. */
export type PageOpening = {
  readonly id: number;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly pupilId: number | null;
  readonly reason: string;
  readonly openedAt: LocalInstant;
  readonly openedBy: string;
  readonly until: LocalInstant;
  readonly closedAt: LocalInstant | null;
  readonly closedBy: string;
  /** It is open now. */
  readonly active: boolean;
};

export type PageOutage = {
  readonly cause: string;
  readonly untilDay: IsoDate;
  /** What is entered now is entered because of it. */
  readonly active: boolean;
  readonly lessonIds: readonly number[];
};

/** What the regulation has closed on the page (J4). */
export type PageLocks = {
  /** Only lessons of which something is closed. */
  readonly lessons: readonly LessonLockRow[];
  readonly periods: readonly (readonly [periodId: number, LockReason])[];
  /** Why the examination's marks and the final ones are. */
  readonly finals: LockReason | null;
  readonly clauses: Readonly<Partial<Record<LockReason, readonly string[]>>>;
  readonly mayOpen: readonly Role[];
  /** The one who asks may open what is closed. */
  readonly iMayOpen: boolean;
  readonly openings: readonly PageOpening[];
  /** The technical failures that met lessons of the page, withdrawn ones aside (J10). */
  readonly outages: readonly PageOutage[];
  /** Those whom a closing by period marks leaves out: they came after it. */
  readonly newcomers: readonly number[];
};

export type PageData = {
  readonly locks: PageLocks;
  readonly page: PageSummary & {
    readonly grading: 'marks' | 'credit' | 'none';
    readonly scale: PointScale;
    readonly canEdit: boolean;
    /** Why no mark may stand on it, by the regulation (R7). */
    readonly noMarks: NoMarks | null;
    /** Homework is set in this grade (R7). */
    readonly withHomework: boolean;
    /** The lessons that the one who asks may fill though the page is somebody else's. */
    readonly lessonsToFill: readonly number[];
    /** What stands after the year's mark. */
    readonly finals: Finals;
  };
  /** Who held a lesson instead of the page's teacher. */
  readonly substitutes: readonly SubstituteRow[];
  readonly periodId: number;
  /** What the period's marks need; null for the year and where no marks are given. */
  readonly due: MarksDue | null;
  readonly pupils: readonly PupilRow[];
  readonly lessons: readonly LessonRow[];
  /** The lines of the plan that lessons were held by. */
  readonly planLinks: readonly PlanLinkRow[];
  readonly works: readonly WorkRow[];
  readonly controlWorks: readonly ControlWorkRow[];
  readonly olderDebts: readonly OlderDebtRow[];
  readonly homework: readonly HomeworkRow[];
  /** Of a page of the whole class its parts; none elsewhere. */
  readonly groups: readonly PageGroupRow[];
  readonly cells: readonly CellRow[];
  readonly marks: readonly MarkRow[];
  /** Of this period and, for the year's column, of every period of these grades. */
  readonly periodMarks: readonly PeriodMarkRow[];
  /** Of the year: the marks of the examination and the final ones. */
  readonly finalMarks: readonly FinalMarkRow[];
  /** Of the same periods. */
  readonly brought: readonly BroughtRow[];
  readonly broughtFrom: readonly BroughtFromRow[];
  readonly elsewhere: readonly MarkElsewhereRow[];
  /** What a mark for a period, and for the year, obeys today (R3). */
  readonly rules: { readonly period: PeriodMarkRules; readonly year: PeriodMarkRules };
};
