import type { PageSummary } from '#contract/journal-page';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';

/** So many days before and after a lesson held instead of somebody its page is among one's own. */
const DAYS = 7;

/** The lessons of a page that the one who asks holds instead of its teacher about these days. */
export const substitutingNow = (page: PageSummary, today: IsoDate) =>
  page.substituting.filter(
    ({ date }) => addDays(today, -DAYS) <= date && date <= addDays(today, DAYS),
  );

/** Whether a page is at hand: taught, or with a lesson held instead of its teacher. */
export const isAtHand = (page: PageSummary, today: IsoDate): boolean =>
  page.mine || substitutingNow(page, today).length > 0;
