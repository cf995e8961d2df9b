import type { Load, LoadCell, LoadLine } from '#contract/load';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatHours } from '#domain/curriculum/totals';
import { needOf, stateOf, type LoadState, type Need } from '#domain/load/need';
import { hoursOn, teachersOn } from '#domain/load/page-teachers';

export type LineView = Need & {
  readonly key: string;
  readonly line: LoadLine;
  readonly cells: readonly LoadCell[];
  readonly state: LoadState;
};

export const lineKey = ({ kind, classId, subjectId, cells }: LoadLine): string =>
  `${kind}:${classId}:${subjectId}:${kind === 'class' ? '' : (cells[0]?.groupId ?? '')}`;

const emptyCell = (groupId: number, groupName: string, division: string): LoadCell => ({
  groupId,
  groupName,
  division,
  pageId: null,
  teachers: [],
});

/**
 * The cells of a line: as they are, or, where somebody is about to split a subject nobody teaches
 * yet, the groups of the chosen division.
 */
function cellsOf(load: Load, line: LoadLine, division: string | undefined): readonly LoadCell[] {
  if (division === undefined || line.cells.some(({ teachers }) => teachers.length > 0)) {
    return line.cells;
  }
  const chosen = load.divisions.find(
    ({ classId, name }) => classId === line.classId && name === division,
  );
  if (chosen === undefined) return line.cells;
  return chosen.groups.map(({ id, name }) => emptyCell(id, name, division));
}

/** The lines with what is given on the day and what is missing. */
export const lineViews = (
  load: Load,
  day: IsoDate,
  splits: ReadonlyMap<string, string>,
): readonly LineView[] =>
  load.lines.map((line) => {
    const key = lineKey(line);
    const cells = cellsOf(load, line, splits.get(key));
    const together = line.kind === 'class' ? cells.filter((one) => one.groupName === '') : cells;
    const apart = line.kind === 'class' ? cells.filter((one) => one.groupName !== '') : [];
    const hours = (some: readonly LoadCell[]) =>
      some.reduce((sum, { teachers }) => sum + hoursOn(teachers, day), 0);
    const given = {
      planned: line.planned,
      whole: hours(together),
      groups: apart.map(({ teachers }) => hoursOn(teachers, day)),
    };
    return { key, line, cells, state: stateOf(given), ...needOf(given) };
  });

export type TeacherView = {
  readonly id: number;
  readonly name: string;
  readonly position: string;
  readonly subjectIds: readonly number[];
  /** «Алгебра: 8-А (3), 8-Б 1 группа (2)», a line each subject. */
  readonly pages: string;
  readonly primary: number;
  readonly basic: number;
  readonly senior: number;
  readonly extra: number;
  readonly total: number;
};

function levelOf({ part, grade }: LoadLine): 'primary' | 'basic' | 'senior' | 'extra' {
  if (part === 'extra') return 'extra';
  if (grade <= 4) return 'primary';
  return grade <= 9 ? 'basic' : 'senior';
}

/** The load of each teacher on the day; who works here without hours is named as well. */
export function teacherViews(load: Load, day: IsoDate): readonly TeacherView[] {
  const sums = new Map<number, { readonly subjects: Map<string, string[]> }>();
  const hours = new Map<string, number>();
  for (const line of load.lines) {
    for (const cell of line.cells) {
      for (const one of teachersOn(cell.teachers, day)) {
        const entry = sums.get(one.staffId) ?? { subjects: new Map<string, string[]>() };
        sums.set(one.staffId, entry);
        const group = cell.groupName === '' ? '' : ` ${cell.groupName}`;
        const classes = entry.subjects.get(line.subjectName) ?? [];
        classes.push(`${line.className}${group} (${formatHours(one.hours)})`);
        entry.subjects.set(line.subjectName, classes);
        for (const key of [levelOf(line), 'total']) {
          const place = `${one.staffId}:${key}`;
          hours.set(place, (hours.get(place) ?? 0) + one.hours);
        }
      }
    }
  }
  const of = (id: number, key: string) => Math.round((hours.get(`${id}:${key}`) ?? 0) * 100) / 100;
  return load.teachers
    .filter(({ id, works, subjectIds }) => sums.has(id) || (works && subjectIds.length > 0))
    .map((teacher) => ({
      id: teacher.id,
      name: teacher.name,
      position: teacher.position,
      subjectIds: teacher.subjectIds,
      pages: [...(sums.get(teacher.id)?.subjects ?? [])]
        .map(([subject, classes]) => `${subject}: ${classes.join(', ')}`)
        .join('; '),
      primary: of(teacher.id, 'primary'),
      basic: of(teacher.id, 'basic'),
      senior: of(teacher.id, 'senior'),
      extra: of(teacher.id, 'extra'),
      total: of(teacher.id, 'total'),
    }));
}

/** Teachers to choose from, those who teach the subject first. */
export function teacherChoices(load: Load, subjectId: number, owns: string, others: string) {
  const working = load.teachers.filter(({ works }) => works);
  const asChoice = ({ id, name }: Load['teachers'][number]) => ({ value: String(id), label: name });
  const [own, rest] = [true, false].map((teaches) =>
    working.filter(({ subjectIds }) => subjectIds.includes(subjectId) === teaches).map(asChoice),
  );
  return [
    { group: owns, items: own ?? [] },
    { group: others, items: rest ?? [] },
  ].filter(({ items }) => items.length > 0);
}
