import type { PageData, PageLocks, PageOutage } from '#contract/journal-page';
import type { Period, SchoolOverview, WorkKind } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { LockReason } from '#domain/regulation/locks';
import { listName } from '#domain/people/name';
import type { PeriodMarkRules } from '#domain/regulation/period-rules';
import {
  FINAL_KINDS,
  finalKindsOf,
  isFinal,
  type FinalKind,
  type Finals,
} from '#domain/periods/finals';
import { createBrought, type Brought } from './brought';

export type Pupil = {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** Days between the two on which the pupil was not in the list. */
  readonly away: readonly (readonly [from: IsoDate, to: IsoDate])[];
};
export type ControlOfLesson = {
  readonly kindId: number;
  readonly title: string;
  /** Until then it is a proposal. */
  readonly fixed: boolean;
};
export type Lesson = {
  readonly id: number;
  readonly date: IsoDate;
  readonly number: number;
  /** Who held it instead of the page's teacher. */
  readonly heldBy?: string | undefined;
  /** What the schedule of control works puts on it. */
  readonly controls: readonly ControlOfLesson[];
};

/** A column the cursor can stand in. */
export type Column =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'period'; readonly period: MarkedPeriod };

/** A column of marks beside those of lessons: of a period, the year, the examination, the final one. */
export type MarkedPeriod = Omit<Period, 'kind'> & { readonly kind: Period['kind'] | FinalKind };

/** Periods have ids above zero: below stands what comes after the year's mark. */
const FINAL_IDS: Readonly<Record<FinalKind, number>> = { exam: -1, final: -2 };
export const finalId = (kind: FinalKind): number => FINAL_IDS[kind];
export const finalOfId = (id: number): FinalKind | undefined =>
  FINAL_KINDS.find((kind) => FINAL_IDS[kind] === id);

const finalsOf = (year: Period, finals: Finals): readonly MarkedPeriod[] =>
  finalKindsOf(finals).map((kind) => ({ ...year, kind, id: FINAL_IDS[kind] }));

/** What of a page does not change while it is open. */
export type PageModel = {
  readonly page: PageData['page'];
  readonly period: Period;
  /** The periods of this grade in their order, the year last. */
  readonly periods: readonly Period[];
  /** On the year's page: what stands after the year's mark. */
  readonly finals: readonly MarkedPeriod[];
  readonly pupils: readonly Pupil[];
  readonly brought: Brought;
  /** What a mark for the period obeys today (R3). */
  readonly rulesOf: (period: MarkedPeriod) => PeriodMarkRules;
  readonly lessons: readonly Lesson[];
  /** The scrolled columns and, last, that of the period's mark, which always stays in sight. */
  readonly columns: readonly Column[];
  /** How many of the columns scroll: all but the last, or all where no marks are given. */
  readonly scrolled: number;
  readonly workKinds: readonly WorkKind[];
  readonly holidays: SchoolOverview['holidays'];
  readonly today: IsoDate;
  /** Dots of earlier periods that still wait for their marks. */
  readonly olderDebts: PageData['olderDebts'];
  /** What the period's marks need; null for the year and where no marks are given. */
  readonly due: PageData['due'];
  /** Whether the one who looks may fill the lesson: own pages, and lessons held instead of others. */
  readonly mayFill: (lessonId: number) => boolean;
  /** The parts of the class that homework can be set for. */
  readonly groups: PageData['groups'];
  readonly locks: LocksNow;
  /** The same for its topic and homework, its works and marks: the regulation may have closed them. */
  readonly mayWrite: (lessonId: number) => boolean;
  readonly mayMark: (lessonId: number) => boolean;
  /** Why the topic and the homework of a lesson to come may not be written yet, where that is so. */
  readonly aheadLock: (lesson: Pick<Lesson, 'id' | 'date'>) => LockReason | undefined;
  /** What of a lesson the regulation has closed for a pupil, or for all. */
  readonly lockAt: (lesson: Pick<Lesson, 'id' | 'date'>, pupilId?: number) => LessonLock;
  /** The technical failure that met the lesson (J10). */
  readonly outageOf: (lessonId: number) => PageOutage | undefined;
  /** Why a period's mark is closed for a pupil. */
  readonly periodLockAt: (period: MarkedPeriod, pupilId: number) => LockReason | undefined;
};

export type LessonLock = {
  readonly marks: LockReason | undefined;
  readonly records: LockReason | undefined;
};
const OPEN: LessonLock = { marks: undefined, records: undefined };

/** What the regulation has closed, as it is now: it changes while the page is open. */
export type LocksNow = {
  readonly now: () => PageLocks;
  readonly take: (locks: PageLocks) => void;
};

