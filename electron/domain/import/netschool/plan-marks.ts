import { ATTENDANCE_LETTERS, type Attendance } from '../../attendance/attendance';
import { formatDate, type IsoDate } from '../../calendar/iso-date';
import { marksForbidden } from '../../journal/marks-allowed';
import type { Regulation } from '../../regulation/regulation';
import { fits, type Assessment } from '../../marks/assessment';
import { parseMark, type MarkValue } from '../../marks/mark-value';
import type { AttendanceReport } from './attendance-report';
import type { ImportedAttendance } from './parse-cell';
import { planLessons, type PlannedCell } from './plan-lessons';

/** What stands in a cell, as the journal stores it. */
export interface CellContent {
  readonly attendance: Attendance | null;
  readonly lateMinutes: number | null;
  readonly remark: string;
  readonly marks: readonly { readonly work: number; readonly value: MarkValue }[];
}

export interface JournalLesson {
  readonly id: number;
  readonly subjectId: number;
  readonly date: IsoDate;
  readonly number: number;
  /** Positions of its works. */
  readonly works: readonly number[];
}

/** What the class has already; ids below zero are of what does not exist yet. */
export interface MarksGround {
  readonly grade: number;
  readonly regulation: Regulation;
  readonly subjects: ReadonlyMap<number, Assessment & { readonly name: string }>;
  /** Of the pages of the part the report is for. */
  readonly lessons: readonly JournalLesson[];
  /** Which lesson numbers the class has on a day, on whichever page. */
  readonly busy: ReadonlyMap<IsoDate, ReadonlySet<number>>;
  /** By `lesson:pupil`. */
  readonly cells: ReadonlyMap<string, { readonly version: number; readonly content: CellContent }>;
}

/** A cell that would be written. */
export interface CellToWrite {
  readonly lessonId: number;
  readonly pupilId: number;
  readonly version: number;
  readonly before: CellContent | null;
  readonly content: CellContent;
}

/** Something the person should know: kept in another form, or left as the journal has it. */
export type MarksNote =
  | {
      readonly kind: 'kept';
      readonly pupil: string;
      readonly subject: string;
      readonly date: IsoDate;
      readonly marks: string;
    }
  | {
      readonly kind: 'conflict';
      readonly pupil: string;
      readonly subject: string;
      readonly date: IsoDate;
      readonly ours: string;
      readonly theirs: string;
    };

export interface MarksPlan {
  /** New ones have ids below zero. */
  readonly newLessons: readonly JournalLesson[];
  readonly newWorks: readonly { readonly lessonId: number; readonly position: number }[];
  readonly cells: readonly CellToWrite[];
  /** Cells that stand in the journal just so. */
  readonly same: number;
  readonly notes: readonly MarksNote[];
}

const attendanceOf: Readonly<Record<ImportedAttendance, Attendance>> = {
  Н: 'absent',
  Б: 'ill',
  У: 'excused',
  О: 'late',
};
const MOST_MARKS = 9;
const LAST_NUMBER = 14;

const isEmpty = ({ attendance, remark, marks }: CellContent) =>
  attendance === null && remark === '' && marks.length === 0;

const cellWords = ({ attendance, marks, remark }: CellContent) =>
  [
    ...(attendance === null ? [] : [ATTENDANCE_LETTERS[attendance]]),
    ...marks.map(({ value }) => value),
    ...(remark === '' ? [] : [`«${remark}»`]),
  ].join(' ');

function sameContent(ours: CellContent, theirs: CellContent): boolean {
  const words = ({ marks }: CellContent) =>
    marks.map(({ work, value }) => `${work}:${value}`).join();
  return (
    ours.attendance === theirs.attendance &&
    words(ours) === words(theirs) &&
    (theirs.remark === '' || ours.remark === theirs.remark)
  );
}

/** A mark that the journal's scale does not hold becomes the cell's remark: nothing is lost. */
function contentOf(
  cell: PlannedCell,
  page: Assessment & { readonly grade: number },
  regulation: Regulation,
): { readonly content: CellContent; readonly remarked: string } {
  const marks: { work: number; value: MarkValue }[] = [];
  const odd: number[] = [];
  for (const { work, value } of cell.marks) {
    const mark = parseMark(String(value));
    const known = mark !== undefined && fits(mark, page);
    const room = work < MOST_MARKS && marks.length < MOST_MARKS;
    if (known && room && marksForbidden(page, regulation) === undefined)
      marks.push({ work: work + 1, value: mark });
    else odd.push(value);
  }
  const remarked = odd.join(', ');
  const remark =
    odd.length === 0
      ? ''
      : odd.length === 1
        ? `В «Сетевом городе» здесь стояла отметка ${remarked}`
        : `В «Сетевом городе» здесь стояли отметки ${remarked}`;
  const attendance = cell.attendance === null ? null : attendanceOf[cell.attendance];
  return { content: { attendance, lateMinutes: null, remark, marks }, remarked };
}

