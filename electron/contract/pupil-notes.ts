import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { MOST_NOTE_LETTERS, NOTE_KINDS, type NoteKind } from '#domain/pupils/pupil-note';
import { documentProcedures } from './documents';
import { command, commandInput, id, isoDate, query } from './procedure';

export type PupilNote = {
  /** Null of a remark that stands in a cell of the journal: it is changed there. */
  readonly id: number | null;
  readonly key: string;
  readonly version: number;
  readonly pupilId: number;
  readonly pupil: string;
  readonly kind: NoteKind;
  readonly date: IsoDate;
  readonly text: string;
  readonly subjectName: string | null;
  readonly author: string;
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
};

const readers = ['administrator', 'director', 'deputy', 'classTeacher'] as const;
const writers = ['deputy', 'classTeacher', 'teacher'] as const;
const span = { from: isoDate, to: isoDate };
const paper = documentProcedures({ classId: id, ...span }, ...readers);

/** Remarks, thanks, achievements and recommendations that parents read (J8). */
export const pupilNotesContract = {
  /** What was written of the pupils of a class, the newest first. */
  ofClass: query(...readers)
    .input(z.object({ classId: id, ...span }))
    .output(type<readonly PupilNote[]>()),
  /** What was written of one pupil this year; a teacher without another role gets what the own pages hold. */
  ofPupil: query(...readers, 'teacher')
    .input(z.object({ pupilId: id }))
    .output(type<readonly PupilNote[]>()),
  /** Writes a new note (`id` null) or changes an own one; a stale version gets CONFLICT. */
  save: command('pupilNote.save', ...writers)
    .input(
      commandInput({
        id: id.nullable(),
        version: z.int().min(0),
        pupilId: id,
        /** The page it is written from: a teacher's own one. */
        pageId: id.nullable(),
        kind: z.enum(NOTE_KINDS),
        date: isoDate,
        text: z.string().trim().min(1).max(MOST_NOTE_LETTERS),
      }),
    )
    .output(type<{ readonly id: number; readonly version: number }>()),
  /** Takes a note out; the audit trail keeps it. */
  remove: command('pupilNote.remove', ...writers)
    .input(commandInput({ id, version: z.int().min(1) }))
    .output(type<void>()),
  paper: paper.view,
  savePaper: paper.save,
};
