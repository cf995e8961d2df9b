import type { CellContent as SentCell } from '#contract/journal';
import type { Assignment } from '#domain/journal/assigned-work';
import type { LessonHomework } from '#domain/homework/homework';
import type { Failure } from './slots';

export type LessonTexts = {
  readonly topic: string;
  readonly homework: string;
  /** The lines of the plan the lesson is held by. */
  readonly planRows: readonly number[];
};
export type Work = {
  readonly kindId: number;
  readonly weight: number;
  readonly title: string;
} & Assignment;
export type PeriodMarkContent = { readonly value: string; readonly note: string };

/** What the page asks of the core; each answers the new version. */
export type PageCommands = {
  readonly enterCell: (
    at: { readonly lessonId: number; readonly pupilId: number },
    version: number,
    content: SentCell,
    requestId: string,
  ) => Promise<number>;
  /** Many at once; answers what became of each, in their order. */
  readonly enterCells: (
    cells: readonly {
      readonly at: { readonly lessonId: number; readonly pupilId: number };
      readonly version: number;
      readonly content: SentCell;
    }[],
    requestId: string,
  ) => Promise<readonly ({ readonly version: number } | { readonly error: unknown })[]>;
  readonly setLesson: (
    lessonId: number,
    version: number,
    texts: LessonTexts,
    requestId: string,
  ) => Promise<number>;
  readonly setHomework: (
    lessonId: number,
    version: number,
    homework: LessonHomework,
    requestId: string,
  ) => Promise<number>;
  readonly setWork: (
    at: { readonly lessonId: number; readonly position: number },
    work: Work,
    requestId: string,
  ) => Promise<void>;
  readonly removeWork: (
    at: { readonly lessonId: number; readonly position: number },
    requestId: string,
  ) => Promise<void>;
  readonly setPeriodMark: (
    at: { readonly pupilId: number; readonly periodId: number },
    version: number,
    mark: PeriodMarkContent,
    requestId: string,
  ) => Promise<number>;
  readonly failureOf: (error: unknown) => Failure<never>;
  readonly newId: () => string;
};
