import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { ATTENDANCES, type Attendance } from '#domain/attendance/attendance';
import type { LessonHomework } from '#domain/homework/homework';
import { MOST_CELLS } from '#domain/journal/cell-content';
import type { NoMarks } from '#domain/journal/marks-allowed';
import type { BroughtKind } from '#domain/marks/brought';
import { markValueSchema, periodMarkSchema } from '#domain/marks/mark-value';
import type { MarksDue } from '#domain/marks/minimum-marks';
import type { PointScale } from '#domain/marks/point-scale';
import type { Role } from '#domain/people/roles';
import type { LocalInstant } from '#domain/regulation/instant';
import type { LockReason } from '#domain/regulation/locks';
import { FINAL_KINDS, type FinalKind, type Finals } from '#domain/periods/finals';
import { documentProcedures } from './documents';
import type { ErrorCode } from './errors';
import type { PeriodMarkRules } from '#domain/regulation/period-rules';
import { command, commandInput, id, isoDate, MAY_FILL, ofYear, query } from './procedure';

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

const attendance = z.enum(ATTENDANCES);

/** All that a cell holds; saved whole. */
export const cellContent = z.object({
  attendance: attendance.nullable(),
  lateMinutes: z.int().min(1).max(240).nullable(),
  remark: z.string().trim().max(500),
  marks: z.array(z.object({ work: z.int().min(1).max(9), value: markValueSchema })).max(9),
});
export type CellContent = z.infer<typeof cellContent>;

export type CellState = { readonly version: number; readonly content: CellContent };
export type LessonState = {
  readonly version: number;
  readonly topic: string;
  readonly homework: string;
  /** The lines of the plan the lesson is held by. */
  readonly planRows: readonly number[];
};
export type HomeworkState = LessonHomework & { readonly version: number };
export type PeriodMarkState = {
  readonly version: number;
  readonly value: string;
  readonly note: string;
};

export type HistoryEntry = {
  readonly at: string;
  readonly actor: string;
  readonly workstation: string;
  readonly action: string;
  /** The technical failure after which it was entered, or nothing. */
  readonly cause: string;
  readonly before: CellContent | null;
  readonly after: CellContent | null;
};

/** What became of one cell of many: entered, or left as it was and why. */
export type CellOutcome =
  | { readonly version: number }
  | { readonly conflict: CellState }
  | { readonly refused: Exclude<ErrorCode, 'CONFLICT'>; readonly data: unknown };

export type CellChange = {
  readonly lessonId: number;
  readonly pupilId: number;
  readonly state: CellState;
};

/** What changed on a page while somebody looks at it. */
export type PageChange =
  | (CellChange & { readonly kind: 'cell'; readonly by: string })
  | { readonly kind: 'cells'; readonly cells: readonly CellChange[]; readonly by: string }
  | {
      readonly kind: 'lesson';
      readonly lessonId: number;
      readonly state: LessonState;
      readonly by: string;
    }
  | {
      readonly kind: 'homework';
      readonly lessonId: number;
      readonly state: HomeworkState;
      readonly by: string;
    }
  | { readonly kind: 'work'; readonly work: WorkRow; readonly by: string }
  /** The colleagues who look at the page as well. */
  | { readonly kind: 'people'; readonly names: readonly string[] }
  /**
   * A lesson was moved, cancelled or given to somebody else, or a pupil's marks from another school
   * were written down: the page is to be read anew.
   */
  | { readonly kind: 'timetable'; readonly by: string }
  /** Something was opened or closed: the page is to be read anew. */
  | { readonly kind: 'locks'; readonly by: string }
  | {
      readonly kind: 'noWork';
      readonly lessonId: number;
      readonly position: number;
      readonly by: string;
    }
  | {
      readonly kind: 'finalMark';
      readonly pupilId: number;
      readonly final: FinalKind;
      readonly state: PeriodMarkState;
      readonly by: string;
    }
  | {
      readonly kind: 'periodMark';
      readonly pupilId: number;
      readonly periodId: number;
      readonly state: PeriodMarkState;
      readonly by: string;
    };

const everybody = ['administrator', 'director', 'deputy', 'classTeacher', 'teacher'] as const;

