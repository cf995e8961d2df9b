import type { IsoDate } from '#domain/calendar/iso-date';
import type { TimetableNote } from '#domain/timetable/plan-timetable';

/** One of ours that a name of the file may be. */
export type NameCandidate = { readonly id: number; readonly label: string };

/** How sure a name of the file is. `decided` is what is taken unless the person says otherwise. */
export type ImportedName = {
  readonly name: string;
  /** How often it occurs in the file: hours a week, or rows. */
  readonly uses: number;
  readonly certainty: 'remembered' | 'exact' | 'likely' | 'none';
  /** Best first. */
  readonly candidates: readonly NameCandidate[];
  readonly decided: { readonly use: number } | 'create' | 'skip' | null;
};

export type ClassDifference = {
  readonly className: string;
  /** Hours a week that come, go and stay. */
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
};

/** What applying would do; absent while a name is undecided. */
export type TimetableOutcome = {
  readonly classes: readonly ClassDifference[];
  readonly newPages: number;
  readonly newGroups: readonly string[];
  readonly lessonsAdded: number;
  readonly lessonsRemoved: number;
  readonly lessonsKept: number;
  /** Not in the new timetable, but they hold something: they stay. */
  readonly lessonsHeld: number;
  /** The last day the lessons are laid to. */
  readonly until: IsoDate;
  readonly changesAnything: boolean;
  readonly notes: readonly TimetableNote[];
};

export type TimetablePreview = {
  readonly sha256: string;
  readonly lessons: number;
  /** Hours of nobody's class: meetings and the like. */
  readonly withoutClass: number;
  /** Sentences without a full stop. */
  readonly problems: readonly string[];
  readonly teachers: readonly ImportedName[];
  readonly subjects: readonly ImportedName[];
  readonly classes: readonly ImportedName[];
  /** All of ours, for choosing by typing. */
  readonly ours: Readonly<Record<'teachers' | 'subjects' | 'classes', readonly NameCandidate[]>>;
  readonly outcome: TimetableOutcome | null;
};

export type TimetableResult = Omit<TimetableOutcome, 'changesAnything'> & {
  readonly newSubjects: number;
  readonly newTeachers: number;
  readonly newClasses: number;
};
