import { type } from '@orpc/contract';
import type { IsoDate } from '#domain/calendar/iso-date';
import { id, isoDate, ofYear, query } from './procedure';

export type Period = {
  readonly id: number;
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};

export type WorkKind = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly weight: number;
  readonly written: boolean;
  /** Out of use: stands with works of before, is not offered for new ones. */
  readonly archived: boolean;
};

export type SchoolOverview = {
  readonly name: string;
  readonly city: string;
  readonly year: {
    readonly id: number;
    readonly name: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
  };
  readonly periods: readonly Period[];
  readonly holidays: readonly {
    readonly name: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
  }[];
  readonly workKinds: readonly WorkKind[];
  readonly counts: {
    readonly classes: number;
    readonly pupils: number;
    readonly staff: number;
    readonly pages: number;
    readonly timetables: number;
  };
};

/** A school year; `current` is the one of today. */
export type YearRow = {
  readonly id: number;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly current: boolean;
};

export type ClassRow = {
  readonly id: number;
  readonly grade: number;
  readonly letter: string;
  readonly name: string;
  readonly homeroomTeacher: string | null;
  readonly homeroomTeacherId: number | null;
  /** Today's. */
  readonly pupils: number;
};

export type TimetableLesson = {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly lessonNumber: number;
  /** 0 every week, 1 week A, 2 week B. */
  readonly week: 0 | 1 | 2;
  readonly pageId: number;
  readonly className: string;
  readonly groupName: string;
  readonly subjectName: string;
  readonly teachers: readonly string[];
  readonly room: string;
  readonly classIds: readonly number[];
  readonly teacherIds: readonly number[];
  readonly roomId: number | null;
};

export type TimetableView = {
  readonly version: {
    readonly id: number;
    readonly name: string;
    readonly validFrom: IsoDate;
    readonly cycleFrom: IsoDate | null;
  } | null;
  readonly lessons: readonly TimetableLesson[];
};

export const schoolContract = {
  /** Every year of the journal, the newest first. */
  years: query('signedIn').output(type<readonly YearRow[]>()),
  overview: query('signedIn').input(ofYear).output(type<SchoolOverview>()),
  classes: query('signedIn').input(ofYear).output(type<readonly ClassRow[]>()),
  /**
   * The week of one class, teacher, room or pupil; of a version, or of the one in force on a day.
   * A pupil's only for those who see the pupil.
   */
  timetable: query('signedIn')
    .input(
      ofYear.unwrap().extend({
        day: isoDate.optional(),
        versionId: id.optional(),
        classId: id.optional(),
        staffId: id.optional(),
        roomId: id.optional(),
        pupilId: id.optional(),
      }),
    )
    .output(type<TimetableView>()),
};