const cellEntry = {
  lessonId: id,
  pupilId: id,
  version: z.int().min(0),
  content: cellContent,
};
const blankSheets = documentProcedures(
  { from: isoDate, to: isoDate, classId: id.optional() },
  ...everybody,
);

export const journalContract = {
  /** Sheets to fill by hand while the computers are down (J10): of a class, or of the own pages. */
  blankSheets: blankSheets.view,
  saveBlankSheets: blankSheets.save,
  /** The pages the one who asks may open. */
  pages: query(...everybody)
    .input(ofYear)
    .output(type<readonly PageSummary[]>()),
  page: query(...everybody)
    .input(z.object({ pageId: id, periodId: id }))
    .output(type<PageData>()),
  cellHistory: query(...everybody)
    .input(z.object({ lessonId: id, pupilId: id }))
    .output(type<readonly HistoryEntry[]>()),
  watch: query(...everybody)
    .input(z.object({ pageId: id }))
    .output(eventIterator(type<PageChange>())),
  /** `version` is that of the cell the person saw, 0 for an empty one; a stale one gets CONFLICT. */
  enterCell: command('journal.enterCell', ...MAY_FILL)
    .input(commandInput(cellEntry))
    .output(type<{ readonly version: number }>()),
  /** Many cells in one step, each judged as by `enterCell`: those that may not be are left as they were. */
  enterCells: command('journal.enterCells', ...MAY_FILL)
    .input(commandInput({ cells: z.array(z.object(cellEntry)).min(1).max(MOST_CELLS) }))
    .output(type<readonly CellOutcome[]>()),
  setLesson: command('journal.setLesson', ...MAY_FILL)
    .input(
      commandInput({
        lessonId: id,
        version: z.int().min(0),
        topic: z.string().trim().max(1000),
        homework: z.string().trim().max(2000),
        /** The lines of the plan it is held by; absent: those it was. */
        planRows: z.array(id).max(20).optional(),
      }),
    )
    .output(type<{ readonly version: number }>()),
  /** Chooses the kind of a work of the lesson; position 1 is the column's own. */
  setWork: command('journal.setWork', ...MAY_FILL)
    .input(
      commandInput({
        lessonId: id,
        position: z.int().min(1).max(9),
        kindId: id,
        weight: z.int().min(0).max(100),
        title: z.string().trim().max(200),
        written: z.boolean().nullable().default(null),
        givenOn: isoDate.nullable().default(null),
        dueOn: isoDate.nullable().default(null),
      }),
    )
    .output(type<WorkRow>()),
  /** Takes a work away that has no marks yet: the way back from choosing its kind. */
  removeWork: command('journal.removeWork', ...MAY_FILL)
    .input(commandInput({ lessonId: id, position: z.int().min(1).max(9) }))
    .output(type<void>()),
  setPeriodMark: command('journal.setPeriodMark', ...MAY_FILL)
    .input(
      commandInput({
        pageId: id,
        pupilId: id,
        periodId: id,
        version: z.int().min(0),
        /** Empty takes the mark away. */
        value: z.union([periodMarkSchema, z.literal('')]),
        note: z.string().trim().max(500),
      }),
    )
    .output(type<{ readonly version: number }>()),
  /** The mark of the examination, or the final one. */
  setFinalMark: command('journal.setFinalMark', ...MAY_FILL)
    .input(
      commandInput({
        pageId: id,
        pupilId: id,
        kind: z.enum(FINAL_KINDS),
        version: z.int().min(0),
        value: z.union([periodMarkSchema, z.literal('')]),
        note: z.string().trim().max(500),
      }),
    )
    .output(type<{ readonly version: number }>()),
  /** Opens what is closed, for a cause and until the end of a day; the regulation says who may. */
  openLocked: command('journal.openLocked', 'administrator', 'director', 'deputy')
    .input(
      commandInput({
        pageId: id,
        fromDate: isoDate,
        toDate: isoDate,
        pupilId: id.nullable(),
        untilDay: isoDate,
        reason: z.string().trim().min(3).max(300),
      }),
    )
    .output(type<{ readonly id: number }>()),
  closeAgain: command('journal.closeAgain', 'administrator', 'director', 'deputy')
    .input(commandInput({ id }))
    .output(type<void>()),
};
