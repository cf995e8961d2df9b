import { findCalendar, isYearClosed } from '#db/queries/calendar';
import { findRungBells } from '#db/queries/day-lessons';
import { findPeriodMarks, type PageRow } from '#db/queries/journal-page';
import { findClassDay, findClosedPeriods, findLastLesson, findOpenings } from '#db/queries/locks';
import { findOutages } from '#db/queries/outages';
import { findPeriods, findWorkKinds, findYears } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { outageCause } from '#domain/outages/outage';
import type { LocalInstant } from '#domain/regulation/instant';
import type { Lock } from '#domain/regulation/locks';
import { minuteHere } from '../local-time';
import { once, oncePer } from '../once';
import { regulationByDay } from '../regulation/versions';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { marksOfPeriod, type MarksOfPeriod } from './page-closing';
import { locksOn, type LockGround, type LocksOn } from './locks-on';

export type PageLocks = Pick<
  LocksOn,
  'of' | 'ofReason' | 'ofPeriodMark' | 'ofFinalMark' | 'outageOf' | 'outagesAt'
> & {
  readonly now: LocalInstant;
  readonly regulationOn: LockGround['regulation'];
  /** Those whom the period's closing leaves out: they came after it and had no mark yet. */
  readonly newcomers: (periodId: number) => readonly number[];
  /** Whether a work is written: its own form, else that of its kind. */
  readonly writtenWork: (work: {
    readonly kindId: number;
    readonly written: number | null;
  }) => boolean;
};

/** What is closed on a page now (R2, J4). Everything it depends on is read once, when it is asked for. */
export function locksOfPage(
  { db, core, today }: Pick<Reading, 'db' | 'core' | 'today'>,
  page: PageRow,
): PageLocks {
  const now = minuteHere(core);
  const periods = once(() => findPeriods(db, page.yearId));
  const periodMarks = once(() => findPeriodMarks(db, page));
  const written = once(
    () => new Set(findWorkKinds(db).flatMap(({ id, written }) => (written === 1 ? [id] : []))),
  );
  const rulesByDay = once(() => regulationByDay(db));
  const regulationOn = oncePer((day: IsoDate) => rulesByDay()(day));
  const closed = once(() => findClosedPeriods(db, page.id));
  const marksOf = oncePer((periodId: number): MarksOfPeriod | undefined => {
    const period = periods().find(({ id }) => id === periodId);
    return period && marksOfPeriod(db, page, period, today, periodMarks());
  });
  const isClosed = (periodId: number) =>
    closed().has(periodId) || marksOf(periodId)?.complete === true;
  const unmarked = (periodId: number): ReadonlySet<number> =>
    marksOf(periodId)?.unmarked ?? new Set();
  const { of, ofReason, ofPeriodMark, ofFinalMark, outageOf, outagesAt } = locksOn(
    {
      now,
      periods,
      calendar: once(() => findCalendar(db, page.yearId)),
      year: once(() => {
        const found = findYears(db).find(({ id }) => id === page.yearId);
        return {
          yearStartsOn: found?.startsOn ?? today,
          yearClosedOn: isYearClosed(db, page.yearId) ? today : null,
        };
      }),
      classDay: oncePer((classId) => findClassDay(db, classId) ?? { shift: 1, studyDays: 5 }),
      bells: once(() => findRungBells(db, page.yearId)),
      lastLesson: (classId, date) => findLastLesson(db, classId, date),
      openings: oncePer((pageId) => findOpenings(db, pageId)),
      outages: once(() => findOutages(db, page.yearId)),
      regulation: regulationOn,
      periodMarksSet: (_page, { id }, pupilId) =>
        isClosed(id) && (pupilId === undefined || !unmarked(id).has(pupilId)),
    },
    page,
  );
  return {
    now,
    of,
    ofReason,
    ofPeriodMark,
    ofFinalMark,
    outageOf,
    outagesAt,
    regulationOn,
    newcomers: (periodId) => (isClosed(periodId) ? [...unmarked(periodId)] : []),
    writtenWork: (work) =>
      work.written === null ? written().has(work.kindId) : work.written === 1,
  };
}

/** What an entry into a lesson is told in the trail with: the failure it is entered after (J10). */
export function withCause<Content extends object>(
  locks: PageLocks,
  lesson: Parameters<PageLocks['outageOf']>[0],
  after: Content,
): Content & { readonly cause?: string } {
  const outage = locks.outageOf(lesson);
  return outage === undefined ? after : { ...after, cause: outageCause(outage) };
}

/** Refuses where it is closed, and says why, by which clauses and who may open it. */
export function checkOpen(lock: Lock): void {
  if (lock.open) return;
  const { reason, clauses, mayOpen } = lock;
  refuse('CLOSED', { reason, clauses: [...clauses], mayOpen: [...mayOpen] });
}
