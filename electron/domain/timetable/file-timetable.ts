import type { IsoDate } from '../calendar/iso-date';
import type { SchoolCalendar } from '../calendar/school-days';
import type { ImportedDivision, ImportedLesson } from '../import/timetable/imported-timetable';
import type { ClassName } from '../people/class-name';
import type { PartMember } from './group-names';
import type { WeeklyHour } from './lay-lessons';
import type { RelayGround, VersionInForce } from './plan-relay';
import type { PageTeacher } from './plan-teachers';

/** Ids below zero are of what does not exist yet: the one who stores the plan gives them real ones. */
export interface PlannedGroup {
  readonly id: number;
  readonly classId: number;
  /** '' is the whole class. */
  readonly name: string;
  /** The names of the parts that exclude each other, this one among them; '' for a whole class. */
  readonly division: string;
  readonly members: readonly number[];
}

export interface PlannedPage {
  readonly id: number;
  readonly groupId: number;
  readonly subjectId: number;
}

export interface PlannedEntry extends WeeklyHour {
  readonly roomId: number | null;
}

/** What the person should know or check. */
export type TimetableNote =
  | { readonly kind: 'checkGroups'; readonly className: string; readonly groups: readonly string[] }
  | { readonly kind: 'partsUnclear'; readonly className: string; readonly subject: string }
  | { readonly kind: 'noPeriods'; readonly classNames: readonly string[] }
  | { readonly kind: 'emptyClasses'; readonly classNames: readonly string[] }
  | { readonly kind: 'laterVersion'; readonly from: IsoDate };

/** A lesson of the file with the names resolved to ours. */
export interface ResolvedLesson {
  readonly lesson: ImportedLesson;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly teacherIds: readonly number[];
  readonly roomId: number | null;
  /** Classes of ours with their names in the file. */
  readonly classes: readonly { readonly id: number; readonly name: string }[];
}

/** A pupil of a class, and in which days. */
export interface ClassMember extends PartMember {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A page of ours with whose it is. */
export interface KnownPage extends PlannedPage {
  /** The class that leads first; the others are those of a stream. */
  readonly classIds: readonly number[];
  readonly kind: 'subgroup' | 'stream' | 'individual';
}

export interface KnownVersion extends VersionInForce {
  readonly entries: readonly PlannedEntry[];
}

/** Everything of the journal that the plan depends on. */
export interface TimetableGround extends Pick<RelayGround, 'lessons' | 'movedFrom' | 'timetabled'> {
  readonly validFrom: IsoDate;
  readonly yearEndsOn: IsoDate;
  readonly calendar: SchoolCalendar;
  /** Also those to be made, with ids below zero. */
  readonly classes: readonly (ClassName & { readonly id: number })[];
  /** Whole classes and parts of classes, no streams and nobody's own groups. */
  readonly groups: readonly {
    readonly id: number;
    readonly classId: number;
    readonly name: string;
  }[];
  /** Names that a class's streams and individual groups have: «classId name». */
  readonly takenNames: ReadonlySet<string>;
  /** Groups nobody belongs to yet: made before the class had pupils. */
  readonly emptyGroups: ReadonlySet<number>;
  readonly pages: readonly KnownPage[];
  readonly teachers: readonly PageTeacher[];
  /** Pupils of a class from `validFrom` on, by the alphabet. */
  readonly members: ReadonlyMap<number, readonly ClassMember[]>;
  /** In force, the earliest first. */
  readonly versions: readonly KnownVersion[];
  readonly divisions: readonly ImportedDivision[];
  /** A day of a week A, where the person named one. */
  readonly cycleFrom: IsoDate | undefined;
}

/** Who teaches a page on a day. */
export const teachersOn = (
  teachers: readonly PageTeacher[],
  pageId: number,
  day: IsoDate,
): readonly number[] =>
  teachers
    .filter((row) => row.pageId === pageId && row.from <= day && (row.to === null || row.to >= day))
    .map(({ staffId }) => staffId);
