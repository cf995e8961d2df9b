import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  command,
  commandInput,
  id,
  isoDate,
  ofYear,
  query,
  ruledCommand,
  ruledQuery,
} from './procedure';
import {
  grant,
  peopleFile,
  peopleFileInput,
  seenPeople,
  sha256,
  type PeoplePreview,
  type PeopleResult,
  type StaffResult,
} from './import-people';
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
  previewPupils: ruledQuery('correctPupilData', 'administrator', 'secretary')
    .input(peopleFileInput)
    .output(type<PeoplePreview>()),
  applyPupils: ruledCommand('correctPupilData', 'import.pupils', 'administrator', 'secretary')
    .input(commandInput({ ...peopleFile, ...seenPeople, from: isoDate }))
    .output(type<PeopleResult>()),
  /** A list of parents with their children's names: ties them to pupils of the journal. */
  previewParents: ruledQuery('correctPupilData', 'administrator', 'secretary')
    .input(peopleFileInput)
    .output(type<PeoplePreview>()),
  applyParents: ruledCommand('correctPupilData', 'import.parents', 'administrator', 'secretary')
    .input(commandInput({ ...peopleFile, ...seenPeople }))
    .output(type<PeopleResult>()),
  previewStaff: query('administrator').input(peopleFileInput).output(type<PeoplePreview>()),
  applyStaff: command('import.staff', 'administrator')
    .input(commandInput({ ...peopleFile, ...seenPeople }))
    .output(type<StaffResult>()),
  previewTimetable: ruledQuery('changeTimetable', 'administrator', 'deputy')
    .input(timetableFileInput)
    .output(type<TimetablePreview>()),
  applyTimetable: ruledCommand('changeTimetable', 'import.timetable', 'administrator', 'deputy')
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
