import { daysBetween, type IsoDate } from '../calendar/iso-date';

/** How a work of a lesson is assigned besides its kind and weight (J2, КИА 4.4.4). */
export type Assignment = {
  /** Null: as works of its kind are. */
  readonly written: boolean | null;
  /** Null: on the lesson. */
  readonly givenOn: IsoDate | null;
  /** Till when it is to be handed in; null where no day is named. */
  readonly dueOn: IsoDate | null;
};

export const PLAIN_ASSIGNMENT: Assignment = { written: null, givenOn: null, dueOn: null };

/** Written works are checked later than oral answers, and have a later term for their marks (R1). */
export const isWritten = (
  work: Pick<Assignment, 'written'>,
  kind: { readonly written: boolean },
): boolean => work.written ?? kind.written;

/** Whether the dates follow one another: nothing is due before it was given. */
export const datesFit = (
  { givenOn, dueOn }: Pick<Assignment, 'givenOn' | 'dueOn'>,
  lessonDate: IsoDate,
): boolean => dueOn === null || (givenOn ?? lessonDate) <= dueOn;

/**
 * A dot («точка», долг): the pupil still owes the work. It is a reminder, not a mark, and waits until
 * one stands in its place.
 */
export type OpenDebt = {
  readonly pupilId: number;
  readonly lessonId: number;
  readonly date: IsoDate;
  readonly work: number;
  readonly dueOn: IsoDate | null;
};

/** How many days a debt stands, and how many it is overdue; 0 where it is not. */
export const debtAge = (
  { date, dueOn }: Pick<OpenDebt, 'date' | 'dueOn'>,
  today: IsoDate,
): { readonly days: number; readonly overdue: number } => ({
  days: Math.max(0, daysBetween(date, today)),
  overdue: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
});

/** The dots among the marks of cells, the oldest first. */
export function openDebts(
  cells: readonly {
    readonly pupilId: number;
    readonly lessonId: number;
    readonly date: IsoDate;
    readonly marks: readonly { readonly work: number; readonly value: string }[];
  }[],
  dueOf: (lessonId: number, work: number) => IsoDate | null,
): OpenDebt[] {
  return cells
    .flatMap(({ marks, pupilId, lessonId, date }) =>
      marks
        .filter(({ value }) => value === '.')
        .map(({ work }) => ({ pupilId, lessonId, date, work, dueOn: dueOf(lessonId, work) })),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.lessonId - b.lessonId);
}
