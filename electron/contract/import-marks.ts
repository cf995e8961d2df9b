import type { IsoDate } from '#domain/calendar/iso-date';
import type { ImportedName, NameCandidate } from './import-timetable';

/** Something that was not, or not quite, taken over. */
export type MarksNote = {
  readonly kind: 'problem' | 'kept' | 'conflict';
  /** A sentence without a full stop. */
  readonly text: string;
};

export type MarksCounts = {
  readonly newLessons: number;
  readonly cells: number;
  readonly marks: number;
  readonly absences: number;
  readonly periodMarks: number;
  /** Cells and period marks that stand in the journal just so. */
  readonly same: number;
  /** Ours differ: they stay as they are. */
  readonly conflicts: number;
  /** Marks outside the five-point scale, kept as remarks. */
  readonly remarks: number;
};

export type MarksPreview = {
  readonly sha256: string;
  readonly school: string;
  readonly className: string;
  readonly yearName: string;
  /** In the journal already. */
  readonly yearKnown: boolean;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly reports: readonly ('attendance' | 'grades')[];
  /** Of the report's year. */
  readonly classes: readonly NameCandidate[];
  readonly classChoice: { readonly use: number } | 'create' | null;
  readonly pupils: readonly ImportedName[];
  readonly subjects: readonly ImportedName[];
  readonly ours: Readonly<Record<'pupils' | 'subjects', readonly NameCandidate[]>>;
  readonly kinds: readonly NameCandidate[];
  readonly kindId: number;
  /** What the files hold, before anything is decided. */
  readonly found: {
    readonly marks: number;
    readonly absences: number;
    readonly periodMarks: number;
  };
  /** What of the files was not understood: sentences without a full stop. */
  readonly problems: readonly string[];
  /** Absent while something is undecided. */
  readonly outcome: { readonly counts: MarksCounts; readonly notes: readonly MarksNote[] } | null;
};

export type MarksResult = MarksCounts & {
  readonly classId: number;
  readonly newPupils: number;
  readonly notes: readonly MarksNote[];
};
