import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type { TimetableNote } from '#domain/timetable/file-timetable';

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

/** Hours a week of a class: of one timetable beside the other. */
export type ClassDifference = {
  readonly className: string;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  /** Only the room is another. */
  readonly room: number;
  /** Pages whose teachers change. */
  readonly teachers: number;
  readonly kept: number;
};

/** Where in the week an hour is. */
export type HourPlace = {
  readonly weekday: Weekday;
  readonly lessonNumber: number;
  /** 0 is every week, 1 week A, 2 week B. */
  readonly week: 0 | 1 | 2;
  readonly room: string;
};

/** One thing that a new timetable changes in a class. */
export type HourChange = {
  readonly className: string;
  readonly kind: 'added' | 'removed' | 'moved' | 'room' | 'teachers';
  readonly subject: string;
  readonly group: string;
  readonly was: HourPlace | null;
  readonly becomes: HourPlace | null;
  readonly teachersWere: readonly string[];
  readonly teachersBecome: readonly string[];
};

/** What applying would do; absent while a name is undecided. */
export type TimetableOutcome = {
  readonly classes: readonly ClassDifference[];
  readonly changes: readonly HourChange[];
  readonly newPages: number;
  readonly newGroups: readonly string[];
  readonly lessonsAdded: number;
  readonly lessonsRemoved: number;
  readonly lessonsKept: number;
  /** Not in the new timetable, but they hold something: they stay. */
  readonly lessonsHeld: number;
  /** The last day the lessons are laid to. */
  readonly until: IsoDate;
  /** A day of a week A, where hours of the file alternate. */
  readonly cycleFrom: IsoDate | null;
  readonly changesAnything: boolean;
  readonly notes: readonly TimetableNote[];
};

/** The class teacher that the file tells, where ours is another or none. */
export type ClassTeacherSuggestion = {
  /** As the file names it. */
  readonly name: string;
  readonly className: string;
  readonly teacher: string;
  /** Who it is now, '' for nobody. */
  readonly now: string;
};

export type NamesOfTimetable = 'teachers' | 'subjects' | 'classes' | 'rooms';

export type TimetablePreview = {
  readonly sha256: string;
  /** The program it came from. */
  readonly source: 'fet' | 'asc' | 'grid';
  readonly lessons: number;
  /** Hours of nobody's class: meetings and the like. */
  readonly withoutClass: number;
  /** Sentences without a full stop. */
  readonly problems: readonly string[];
  readonly teachers: readonly ImportedName[];
  readonly subjects: readonly ImportedName[];
  readonly classes: readonly ImportedName[];
  readonly rooms: readonly ImportedName[];
  /** All of ours, for choosing by typing. */
  readonly ours: Readonly<Record<NamesOfTimetable, readonly NameCandidate[]>>;
  readonly classTeachers: readonly ClassTeacherSuggestion[];
  readonly outcome: TimetableOutcome | null;
};

export type TimetableResult = Omit<TimetableOutcome, 'changesAnything' | 'changes'> & {
  readonly draft: boolean;
  readonly newSubjects: number;
  readonly newTeachers: number;
  readonly newClasses: number;
  readonly newRooms: number;
};
