import type { ControlClass, ControlSchedule, ControlWork } from '#contract/control-works';
import { weekdayOf, type IsoDate } from '#domain/calendar/iso-date';

/** What of the schedule is shown. */
export type Filter = {
  readonly grade?: number | undefined;
  readonly classId?: number | undefined;
  readonly subjectId?: number | undefined;
  readonly teacherId?: number | undefined;
  readonly attention?: boolean;
};

export type DayColumn = {
  readonly date: IsoDate;
  /** The first shown day of its week: a thin seam stands before it. */
  readonly opensWeek: boolean;
};
export type ScheduleRow = ControlClass & { readonly days: ReadonlySet<IsoDate> };
export type Shown = {
  readonly days: readonly DayColumn[];
  readonly rows: readonly ScheduleRow[];
  readonly works: readonly ControlWork[];
  /** What stands in a cell; what the filter does not ask for among it. */
  readonly at: (classId: number, date: IsoDate) => readonly ControlWork[];
  readonly isAsked: (work: ControlWork) => boolean;
};

const NOTHING: readonly ControlWork[] = [];
const keyOf = (classId: number, date: IsoDate) => `${classId} ${date}`;

/** Whether somebody should look: the lesson is not there, or a limit is passed and nobody says why. */
export const needsAttention = ({ problem, over, explained }: ControlWork): boolean =>
  problem !== null || (over.length > 0 && !explained);

/**
 * The columns, rows and cells of the grid. A subject or a teacher leaves only classes they have; other
 * works of these classes stay in their cells, for they are part of the load.
 */
export function shownOf(schedule: ControlSchedule, filter: Filter): Shown {
  const { grade, classId, subjectId, teacherId } = filter;
  const ofPage = ({ page }: Pick<ControlWork, 'page'>) =>
    (subjectId === undefined || page.subjectId === subjectId) &&
    (teacherId === undefined || page.teachers.some(({ id }) => id === teacherId));
  const isAsked = (work: ControlWork) =>
    ofPage(work) && (filter.attention !== true || needsAttention(work));
  const works = schedule.works.filter(isAsked);
  const withWorks = new Set(works.flatMap(({ page }) => page.classes.map(({ id }) => id)));
  const withPages = new Set(
    schedule.pages
      .filter((page) => ofPage({ page }))
      .flatMap((page) => page.classes.map(({ id }) => id)),
  );
  const rows = schedule.classes
    .filter(
      (one) =>
        (grade === undefined || one.grade === grade) &&
        (classId === undefined || one.id === classId) &&
        (filter.attention === true ? withWorks : withPages).has(one.id),
    )
    .map((one): ScheduleRow => ({ ...one, days: new Set(one.days) }));
  const dates = new Set<IsoDate>([
    ...schedule.classes.flatMap(({ days }) => days),
    ...schedule.works.map(({ date }) => date),
  ]);
  const sorted = [...dates].sort();
  const cells = new Map<string, ControlWork[]>();
  for (const work of schedule.works) {
    for (const { id } of work.page.classes) {
      const key = keyOf(id, work.date);
      cells.set(key, [...(cells.get(key) ?? []), work]);
    }
  }
  return {
    days: sorted.map((date, index) => {
      const before = sorted[index - 1];
      return { date, opensWeek: before === undefined || weekdayOf(before) >= weekdayOf(date) };
    }),
    rows,
    works: works.filter(({ page }) =>
      page.classes.some(({ id }) => rows.some((row) => row.id === id)),
    ),
    isAsked,
    at: (id, date) => cells.get(keyOf(id, date)) ?? NOTHING,
  };
}

/** The subjects and teachers of the pages, by name, to filter by. */
export function filterChoices(schedule: ControlSchedule) {
  const subjects = new Map<number, string>();
  const teachers = new Map<number, string>();
  for (const page of schedule.pages) {
    subjects.set(page.subjectId, page.subjectName);
    for (const { id, name } of page.teachers) teachers.set(id, name);
  }
  const list = (names: ReadonlyMap<number, string>) =>
    [...names]
      .map(([id, label]) => ({ value: String(id), label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'ru'));
  return {
    grades: [...new Set(schedule.classes.map(({ grade }) => grade))],
    subjects: list(subjects),
    teachers: list(teachers),
  };
}