/** The first number the class has no lesson at, else the first that the page itself has free. */
function freeNumber(busy: ReadonlySet<number>, own: readonly number[]): number | undefined {
  const numbers = Array.from({ length: LAST_NUMBER }, (_, index) => index + 1);
  return (
    numbers.find((number) => !busy.has(number)) ?? numbers.find((number) => !own.includes(number))
  );
}

/**
 * What a report of marks and attendance changes on a class's pages. Lessons of the page's day are
 * taken in their order, missing ones are made; a cell that holds anything else than the report stays
 * as it is and is told. `report` comes under our subjects (`mergeSubjects`); pupils without an id
 * are not taken. New lessons are numbered down from `lastId`.
 */
export function planMarks(
  report: AttendanceReport,
  pupilIds: ReadonlyMap<string, number>,
  ground: MarksGround,
  lastId = 0,
): MarksPlan {
  const newLessons: JournalLesson[] = [];
  const newWorks: { lessonId: number; position: number }[] = [];
  const cells: CellToWrite[] = [];
  const notes: MarksNote[] = [];
  let same = 0;
  const busy = new Map([...ground.busy].map(([date, numbers]) => [date, new Set(numbers)]));
  const lessonsOf = Map.groupBy(ground.lessons, ({ subjectId }) => subjectId);

  for (const { subject, lessons, pupils } of planLessons(report)) {
    const subjectId = Number(subject);
    const info = ground.subjects.get(subjectId);
    if (info === undefined) continue;
    const byDate = Map.groupBy(lessonsOf.get(subjectId) ?? [], ({ date }) => date);
    const placed = lessons.map(({ date, ordinal, works }) => {
      const ofDay = (byDate.get(date) ?? []).toSorted((one, other) => one.number - other.number);
      let lesson = ofDay[ordinal - 1];
      if (lesson === undefined) {
        const taken = busy.get(date) ?? new Set<number>();
        const own = ofDay.map(({ number }) => number);
        const number = freeNumber(taken, own);
        if (number === undefined) return undefined;
        busy.set(date, taken.add(number));
        lesson = { id: lastId - 1 - newLessons.length, subjectId, date, number, works: [] };
        newLessons.push(lesson);
        // The next of this day comes behind it, whatever its number is.
        byDate.set(date, [...ofDay, lesson]);
      }
      return { lesson, works: Math.min(works, MOST_MARKS) };
    });
    const needed = new Map<number, Set<number>>();
    for (const { pupil, cells: ofPupil } of pupils) {
      const name = report.pupils[pupil]?.name ?? '';
      const pupilId = pupilIds.get(name);
      if (pupilId === undefined) continue;
      for (const cell of ofPupil) {
        const lesson = placed[cell.lesson]?.lesson;
        if (lesson === undefined) continue;
        const { content, remarked } = contentOf(
          cell,
          { grade: ground.grade, ...info },
          ground.regulation,
        );
        const known = ground.cells.get(`${lesson.id}:${pupilId}`);
        const about = { pupil: name, subject: info.name, date: lesson.date };
        if (known !== undefined && !isEmpty(known.content)) {
          if (sameContent(known.content, content)) same += 1;
          else {
            const [ours, theirs] = [cellWords(known.content), cellWords(content)];
            notes.push({ kind: 'conflict', ...about, ours, theirs });
          }
          continue;
        }
        if (remarked !== '') notes.push({ kind: 'kept', ...about, marks: remarked });
        const positions = needed.get(lesson.id) ?? new Set<number>();
        for (const { work } of content.marks) positions.add(work);
        needed.set(lesson.id, positions);
        cells.push({
          lessonId: lesson.id,
          pupilId,
          version: (known?.version ?? 0) + 1,
          before: known?.content ?? null,
          content,
        });
      }
    }
    for (const found of placed) {
      if (found === undefined) continue;
      for (const position of [...(needed.get(found.lesson.id) ?? [])].sort((a, b) => a - b)) {
        if (!found.lesson.works.includes(position))
          newWorks.push({ lessonId: found.lesson.id, position });
      }
    }
  }
  return { newLessons, newWorks, cells, same, notes };
}

/** A note as one sentence without a full stop. */
export function describeMarksNote(note: MarksNote): string {
  const place = `${note.pupil}, ${note.subject}, ${formatDate(note.date)}`;
  return note.kind === 'kept'
    ? `${place}: отметка ${note.marks} сохранена как замечание в клетке`
    : `${place}: в журнале стоит «${note.ours}», в файле «${note.theirs}», оставлено как в журнале`;
}
