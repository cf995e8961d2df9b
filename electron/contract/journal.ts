import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { ATTENDANCES } from '#domain/attendance/attendance';
import type { LessonHomework } from '#domain/homework/homework';
import { MOST_CELLS } from '#domain/journal/cell-content';
import { markValueSchema, periodMarkSchema } from '#domain/marks/mark-value';
import { FINAL_KINDS, type FinalKind } from '#domain/periods/finals';
import { documentProcedures } from './documents';
import type { ErrorCode } from './errors';
import { command, commandInput, id, isoDate, MAY_FILL, ofYear, query, written } from './procedure';
import type { PageData, PageSummary, WorkRow } from './journal-page';

const attendance = z.enum(ATTENDANCES);

/** All that a cell holds; saved whole. */
export const cellContent = z.object({
  attendance: attendance.nullable(),
  lateMinutes: z.int().min(1).max(240).nullable(),
  remark: written().max(500),
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
        topic: written().max(1000),
        homework: written().max(2000),
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
        title: written().max(200),
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
        note: written().max(500),
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
        note: written().max(500),
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
        reason: written().min(3).max(300),
      }),
    )
    .output(type<{ readonly id: number }>()),
  closeAgain: command('journal.closeAgain', 'administrator', 'director', 'deputy')
    .input(commandInput({ id }))
    .output(type<void>()),
};
