import { compareClassNames } from '../people/class-name';

/** The highest grade there is: its pupils finish school. */
export const LAST_GRADE = 11;
const PRIMARY_END = 4;
const BASIC_END = 9;

export type OldClass = {
  readonly id: number;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  readonly shift: number;
  readonly studyDays: number;
  readonly profile: string;
  readonly roomId: number | null;
};
/** A class of the new year as it will be made. */
export type ClassDraft = Omit<OldClass, 'id'> & {
  /** The class that becomes this one; null: a new one. */
  readonly continuesId: number | null;
};

/**
 * The classes of the next year as they most likely are (S8): everybody moves up within the letter,
 * the last grade leaves, each letter of the first grade opens anew. Who led a class goes on with it
 * where they still work; the teacher of a fourth grade begins again with the first, and a fifth has
 * to be given somebody. A tenth grade opens anew where there was one, for it is chosen, not moved to.
 */
export function suggestClasses(
  old: readonly OldClass[],
  works: (staffId: number) => boolean,
): readonly ClassDraft[] {
  const still = (staffId: number | null) => (staffId !== null && works(staffId) ? staffId : null);
  const plain = ({ letter, shift, studyDays, profile, roomId }: OldClass) => ({
    letter,
    shift,
    studyDays,
    profile,
    roomId,
  });
  const moved = old
    .filter(({ grade }) => grade < LAST_GRADE && grade !== BASIC_END)
    .map((one): ClassDraft => ({
      ...plain(one),
      grade: one.grade + 1,
      homeroomTeacherId: one.grade === PRIMARY_END ? null : still(one.homeroomTeacherId),
      continuesId: one.id,
    }));
  const tenths = old
    .filter(({ grade }) => grade === BASIC_END + 1)
    .map((one): ClassDraft => {
      const ninth = old.find(({ grade, letter }) => grade === BASIC_END && letter === one.letter);
      return {
        ...plain(one),
        grade: one.grade,
        homeroomTeacherId: still(ninth?.homeroomTeacherId ?? null),
        continuesId: ninth?.id ?? null,
      };
    });
  const firsts = old
    .filter(({ grade }) => grade === 1)
    .map((one): ClassDraft => {
      const fourth = old.find(
        ({ grade, letter }) => grade === PRIMARY_END && letter === one.letter,
      );
      return {
        ...plain(one),
        grade: 1,
        homeroomTeacherId: still(fourth?.homeroomTeacherId ?? null),
        continuesId: null,
      };
    });
  return [...firsts, ...moved, ...tenths].toSorted(compareClassNames);
}
