import type { IsoDate } from '#domain/calendar/iso-date';
import {
  NO_DETAILS,
  NO_HOMEWORK,
  sameHomework,
  type LessonHomework,
  type Manner,
  type OwnTask,
  type TaskDetails,
} from '#domain/homework/homework';
import {
  all,
  change,
  get,
  rows,
  run,
  select,
  type ReadableDb,
  type WritableDb,
} from '../statement';

type Span = { readonly pageId: number; readonly from: IsoDate; readonly to: IsoDate };
type TaskTuple = [
  lessonId: number,
  position: number,
  text: string,
  groupId: number | null,
  dueOn: IsoDate | null,
  minutes: number | null,
  manner: Manner,
  materials: string,
];
type PupilTuple = [lessonId: number, position: number, pupilId: number];

const TASK = `task.lesson_id, task.position, task.text, task.group_id, task.due_on, task.minutes,
  task.manner, task.materials`;
const versionOf = select<[number], { version: number }>(
  'SELECT homework_version AS version FROM lesson WHERE id = ?',
);
const tasksOf = select<[number], TaskTuple>(
  `SELECT ${TASK} FROM homework AS task WHERE task.lesson_id = ? ORDER BY task.position`,
);
const pupilsOf = select<[number], PupilTuple>(
  'SELECT lesson_id, position, pupil_id FROM homework_pupil WHERE lesson_id = ? ORDER BY pupil_id',
);
const inSpan = 'lesson.page_id = @pageId AND lesson.date BETWEEN @from AND @to';
const versionsOfPage = select<Span, [lessonId: number, version: number]>(
  `SELECT id, homework_version FROM lesson WHERE ${inSpan} AND homework_version > 0`,
);
const tasksOfPage = select<Span, TaskTuple>(
  `SELECT ${TASK} FROM lesson CROSS JOIN homework AS task ON task.lesson_id = lesson.id
   WHERE ${inSpan} ORDER BY task.lesson_id, task.position`,
);
const pupilsOfPage = select<Span, PupilTuple>(
  `SELECT one.lesson_id, one.position, one.pupil_id
   FROM lesson CROSS JOIN homework_pupil AS one ON one.lesson_id = lesson.id
   WHERE ${inSpan} ORDER BY one.pupil_id`,
);
const updateVersion = change<[number, number]>(
  'UPDATE lesson SET homework_version = ? WHERE id = ?',
);
const deletePupils = change<[number]>('DELETE FROM homework_pupil WHERE lesson_id = ?');
const deleteTasks = change<[number]>('DELETE FROM homework WHERE lesson_id = ?');
const insertTask = change<TaskTuple>(
  `INSERT INTO homework (lesson_id, position, text, group_id, due_on, minutes, manner, materials)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const insertPupil = change<PupilTuple>(
  'INSERT INTO homework_pupil (lesson_id, position, pupil_id) VALUES (?, ?, ?)',
);
const nextLesson = select<[number, IsoDate], { date: IsoDate | null }>(
  'SELECT min(date) AS date FROM lesson WHERE page_id = ? AND date > ? AND cancelled = 0',
);
const DUE = `coalesce(task.due_on, (SELECT min(next.date) FROM lesson AS next
    WHERE next.page_id = lesson.page_id AND next.cancelled = 0 AND next.date > lesson.date)) = @day`;
const dueOfPage = select<
  { readonly pageId: number; readonly day: IsoDate },
  {
    readonly lessonId: number;
    readonly position: number;
    readonly groupId: number | null;
    readonly minutes: number | null;
  }
>(
  `SELECT lesson.id AS lessonId, 0 AS position, NULL AS groupId, task.minutes
   FROM lesson LEFT JOIN homework AS task ON task.lesson_id = lesson.id AND task.position = 0
   WHERE lesson.page_id = @pageId AND lesson.cancelled = 0 AND lesson.date < @day
     AND lesson.homework <> '' AND ${DUE}
   UNION ALL
   SELECT lesson.id, task.position, task.group_id, task.minutes
   FROM lesson JOIN homework AS task ON task.lesson_id = lesson.id AND task.position > 0
   WHERE lesson.page_id = @pageId AND lesson.cancelled = 0 AND lesson.date < @day AND ${DUE}`,
);

const detailsIn = ([, , , , dueOn, minutes, manner, materials]: TaskTuple): TaskDetails => ({
  dueOn,
  minutes,
  manner,
  materials,
});

function homeworkOf(tasks: readonly TaskTuple[], pupils: readonly PupilTuple[]): LessonHomework {
  const forAll = tasks.find(([, position]) => position === 0);
  return {
    forAll: forAll === undefined ? NO_DETAILS : detailsIn(forAll),
    tasks: tasks
      .filter(([, position]) => position > 0)
      .map((row): OwnTask => ({
        ...detailsIn(row),
        text: row[2],
        groupId: row[3],
        pupilIds: pupils.filter(([, at]) => at === row[1]).map(([, , pupilId]) => pupilId),
      })),
  };
}

/** What is set at a lesson beside the text for all, with its version. */
export const findHomework = (
  db: ReadableDb,
  lessonId: number,
): LessonHomework & { readonly version: number } => ({
  version: get(db, versionOf, [lessonId])?.version ?? 0,
  ...homeworkOf(rows(db, tasksOf, [lessonId]), rows(db, pupilsOf, [lessonId])),
});

/** The same of every lesson of a page between two days; lessons nobody set anything at are left out. */
export function findHomeworkOfPage(
  db: ReadableDb,
  span: Span,
): (readonly [lessonId: number, version: number, LessonHomework])[] {
  const versions = rows(db, versionsOfPage, span);
  if (versions.length === 0) return [];
  const tasks = Map.groupBy(rows(db, tasksOfPage, span), ([lessonId]) => lessonId);
  const pupils = Map.groupBy(rows(db, pupilsOfPage, span), ([lessonId]) => lessonId);
  return versions.map(([lessonId, version]) => [
    lessonId,
    version,
    homeworkOf(tasks.get(lessonId) ?? [], pupils.get(lessonId) ?? []),
  ]);
}

/** Puts it in place of what was set at the lesson. */
export function saveHomework(
  db: WritableDb,
  lessonId: number,
  { version, forAll, tasks }: LessonHomework & { readonly version: number },
): void {
  run(db, deletePupils, [lessonId]);
  run(db, deleteTasks, [lessonId]);
  const insert = (position: number, task: OwnTask) => {
    const { text, groupId, dueOn, minutes, manner, materials } = task;
    run(db, insertTask, [lessonId, position, text, groupId, dueOn, minutes, manner, materials]);
    for (const pupilId of new Set(task.pupilIds)) {
      run(db, insertPupil, [lessonId, position, pupilId]);
    }
  };
  if (!sameHomework({ forAll, tasks: [] }, NO_HOMEWORK)) {
    insert(0, { ...forAll, text: '', groupId: null, pupilIds: [] });
  }
  for (const [index, task] of tasks.entries()) insert(index + 1, task);
  run(db, updateVersion, [version, lessonId]);
}

/** The day of the page's next lesson, which is what homework is for where no day is said. */
export const findNextLessonDay = (db: ReadableDb, pageId: number, day: IsoDate) =>
  get(db, nextLesson, [pageId, day])?.date ?? null;
/** The tasks of a page that are due on a day: the text for all has position 0. */
export const findDueOfPage = (db: ReadableDb, pageId: number, day: IsoDate) =>
  all(db, dueOfPage, { pageId, day });
export const findPupilsOfTask = (
  db: ReadableDb,
  lessonId: number,
  position: number,
): readonly number[] =>
  rows(db, pupilsOf, [lessonId]).flatMap(([, at, pupilId]) => (at === position ? pupilId : []));
