import { assertNever } from '../assert-never';
import type { Weekday } from '../calendar/iso-date';
import type { DocumentPart, DocumentRow } from '../documents/table-document';

/** An hour as papers need it. */
export interface PaperLesson {
  readonly weekday: Weekday;
  readonly lessonNumber: number;
  readonly week: 0 | 1 | 2;
  readonly classIds: readonly number[];
  readonly className: string;
  readonly groupName: string;
  readonly subjectName: string;
  readonly teacherIds: readonly number[];
  readonly teachers: readonly string[];
  readonly roomId: number | null;
  readonly room: string;
  /** What was changed of it in this very week. */
  readonly change?: string;
  /** Who was to hold it, where somebody else does. */
  readonly ownTeacherIds?: readonly number[];
}

export const WEEKDAY_NAMES = [
  'Понедельник',
  'Вторник',
  'Среда',
  'Четверг',
  'Пятница',
  'Суббота',
  'Воскресенье',
] as const;
export const WEEK_NAMES = { 0: '', 1: 'неделя А', 2: 'неделя Б' } as const;
const FEWEST_DAYS = 5;

/** Whose sheet it is decides what is said of a lesson. */
export type SheetOf = 'class' | 'teacher' | 'room' | 'school';

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');

function lessonText(lesson: PaperLesson, of: SheetOf): string {
  const { subjectName, groupName, className, room, week, change = '' } = lesson;
  const teachers = lesson.teachers.join(', ');
  switch (of) {
    case 'class':
      return joined([subjectName, groupName, teachers, room, WEEK_NAMES[week], change]);
    case 'teacher':
      return joined([className, groupName, subjectName, room, WEEK_NAMES[week], change]);
    case 'room':
      return joined([className, groupName, subjectName, teachers, WEEK_NAMES[week], change]);
    case 'school':
      return joined([subjectName, groupName, room, WEEK_NAMES[week], change]);
    default:
      return assertNever(of);
  }
}

function extent(lessons: readonly PaperLesson[]) {
  const numbers = lessons.map(({ lessonNumber }) => lessonNumber);
  const first = Math.min(1, ...numbers);
  const last = Math.max(1, ...numbers);
  const days = Math.max(FEWEST_DAYS, ...lessons.map(({ weekday }) => weekday));
  return {
    numbers: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    weekdays: Array.from({ length: days }, (_, index) => (index + 1) as Weekday),
  };
}

const cellOf = (lessons: readonly PaperLesson[], of: SheetOf) =>
  lessons.map((lesson) => lessonText(lesson, of)).join('\n');

/** The week of one class, teacher or room: days across, lessons down. */
export function weekPart(
  heading: string,
  lessons: readonly PaperLesson[],
  of: SheetOf,
): DocumentPart {
  const { numbers, weekdays } = extent(lessons);
  return {
    heading,
    columns: [
      { title: '№', width: 4, align: 'center' },
      ...weekdays.map((day) => ({ title: WEEKDAY_NAMES[day - 1] ?? '', width: 24 })),
    ],
    rows: numbers.map((number) => ({
      cells: [
        number,
        ...weekdays.map((day) =>
          cellOf(
            lessons.filter((one) => one.weekday === day && one.lessonNumber === number),
            of,
          ),
        ),
      ],
    })),
  };
}

/** Classes side by side on a sheet that can still be read from two steps away. */
const CLASSES_ON = { A4: 6, A3: 10 } as const;

/**
 * The whole school for the wall: classes across, days and lessons down; as many sheets as the
 * classes need, shared out evenly.
 */
export function schoolParts(
  classes: readonly { readonly id: number; readonly name: string }[],
  lessons: readonly PaperLesson[],
  paper: 'A4' | 'A3',
): readonly DocumentPart[] {
  const { numbers, weekdays } = extent(lessons);
  const sheets = Math.max(1, Math.ceil(classes.length / CLASSES_ON[paper]));
  const size = Math.ceil(classes.length / sheets);
  return Array.from({ length: sheets }, (_, sheet): DocumentPart => {
    const some = classes.slice(sheet * size, (sheet + 1) * size);
    const rows = weekdays.flatMap((weekday): DocumentRow[] => {
      const day = lessons.filter((one) => one.weekday === weekday);
      const used = numbers.filter((number) =>
        day.some(
          (one) =>
            one.lessonNumber === number && one.classIds.some((id) => some.some((c) => c.id === id)),
        ),
      );
      return [
        { kind: 'section', cells: [WEEKDAY_NAMES[weekday - 1] ?? ''] },
        ...used.map((number) => ({
          cells: [
            number,
            ...some.map(({ id }) =>
              cellOf(
                day.filter((one) => one.lessonNumber === number && one.classIds.includes(id)),
                'school',
              ),
            ),
          ],
        })),
      ];
    });
    return {
      columns: [
        { title: '№', width: 3, align: 'center' },
        ...some.map(({ name }) => ({ title: name, width: 20 })),
      ],
      rows,
      newPage: sheet > 0,
    };
  }).filter(({ columns }) => columns.length > 1);
}
