import { findMembers, findPage, findPeriodMarks, type PageRow } from '#db/queries/journal-page';
import { findClosedPeriods, findPagesOfPupil, insertClosing } from '#db/queries/locks';
import type { PeriodRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { regulationOn } from '../regulation/versions';
import type { Writing } from '../unit-of-work';

type PeriodSpan = Pick<PeriodRow, 'id' | 'endsOn'>;
type Period = PeriodSpan & Pick<PeriodRow, 'kind'>;

const lastDay = ({ endsOn }: PeriodSpan, today: IsoDate) => (endsOn < today ? endsOn : today);

export type MarksOfPeriod = {
  /** Everybody who is on the page at the end has the period's mark. */
  readonly complete: boolean;
  /** Those on the page who never had one: they came later, or still wait for it. */
  readonly unmarked: ReadonlySet<number>;
};

/** How it stands with a page's marks for a period. */
export function marksOfPeriod(
  db: ReadableDb,
  page: PageRow,
  period: PeriodSpan,
  today: IsoDate,
  periodMarks: ReturnType<typeof findPeriodMarks> = findPeriodMarks(db, page),
): MarksOfPeriod {
  const last = lastDay(period, today);
  const pupils = findMembers(db, page, last, last).map(([id]) => id);
  const own = periodMarks.filter(([, of]) => of === period.id);
  const set = new Set(own.flatMap(([pupilId, , value]) => (value === '' ? [] : [pupilId])));
  // A mark that was taken away leaves its row: there was one.
  const ever = new Set(own.map(([pupilId]) => pupilId));
  return {
    complete: pupils.length > 0 && pupils.every((id) => set.has(id)),
    unmarked: new Set(pupils.filter((id) => !ever.has(id))),
  };
}

/**
 * Writes down that pages are complete, where they are and the regulation closes them: what was closed
 * once stays so. Asked before a period mark changes and after it, of every page the mark counts on.
 */
export function noteClosings(
  writing: Writing,
  of: { readonly subjectId: number; readonly yearId: number; readonly pupilId: number },
  period: Period,
): void {
  const { db, core, actor, now, today, record } = writing;
  const { rules } = regulationOn(db, lastDay(period, today));
  // No lesson lies in the year itself.
  if (period.kind === 'year' || !rules.closedByPeriodMarks.value) return;
  for (const pageId of findPagesOfPupil(db, of)) {
    const page = findPage(db, pageId);
    if (page === undefined || findClosedPeriods(db, pageId).has(period.id)) continue;
    if (!marksOfPeriod(db, page, period, today).complete) continue;
    insertClosing(db, { pageId, periodId: period.id, closedAt: now });
    record('pageClosing', `${pageId}:${period.id}`, null, { closedAt: now });
    writing.afterCommit(() => core.pageEvents.publish(pageId, { kind: 'locks', by: actor.name }));
  }
}
