import { isYearClosed } from '#db/queries/calendar';
import { findMembers } from '#db/queries/journal-page';
import { closeOpening, findOpening, insertOpening } from '#db/queries/locks';
import { findYears } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Actor } from '#domain/people/roles';
import { endOf } from '#domain/regulation/instant';
import { lastDayToOpen } from '#domain/regulation/locks';
import { mayByRegulation } from '#domain/regulation/rights';
import { minuteHere } from '../local-time';
import { regulationOn } from '../regulation/versions';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { pageToSee } from './page-access';

const ENTITY = 'lockOpening';

/** Whether the person opens what is closed, by the regulation in force today (J4, ТИП 2.14). */
export const mayOpenLocks = (db: ReadableDb, actor: Actor, today: IsoDate): boolean =>
  mayByRegulation(regulationOn(db, today), actor, 'openLocks');

function checkMayOpen({ db, actor, today }: Writing): void {
  if (!mayOpenLocks(db, actor, today)) refuse('FORBIDDEN', { why: 'role' });
}

/** Opens lessons of some days of a page for a cause, until the end of a day. */
export function openLocked(
  writing: Writing,
  input: {
    readonly pageId: number;
    readonly fromDate: IsoDate;
    readonly toDate: IsoDate;
    readonly pupilId: number | null;
    readonly untilDay: IsoDate;
    readonly reason: string;
  },
): { readonly id: number } {
  checkMayOpen(writing);
  const { db, actor, today, core, record } = writing;
  const { pageId, fromDate, toDate, pupilId, untilDay, reason } = input;
  const { page } = pageToSee(writing, pageId);
  if (isYearClosed(db, page.yearId)) refuse('INVALID', { why: 'yearClosed' });
  if (fromDate > toDate) refuse('INVALID', { why: 'dates' });
  if (untilDay < today) refuse('INVALID', { why: 'pastDay' });
  const yearStartsOn = findYears(db).find(({ id }) => id === page.yearId)?.startsOn ?? today;
  if (untilDay > lastDayToOpen(yearStartsOn, today)) refuse('INVALID', { why: 'openedTooLong' });
  const there = findMembers(db, page, fromDate, toDate);
  if (pupilId !== null && !there.some(([id]) => id === pupilId)) {
    refuse('INVALID', { why: 'pupilNotOnPage' });
  }
  const opening = {
    pageId,
    fromDate,
    toDate,
    pupilId,
    reason,
    openedAt: minuteHere(core),
    openedBy: actor.name,
    until: endOf(untilDay),
  };
  const id = insertOpening(db, opening);
  record(ENTITY, String(id), null, opening);
  writing.afterCommit(() => core.pageEvents.publish(pageId, { kind: 'locks', by: actor.name }));
  return { id };
}

/** Closes again before the time; what was entered stays. */
export function closeAgain(writing: Writing, { id }: { readonly id: number }): void {
  checkMayOpen(writing);
  const { db, actor, core, record } = writing;
  const opening = findOpening(db, id) ?? refuse('NOT_FOUND', { what: 'opening' });
  pageToSee(writing, opening.pageId);
  if (opening.closedAt !== null) return;
  const closed = { closedAt: minuteHere(core), closedBy: actor.name };
  closeOpening(db, id, closed);
  record(ENTITY, String(id), { closedAt: null }, closed);
  writing.afterCommit(() =>
    core.pageEvents.publish(opening.pageId, { kind: 'locks', by: actor.name }),
  );
}
