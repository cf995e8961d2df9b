import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import {
  DOCUMENT_KINDS,
  DOCUMENT_REASONS,
  type DocumentKind,
  type DocumentReason,
} from '#domain/attendance/absence-documents';
import type { Attendance } from '#domain/attendance/attendance';
import type { IsoDate } from '#domain/calendar/iso-date';
import { documentProcedures } from './documents';
import { command, commandInput, id, isoDate, ofYear, query } from './procedure';

export type AttendanceClass = { readonly id: number; readonly name: string; readonly own: boolean };
export type AttendanceLesson = {
  readonly id: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly subjectName: string;
  readonly groupName: string;
  readonly teachers: readonly string[];
  /** Something is entered in it; a lesson that was and holds nothing was not noted at all. */
  readonly filled: boolean;
  /** Whose lesson it is, of this class. */
  readonly pupilIds: readonly number[];
};
/** A cell with something noted of attendance; `turnedBy` is the document that made it of «Н». */
export type AttendanceCell = readonly [
  lessonId: number,
  pupilId: number,
  version: number,
  attendance: Attendance,
  lateMinutes: number | null,
  turnedBy: number | null,
];
export type PupilDocument = {
  readonly id: number;
  readonly pupilId: number;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly reason: DocumentReason;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly note: string;
  readonly enteredBy: string;
  /** Who took it back; null: it is in force. */
  readonly withdrawnBy: string | null;
};
export type AttendanceSheet = {
  readonly classId: number;
  readonly className: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The nearest days with lessons of the class before and after. */
  readonly previous: IsoDate | null;
  readonly next: IsoDate | null;
  readonly canSetReasons: boolean;
  readonly lessons: readonly AttendanceLesson[];
  readonly pupils: readonly { readonly id: number; readonly name: string }[];
  readonly cells: readonly AttendanceCell[];
  readonly documents: readonly PupilDocument[];
};
/** What became of reasons set at once. */
export type ReasonsOutcome = {
  /** Changed, with what stood there: the way back. */
  readonly changed: readonly {
    readonly lessonId: number;
    readonly pupilId: number;
    readonly version: number;
    readonly before: 'absent' | 'ill' | 'excused';
  }[];
  /** Somebody was faster: left as they are. */
  readonly stale: number;
  /** A document in force says otherwise: it would have to be withdrawn. */
  readonly underDocument: number;
  /** The regulation's terms have closed them: left as they are. */
  readonly closed: number;
};

/** How many absences a document turned, and how many the regulation's terms have closed to it. */
export type DocumentOutcome = { readonly turned: number; readonly closed: number };

const lookers = ['administrator', 'director', 'deputy', 'classTeacher'] as const;
/** Who of them indeed may, the regulation says (R4). */
const setters = ['administrator', 'deputy', 'classTeacher'] as const;
const span = { classId: id, from: isoDate, to: isoDate };
const paper = documentProcedures(span, ...lookers);

export const attendanceContract = {
  /** The classes whose attendance the one who asks may see. */
  classes: query(...lookers)
    .input(ofYear)
    .output(type<readonly AttendanceClass[]>()),
  /** Attendance over all lessons of some days, subgroups and streams among them (J7). */
  sheet: query(...lookers)
    .input(z.object(span))
    .output(type<AttendanceSheet>()),
  /** Tells that attendance of the class changed; what, the sheet says. */
  watch: query(...lookers)
    .input(z.object({ classId: id }))
    .output(eventIterator(type<{ readonly by: string }>())),
  /** Says why pupils were absent; `version` is that of the cell the person saw. */
  setReasons: command('attendance.setReasons', ...setters)
    .input(
      commandInput({
        classId: id,
        reason: z.enum(['absent', 'ill', 'excused']),
        cells: z
          .array(z.object({ lessonId: id, pupilId: id, version: z.int().min(1) }))
          .min(1)
          .max(2500),
      }),
    )
    .output(type<ReasonsOutcome>()),
  /** Enters a document: every «Н» inside its dates becomes «Б» or «У», those entered later too. */
  addDocument: command('attendance.addDocument', ...setters)
    .input(
      commandInput({
        classId: id,
        pupilId: id,
        kind: z.enum(DOCUMENT_KINDS),
        number: z.string().trim().max(50),
        reason: z.enum(DOCUMENT_REASONS),
        from: isoDate,
        to: isoDate,
        note: z.string().trim().max(300),
      }),
    )
    .output(type<{ readonly id: number } & DocumentOutcome>()),
  /** Takes a document back: what it turned is «Н» again, or what another document says. */
  withdrawDocument: command('attendance.withdrawDocument', ...setters)
    .input(commandInput({ classId: id, documentId: id }))
    .output(type<DocumentOutcome>()),
  paper: paper.view,
  savePaper: paper.save,
};
