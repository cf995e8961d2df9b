import type { ControlClass, ControlPage, OverLimit } from '#contract/control-works';
import { isYearClosed } from '#db/queries/calendar';
import {
  findControlLimits,
  findControlWorks,
  type ControlWorkData,
  type PlacedWorkRow,
} from '#db/queries/control-works';
import {
  findPage,
  findPagesOfYear,
  findTeachersOfPage,
  findTeachersOfYear,
  type PageRow,
  type PageTeacherRow,
} from '#db/queries/journal-page';
import { findSubjects } from '#db/queries/subjects';
import type { ReadableDb } from '#db/statement';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import {
  isExplained,
  mondayOf,
  passedLimits,
  type GradeLimits,
  type PassedLimit,
  type PlacedWork,
} from '#domain/control-works/limits';
import { canPropose } from '#domain/control-works/rights';
import { marksForbidden } from '#domain/journal/marks-allowed';
import type { PageStaff } from '#domain/journal/page-rights';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import type { Regulation } from '#domain/regulation/regulation';
import type { Actor } from '#domain/people/roles';
import { regulationOn } from '../regulation/versions';
import { staffOfPage } from '../journal/page-access';

type Asking = { readonly db: ReadableDb; readonly actor: Actor; readonly today: IsoDate };

/** A page on which control works can stand, with who stands behind it. */
export type ControlGroundPage = {
  readonly row: PageRow;
  readonly staff: PageStaff;
  readonly view: ControlPage;
};

/** Works are written where marks are given; on an individual plan nobody's load grows by them. */
const takesWorks = (row: PageRow, regulation: Regulation) =>
  row.groupKind !== 'individual' && marksForbidden(row, regulation) === undefined;

const classesOf = (row: PageRow): readonly ControlClass[] =>
  [{ id: row.classId, grade: row.grade, letter: row.letter }, ...row.otherClasses].map((one) => ({
    id: one.id,
    grade: one.grade,
    name: formatClassName(one),
  }));

function groundPage(
  { actor, today }: Asking,
  row: PageRow,
  teachers: readonly PageTeacherRow[],
  subjectShort: string,
): ControlGroundPage {
  const staff = staffOfPage(row, teachers);
  const current = teachers.filter(({ toDate }) => toDate === null || toDate >= today);
  return {
    row,
    staff,
    view: {
      id: row.id,
      classes: classesOf(row),
      groupName: row.groupName,
      subjectId: row.subjectId,
      subjectName: row.subjectName,
      subjectShort: subjectShort === '' ? row.subjectName : subjectShort,
      teachers: current.map((teacher) => ({ id: teacher.staffId, name: shortName(teacher) })),
      mayPropose: canPropose(actor, staff, today),
    },
  };
}

const shortNames = (db: ReadableDb) =>
  new Map(findSubjects(db).map(({ id, shortName: short }) => [id, short]));

/** Every page of a year on which works can stand, by id, in the order of classes and subjects. */
export function controlPages(
  asking: Asking,
  yearId: number,
): ReadonlyMap<number, ControlGroundPage> {
  const { db } = asking;
  const teachers = Map.groupBy(findTeachersOfYear(db, yearId), ({ pageId }) => pageId);
  const short = shortNames(db);
  const regulation = regulationOn(db, asking.today);
  return new Map(
    findPagesOfYear(db, yearId)
      .filter((row) => takesWorks(row, regulation))
      .map((row) => [
        row.id,
        groundPage(asking, row, teachers.get(row.id) ?? [], short.get(row.subjectId) ?? ''),
      ]),
  );
}

/** One page, if works can stand on it. */
export function controlPage(asking: Asking, pageId: number): ControlGroundPage | undefined {
  const { db } = asking;
  const row = findPage(db, pageId);
  if (row === undefined || !takesWorks(row, regulationOn(db, asking.today))) return undefined;
  return groundPage(asking, row, findTeachersOfPage(db, pageId), '');
}

/** A work as the limits see it, with why it may pass them. */
export type CountedWork = PlacedWork & { readonly overWhy: string };
export const countedWork = (
  work: Pick<ControlWorkData, 'date' | 'overWhy'> & { readonly id: number },
  { row }: ControlGroundPage,
): CountedWork => ({
  id: work.id,
  classes: classesOf(row),
  subjectId: row.subjectId,
  date: work.date,
  overWhy: work.overWhy,
});

/** The works of whole weeks around some days, with the limits of the school. */
export type ControlGround = {
  readonly pages: ReadonlyMap<number, ControlGroundPage>;
  readonly rows: readonly PlacedWorkRow[];
  readonly counted: readonly CountedWork[];
  readonly limits: readonly GradeLimits[];
  readonly closed: boolean;
};

/** What decides on the load of classes between two days; `around` days more on each side. */
export function controlGround(
  asking: Asking,
  yearId: number,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  around = 0,
): ControlGround {
  const { db } = asking;
  const pages = controlPages(asking, yearId);
  const rows = findControlWorks(db, {
    from: mondayOf(addDays(from, -around)),
    to: addDays(mondayOf(addDays(to, around)), 6),
  }).filter(({ pageId }) => pages.has(pageId));
  return {
    pages,
    rows,
    counted: rows.flatMap((row) => {
      const page = pages.get(row.pageId);
      return page === undefined ? [] : [countedWork(row, page)];
    }),
    limits: findControlLimits(db),
    closed: isYearClosed(db, yearId),
  };
}

export const overOf = (work: CountedWork, { counted, limits }: ControlGround) =>
  passedLimits(work, counted, limits);
export const explainedIn = (
  work: CountedWork,
  over: readonly PassedLimit[],
  { counted }: ControlGround,
) => isExplained(work, over, [work, ...counted.filter(({ id }) => id !== work.id)]);

/** A passed limit as people read it. */
export const overView = (
  over: readonly PassedLimit[],
  { view }: ControlGroundPage,
): readonly OverLimit[] =>
  over.map(({ classId, limit, works, allowed }) => ({
    className: view.classes.find(({ id }) => id === classId)?.name ?? '',
    limit,
    works,
    allowed,
  }));