/** What is closed, with what was opened again for single pupils, and who came after a closing. */
function readLocks(locks: PageLocks): Pick<PageModel, 'lockAt' | 'periodLockAt'> {
  const lessons = new Map(
    locks.lessons.map(([id, marks, records]): [number, LessonLock] => [
      id,
      { marks: marks ?? undefined, records: records ?? undefined },
    ]),
  );
  const periods = new Map(locks.periods);
  const single = locks.openings.filter(({ active, pupilId }) => active && pupilId !== null);
  const openedFor = (day: IsoDate, pupilId: number | undefined) =>
    single.some((one) => one.pupilId === pupilId && one.fromDate <= day && day <= one.toDate);
  const newcomers: ReadonlySet<number | undefined> = new Set(locks.newcomers);
  const ofNewcomer = (reason: LockReason | undefined) =>
    reason === 'periodMarksSet' ? undefined : reason;
  return {
    lockAt({ id, date }, pupilId) {
      const lock = lessons.get(id);
      if (lock === undefined || openedFor(date, pupilId)) return OPEN;
      return newcomers.has(pupilId)
        ? { marks: ofNewcomer(lock.marks), records: ofNewcomer(lock.records) }
        : lock;
    },
    periodLockAt({ id, kind, endsOn }, pupilId) {
      if (openedFor(endsOn, pupilId)) return undefined;
      return isFinal(kind) ? (locks.finals ?? undefined) : periods.get(id);
    },
  };
}

function locksOf(
  first: PageLocks,
): Pick<PageModel, 'lockAt' | 'periodLockAt'> & { readonly locks: LocksNow } {
  let [now, read] = [first, readLocks(first)];
  return {
    locks: {
      now: () => now,
      take: (locks) => void ([now, read] = [locks, readLocks(locks)]),
    },
    lockAt: (lesson, pupilId) => read.lockAt(lesson, pupilId),
    periodLockAt: (period, pupilId) => read.periodLockAt(period, pupilId),
  };
}

/** The periods of a grade: in their order of the year, the year itself last. */
export function periodsOf(periods: readonly Period[], grade: number): readonly Period[] {
  return periods
    .filter(({ gradeFrom, gradeTo }) => gradeFrom <= grade && grade <= gradeTo)
    .toSorted(
      (a, b) =>
        Number(a.kind === 'year') - Number(b.kind === 'year') ||
        a.startsOn.localeCompare(b.startsOn),
    );
}

/** The period of today; in holidays the one before; before the year the first. */
export function currentPeriod(periods: readonly Period[], today: IsoDate): Period | undefined {
  const parts = periods.filter(({ kind }) => kind !== 'year');
  return parts.findLast(({ startsOn }) => startsOn <= today) ?? parts[0] ?? periods[0];
}

/** The page as the grid lays it out. */
export function createPageModel(
  data: PageData,
  overview: SchoolOverview,
  today: IsoDate,
): PageModel | undefined {
  const periods = periodsOf(overview.periods, data.page.grade);
  const period = periods.find(({ id }) => id === data.periodId);
  if (period === undefined) return undefined;
  const heldBy = new Map(data.substitutes);
  const controls = new Map<number, ControlOfLesson[]>();
  for (const [lessonId, kindId, title, fixed] of data.controlWorks) {
    const own = controls.get(lessonId) ?? [];
    controls.set(lessonId, [...own, { kindId, title, fixed: fixed === 1 }]);
  }
  const lessons = data.lessons.map(([id, date, number]): Lesson => ({
    id,
    date,
    number,
    heldBy: heldBy.get(id),
    controls: controls.get(id) ?? [],
  }));
  const toFill = new Set(data.page.lessonsToFill);
  const mayFill = (lessonId: number) => data.page.canEdit || toFill.has(lessonId);
  const { locks, lockAt, periodLockAt } = locksOf(data.locks);
  const dayOf = new Map(lessons.map(({ id, date }) => [id, date]));
  const lockOfLesson = (id: number) => lockAt({ id, date: dayOf.get(id) ?? today });
  const withMarks = data.page.noMarks === null;
  const ofYear = period.kind === 'year' && withMarks;
  const finals = ofYear ? finalsOf(period, data.page.finals) : [];
  const marked: readonly MarkedPeriod[] = [
    ...(ofYear ? periods.filter(({ kind }) => kind !== 'year') : []),
    ...(withMarks ? [period, ...finals] : []),
  ];
  const columns: readonly Column[] = [
    ...(ofYear ? [] : lessons.map((lesson): Column => ({ kind: 'lesson', lesson }))),
    ...marked.map((one): Column => ({ kind: 'period', period: one })),
  ];
  return {
    page: data.page,
    period,
    periods,
    pupils: data.pupils.map(([id, lastName, firstName, middleName, from, to, away], index) => ({
      id,
      number: index + 1,
      name: listName({ lastName, firstName, middleName }),
      from,
      to,
      away,
    })),
    brought: createBrought(data),
    rulesOf: ({ kind }) => (kind === 'year' || isFinal(kind) ? data.rules.year : data.rules.period),
    lessons,
    finals,
    columns,
    scrolled: withMarks ? columns.length - 1 : columns.length,
    workKinds: overview.workKinds,
    holidays: overview.holidays,
    today,
    olderDebts: data.olderDebts,
    groups: data.groups,
    due: data.due,
    mayFill,
    mayWrite: (lessonId) => mayFill(lessonId) && lockOfLesson(lessonId).records === undefined,
    mayMark: (lessonId) => mayFill(lessonId) && lockOfLesson(lessonId).marks === undefined,
    locks,
    lockAt,
    periodLockAt,
    outageOf: (lessonId) =>
      locks.now().outages.find(({ lessonIds }) => lessonIds.includes(lessonId)),
    aheadLock: (lesson) => (lesson.date > today ? lockAt(lesson).records : undefined),
  };
}
