import type { LessonLockRow, PageLocks } from '#contract/journal-page';
import type { findPageContent, PageRow } from '#db/queries/journal-page';
import { findOpenings } from '#db/queries/locks';
import { findPeriods } from '#db/queries/school';
import { outageCause, outageIsOpen } from '#domain/outages/outage';
import type { LocalInstant } from '#domain/regulation/instant';
import type { Lock, LockReason } from '#domain/regulation/locks';
import { regulationOn } from '../regulation/versions';
import type { Reading } from '../unit-of-work';
import { mayOpenLocks } from './open-locked';
import { locksOfPage } from './page-locks';

/** The failures that met lessons shown, each with its lessons. */
function outagesOf(
  { outagesAt }: Pick<ReturnType<typeof locksOfPage>, 'outagesAt'>,
  lessons: ReturnType<typeof findPageContent>['lessons'],
  now: LocalInstant,
): PageLocks['outages'] {
  const met = lessons.flatMap(([id, date, number]) =>
    outagesAt({ date, number }).map((outage) => ({ id, outage })),
  );
  return [...Map.groupBy(met, ({ outage }) => outage).entries()].map(([outage, own]) => ({
    cause: outageCause(outage),
    untilDay: outage.untilDay,
    active: outageIsOpen(outage, now),
    lessonIds: own.map(({ id }) => id),
  }));
}

/** What is closed on a page, for the screen: the core asks again at every entry. */
export function shownLocks(
  reading: Reading,
  page: PageRow,
  { lessons, works }: Pick<ReturnType<typeof findPageContent>, 'lessons' | 'works'>,
): PageLocks {
  const { db, actor, today } = reading;
  const locks = locksOfPage(reading, page);
  const clauses = new Map<LockReason, readonly string[]>();
  const reasonOf = (lock: Lock): LockReason | null => {
    if (lock.open) return null;
    clauses.set(lock.reason, lock.clauses);
    return lock.reason;
  };
  const written = new Set(
    works.flatMap(([lessonId, , kindId, , , own]) =>
      locks.writtenWork({ kindId, written: own }) ? [lessonId] : [],
    ),
  );
  // Of a lesson to come only the topic and the homework can be closed: nothing else is entered yet.
  const rows = lessons.map(([id, date, number]): LessonLockRow => {
    const kind = written.has(id) ? 'writtenMark' : 'oralMark';
    const at = { date, number };
    return date > today
      ? [id, null, reasonOf(locks.of('topic', at))]
      : [id, reasonOf(locks.of(kind, at)), reasonOf(locks.of('attendance', at))];
  });
  const ofGrade = findPeriods(db, page.yearId).filter(
    ({ gradeFrom, gradeTo }) => gradeFrom <= page.grade && page.grade <= gradeTo,
  );
  const periods = ofGrade.flatMap((period) => {
    const reason = reasonOf(locks.ofPeriodMark(period));
    return reason === null ? [] : [[period.id, reason] as const];
  });
  const year = ofGrade.find(({ kind }) => kind === 'year');
  return {
    finals: year === undefined ? null : reasonOf(locks.ofFinalMark(year)),
    lessons: rows.filter(([, marks, records]) => marks !== null || records !== null),
    periods,
    clauses: Object.fromEntries(clauses),
    mayOpen: regulationOn(db, today).rules.openLocks.value,
    iMayOpen: mayOpenLocks(db, actor, today),
    outages: outagesOf(locks, lessons, locks.now),
    newcomers: [...new Set(ofGrade.flatMap(({ id }) => locks.newcomers(id)))],
    openings: findOpenings(db, page.id).map((one) => ({
      ...one,
      active: one.closedAt === null && locks.now <= one.until,
    })),
  };
}
