import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { PERSON_FIELDS, type PersonField } from '#domain/import/people/person-field';
import { command, commandInput, id, isoDate, ofYear, query } from './procedure';
import type { TimetablePreview, TimetableResult } from './import-timetable';
import type { MarksPreview, MarksResult } from './import-marks';

/** What the import screen suggests before any file is chosen. */
export type ImportStart = {
  readonly yearName: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** From when a new timetable most likely is in force. */
  readonly timetableFrom: IsoDate;
};

/** A column as it was taken: what it holds and a few of its values. */
export type PreviewColumn = {
  readonly column: number;
  readonly title: string;
  readonly field: PersonField | null;
  readonly sample: readonly string[];
};

/** What would become of a good row. */
export type PersonOutcome =
  /** Nobody like this is in the journal. */
  | { readonly kind: 'new' }
  /** Already there: skipped. `where` is the class or the position. */
  | { readonly kind: 'exists'; readonly where: string }
  /** Known from another year or returned: joins the class. */
  | { readonly kind: 'joins' };

export type GoodPersonRow = {
  readonly rowNumber: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  /** The pupil's class, or the class whose classroom teacher this is; '' for none. */
  readonly className: string;
  readonly birthDate: IsoDate | null;
  /** The pupil's file or the position. */
  readonly detail: string;
  /** Cells the person comes without, and why: sentences without a full stop. */
  readonly leftOut: readonly string[];
  readonly outcome: PersonOutcome;
};

export type BadPersonRow = {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** Sentences without a full stop. */
  readonly reasons: readonly string[];
};

export type PeoplePreview = {
  /** Goes into `apply`: what was seen is what is done. */
  readonly sha256: string;
  readonly sheets: readonly string[];
  readonly sheet: number;
  /** From 0; the person may name another row. */
  readonly firstDataRow: number;
  /** No column named a person: the person says which do. */
  readonly headerFound: boolean;
  readonly columns: readonly PreviewColumn[];
  readonly good: readonly GoodPersonRow[];
  readonly bad: readonly BadPersonRow[];
  /** Classes that would be made. */
  readonly newClasses: readonly string[];
};

export type PeopleResult = {
  readonly added: number;
  readonly joined: number;
  readonly existing: number;
  /** Rows with mistakes that were left out as agreed. */
  readonly leftOut: number;
  readonly newClasses: readonly string[];
};

export type StaffResult = PeopleResult & {
  /** Who came new, with the roles the file gives them: accounts may be opened now. */
  readonly people: readonly {
    readonly staffId: number;
    readonly roles: readonly (
      | 'administrator'
      | 'director'
      | 'deputy'
      | 'classTeacher'
      | 'teacher'
      | 'secretary'
    )[];
  }[];
};

/** What was written for FET, and what of the load it does not hold. */
export type SavedFetLoad = {
  readonly fileName: string;
  /** Hours a week to be placed. */
  readonly activities: number;
  /** Hours of individual plans. */
  readonly individual: number;
  /** Pages nobody teaches. */
  readonly withoutTeacher: number;
};

const grant = z.uuid();
const sha256 = z.string().length(64);
const peopleFile = {
  grant,
  sheet: z.int().min(0).max(1000).optional(),
  columns: z
    .object({
      firstDataRow: z.int().min(0),
      columns: z
        .array(
          z.object({
            column: z.int().min(0),
            title: z.string().max(40_000),
            field: z.enum(PERSON_FIELDS).nullable(),
          }),
        )
        .max(500),
    })
    .optional(),
  /** The class of everybody in the sheet, where the sheet does not tell it. */
  className: z.string().trim().max(20).optional(),
};
const peopleFileInput = z.object(peopleFile);
export type PeopleFileInput = z.infer<typeof peopleFileInput>;
const withoutBadRows = z.boolean();

/** Which of ours a name of the file is. */
const choice = z.union([z.object({ use: id }), z.literal('create'), z.literal('skip')]);
export type NameChoice = z.infer<typeof choice>;
const choices = z
  .record(z.string().max(300), choice)
  .refine((named) => Object.keys(named).length <= 5000);

const timetableFile = {
  grant,
  /** FET's result file beside the `.fet`. */
  results: grant.optional(),
  validFrom: isoDate,
  teachers: choices,
  subjects: choices,
  classes: choices,
  rooms: choices.default({}),
  /** A day of a week A, where the file's hours alternate. */
  cycleFrom: isoDate.optional(),
};
const timetableFileInput = z.object(timetableFile);
export type TimetableFileInput = z.infer<typeof timetableFileInput>;

const marksFile = {
  grants: z.array(grant).min(1).max(2),
  /** Ours or a new one; taken by its name where not said. */
  classChoice: choice.optional(),
  subjects: choices,
  pupils: choices,
  /** Add the school year of the report where the journal has none. */
  addYear: z.boolean(),
  /** Kind of work for all marks: the report does not tell it. */
  kindId: id.optional(),
};
const marksFileInput = z.object(marksFile);
export type MarksFileInput = z.infer<typeof marksFileInput>;

export const importsContract = {
  start: query('administrator', 'deputy', 'secretary').input(ofYear).output(type<ImportStart>()),
  previewPupils: query('administrator', 'secretary')
    .input(peopleFileInput)
    .output(type<PeoplePreview>()),
  applyPupils: command('import.pupils', 'administrator', 'secretary')
    .input(commandInput({ ...peopleFile, sha256, withoutBadRows, from: isoDate }))
    .output(type<PeopleResult>()),
  previewStaff: query('administrator').input(peopleFileInput).output(type<PeoplePreview>()),
  applyStaff: command('import.staff', 'administrator')
    .input(commandInput({ ...peopleFile, sha256, withoutBadRows }))
    .output(type<StaffResult>()),
  previewTimetable: query('administrator', 'deputy')
    .input(timetableFileInput)
    .output(type<TimetablePreview>()),
  applyTimetable: command('import.timetable', 'administrator', 'deputy')
    .input(
      commandInput({
        ...timetableFile,
        sha256,
        name: z.string().trim().min(1).max(100),
        /** In force nowhere yet: no lesson changes. */
        draft: z.boolean().default(false),
        /** Classes, by their names in the file, that get the class teacher the file tells. */
        classTeachers: z.array(z.string().max(300)).max(500).default([]),
      }),
    )
    .output(type<TimetableResult>()),
  /** Writes the load of a year as a `.fet` file where the person chose to save it. */
  saveFetLoad: query('administrator', 'deputy')
    .input(z.object({ grant, yearId: id.optional() }))
    .output(type<SavedFetLoad>()),
  previewMarks: query('administrator').input(marksFileInput).output(type<MarksPreview>()),
  applyMarks: command('import.marks', 'administrator')
    .input(commandInput({ ...marksFile, sha256 }))
    .output(type<MarksResult>()),
};
