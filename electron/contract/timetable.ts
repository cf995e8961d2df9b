import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type {
  BusyHour,
  GroundInput,
  Placement,
  TimetableClass,
  TimetablePage,
} from '#domain/timetable/ground';
import type { TimetableRoom } from '#domain/timetable/room-choice';
import type { LessonHourOf, ShownChange } from './changes';
import { documentProcedures } from './documents';
import { commandInput, id, isoDate, ofYear, query, ruledCommand, ruledQuery } from './procedure';
import type { TimetableLesson } from './school';

/**
 * Where a version stands on this day: a draft is in force nowhere; `replaced` began on the same day
 * as a later one, so it never was.
 */
export type VersionState = 'draft' | 'past' | 'now' | 'coming' | 'replaced';

export type TimetableVersion = {
  readonly id: number;
  readonly yearId: number;
  readonly name: string;
  readonly note: string;
  /** Of a draft: the day it is meant for. */
  readonly validFrom: IsoDate;
  /** The last day in force; null for a draft. */
  readonly until: IsoDate | null;
  /** A day of a week A where weeks alternate. */
  readonly cycleFrom: IsoDate | null;
  readonly state: VersionState;
  readonly hours: number;
};

export type EditorPage = TimetablePage & {
  readonly groupName: string;
  readonly subjectName: string;
  readonly shortName: string;
  readonly kind: 'main' | 'extra' | 'additional';
};

/** Everything the editor works on; the screens check clashes by the same rules as the core. */
export type EditorData = Omit<GroundInput, 'pages' | 'classes'> & {
  readonly version: TimetableVersion;
  readonly pages: readonly EditorPage[];
  readonly classes: readonly (TimetableClass & { readonly name: string })[];
  readonly teachers: readonly { readonly id: number; readonly name: string }[];
  readonly pupils: readonly (readonly [id: number, name: string])[];
  readonly rooms: readonly TimetableRoom[];
  readonly placements: readonly Placement[];
  readonly busy: readonly BusyHour[];
};

/** What putting a version in force would do to the lessons from its day on. */
export type InForceSummary = {
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
  readonly held: number;
  /** The version that takes over later, if there is one. */
  readonly next: { readonly name: string; readonly from: IsoDate } | null;
  /** The version that is in force on that day now. */
  readonly instead: string | null;
  readonly clashes: number;
  /** Hours a week that are not placed. */
  readonly unplaced: number;
};

/** What a version's hours are called: a page by its name, for lists outside the editor. */
export type VersionHours = {
  readonly version: TimetableVersion;
  readonly placements: readonly Placement[];
};

/** A lesson of a day in the shape of the timetable's, with what was changed. */
export type HeldLesson = TimetableLesson & {
  readonly id: number;
  readonly date: IsoDate;
  /** Who would hold it without a substitution. */
  readonly ownTeacherIds: readonly number[];
  /** Not held here: cancelled, or moved away. */
  readonly off: boolean;
  readonly changes: readonly ShownChange[];
  readonly goneTo: LessonHourOf | null;
  /** It stands in the place of another lesson. */
  readonly instead: boolean;
};

export type HeldWeek = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The versions in force that week; `cycleWeek` is 1 in a week A, 2 in a week B. */
  readonly versions: readonly {
    readonly name: string;
    readonly cycleWeek: 1 | 2 | null;
  }[];
  readonly lessons: readonly HeldLesson[];
};

const weekday = z.int().min(1).max(7) as unknown as z.ZodType<Weekday>;
const lessonNumber = z.int().min(0).max(14);
const placement = z.object({
  pageId: id,
  weekday,
  lessonNumber,
  week: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  roomId: id.nullable(),
});
const place = z.array(placement).max(200);
const title = z.string().trim().min(1).max(200);

const paper = documentProcedures(
  {
    yearId: id.optional(),
    versionId: id.optional(),
    day: isoDate.optional(),
    /** The week around the day as it is held, instead of a version. */
    withChanges: z.boolean().default(false),
    of: z.enum(['class', 'teacher', 'room', 'school']),
    /** Of one class, teacher or room; of all where it is not said. */
    id: id.optional(),
    paper: z.enum(['A4', 'A3']).default('A4'),
  },
  'signedIn',
);

const RULE = 'changeTimetable';

export const timetableContract = {
  /** Versions of a year, the earliest first; drafts only for those who make them. */
  versions: query('signedIn').input(ofYear).output(type<readonly TimetableVersion[]>()),
  /** The week around a day as it is held; a pupil's only for those who see the pupil. */
  heldWeek: query('signedIn')
    .input(
      ofYear.unwrap().extend({
        day: isoDate.optional(),
        classId: id.optional(),
        staffId: id.optional(),
        roomId: id.optional(),
        pupilId: id.optional(),
      }),
    )
    .output(type<HeldWeek | null>()),
  editor: ruledQuery(RULE)
    .input(z.object({ versionId: id }))
    .output(type<EditorData>()),
  hours: ruledQuery(RULE)
    .input(z.object({ versionId: id }))
    .output(type<VersionHours>()),
  inForceSummary: ruledQuery(RULE)
    .input(z.object({ versionId: id, from: isoDate }))
    .output(type<InForceSummary>()),
  /** Takes hours out of a draft and puts others in: whole or not at all. */
  edit: ruledCommand(RULE, 'timetable.edit')
    .input(commandInput({ versionId: id, take: place, put: place, override: z.boolean() }))
    .output(type<void>()),
  /** A draft, empty or with the hours of a version. */
  newDraft: ruledCommand(RULE, 'timetable.newDraft')
    .input(commandInput({ yearId: id.optional(), copyOf: id.nullable(), name: title }))
    .output(type<{ readonly versionId: number }>()),
  describe: ruledCommand(RULE, 'timetable.describe')
    .input(
      commandInput({
        versionId: id,
        name: title,
        note: z.string().trim().max(1000),
        cycleFrom: isoDate.nullable(),
      }),
    )
    .output(type<void>()),
  deleteDraft: ruledCommand(RULE, 'timetable.deleteDraft')
    .input(commandInput({ versionId: id }))
    .output(type<void>()),
  putInForce: ruledCommand(RULE, 'timetable.putInForce')
    .input(commandInput({ versionId: id, from: isoDate }))
    .output(type<Pick<InForceSummary, 'added' | 'removed' | 'kept' | 'held'>>()),
  /** A version that has not begun becomes a draft again. */
  withdraw: ruledCommand(RULE, 'timetable.withdraw')
    .input(commandInput({ versionId: id }))
    .output(type<Pick<InForceSummary, 'added' | 'removed' | 'kept' | 'held'>>()),
  setBusy: ruledCommand(RULE, 'timetable.setBusy')
    .input(
      commandInput({ staffId: id, weekday, lessonNumber, busy: z.enum(['no', 'wish', 'strict']) }),
    )
    .output(type<void>()),
  paper: paper.view,
  savePaper: paper.save,
};
