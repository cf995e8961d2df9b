import type { RegulationSummary } from '#contract/regulation';
import { formatDate } from '#domain/calendar/iso-date';
import { regulationTexts as words } from '../../text/regulation';

const day = new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric' });
const dayOfMoment = (moment: string) => day.format(new Date(moment));

/** «действует с 01.09.2026 по 10.01.2027» */
function stateWords({ state, fromDate, until }: RegulationSummary): string {
  return [
    words.states[state],
    fromDate === null ? '' : words.from(formatDate(fromDate)),
    until === null || fromDate === null ? '' : words.until(formatDate(until)),
  ]
    .filter(Boolean)
    .join(' ');
}

export const versionLabel = (one: RegulationSummary): string => `${one.title} (${stateWords(one)})`;

/** Who made and who approved it, in a line. */
export const versionFacts = (one: RegulationSummary): string =>
  [
    one.approvedAt === null
      ? words.notApproved
      : words.approved(one.approvedBy, dayOfMoment(one.approvedAt)),
    one.madeBy === '' ? '' : words.made(one.madeBy, dayOfMoment(one.madeAt)),
    words.basedOn(words.presets[one.preset]),
  ]
    .filter(Boolean)
    .join(' ');
