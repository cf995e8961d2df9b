import type { IsoDate } from '../../calendar/iso-date';
import type { AttendanceReport, DatedCell } from './attendance-report';
import type { ImportedAttendance } from './parse-cell';

/** A lesson the import must create: its day, its number among the subject's lessons of that day. */
export interface PlannedLesson {
  readonly date: IsoDate;
  /** From 1. */
  readonly ordinal: number;
  /** How many works the marks need; their kind is not in the report. */
  readonly works: number;
}

export interface PlannedMark {
  /** Which of the lesson's works, from 0. */
  readonly work: number;
  readonly value: number;
}

export interface PlannedCell {
  /** Index into the subject's `lessons`. */
  readonly lesson: number;
  readonly attendance: ImportedAttendance | null;
  readonly marks: readonly PlannedMark[];
}

export interface PlannedPupil {
  /** Index into the report's `pupils`. */
  readonly pupil: number;
  readonly cells: readonly PlannedCell[];
}

export interface PlannedSubject {
  readonly subject: string;
  /** By date and ordinal. */
  readonly lessons: readonly PlannedLesson[];
  /** Only pupils who have something in this subject. */
  readonly pupils: readonly PlannedPupil[];
}

/** One pupil's one lesson while it is being laid out. */
interface LessonDraft {
  attendance: ImportedAttendance | null;
  readonly marks: PlannedMark[];
  works: number;
}

function cellsByDate(cells: readonly DatedCell[]): Map<IsoDate, DatedCell[]> {
  const days = new Map<IsoDate, DatedCell[]>();
  for (const cell of cells) {
    days.set(cell.date, [...(days.get(cell.date) ?? []), cell]);
  }
  return days;
}

/**
 * Lays one pupil's cells of a day out over lessons: a cell's works and its first code belong to
 * its own lesson, a further code («Н Н») to the next lesson without one.
 */
function layOut(cells: readonly DatedCell[]): LessonDraft[] {
  const lessons: LessonDraft[] = cells.map((cell) => ({
    attendance: cell.attendances[0] ?? null,
    marks: cell.works.flatMap((values, work) => values.map((value) => ({ work, value }))),
    works: cell.works.length,
  }));
  for (const attendance of cells.flatMap((cell) => cell.attendances.slice(1))) {
    const free = lessons.find((lesson) => lesson.attendance === null);
    if (free === undefined) lessons.push({ attendance, marks: [], works: 0 });
    else free.attendance = attendance;
  }
  return lessons;
}

function planSubject(name: string, report: AttendanceReport): PlannedSubject {
  const worksByDate = new Map<IsoDate, number[]>();
  const drafts: { pupil: number; date: IsoDate; lessons: LessonDraft[] }[] = [];
  for (const [pupil, { subjects }] of report.pupils.entries()) {
    // A subject that stands twice in one pupil's table is read as one.
    const cells = subjects.filter((subject) => subject.subject === name).flatMap((s) => s.cells);
    for (const [date, dayCells] of cellsByDate(cells)) {
      const lessons = layOut(dayCells);
      const works = worksByDate.get(date) ?? [];
      for (const [index, lesson] of lessons.entries()) {
        works[index] = Math.max(works[index] ?? 0, lesson.works);
      }
      worksByDate.set(date, works);
      drafts.push({ pupil, date, lessons });
    }
  }

  const lessons: PlannedLesson[] = [];
  const firstOfDay = new Map<IsoDate, number>();
  for (const date of [...worksByDate.keys()].sort()) {
    firstOfDay.set(date, lessons.length);
    for (const [index, works] of (worksByDate.get(date) ?? []).entries()) {
      lessons.push({ date, ordinal: index + 1, works });
    }
  }

  const cellsOfPupil = new Map<number, PlannedCell[]>();
  for (const { pupil, date, lessons: ofDay } of drafts) {
    for (const [index, { attendance, marks }] of ofDay.entries()) {
      if (attendance === null && marks.length === 0) continue;
      const cell = { lesson: (firstOfDay.get(date) ?? 0) + index, attendance, marks };
      cellsOfPupil.set(pupil, [...(cellsOfPupil.get(pupil) ?? []), cell]);
    }
  }
  const pupils = [...cellsOfPupil].map(([pupil, cells]) => ({ pupil, cells }));
  return { subject: name, lessons, pupils };
}

/**
 * The lessons a report's marks and attendance need, per subject, and what each pupil has in them.
 * A day has as many lessons as its columns for the subject, or as one pupil's attendance codes
 * need. Every mark and every code of the report is in exactly one cell of the result.
 */
export function planLessons(report: AttendanceReport): PlannedSubject[] {
  const names = new Set<string>();
  for (const pupil of report.pupils) for (const { subject } of pupil.subjects) names.add(subject);
  return [...names].map((name) => planSubject(name, report));
}
