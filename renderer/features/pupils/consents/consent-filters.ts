import type { ConsentLine } from '#contract/consents';
import { assertNever } from '#domain/assert-never';
import { CONSENT_KINDS } from '#domain/consents/consents';

export const CONSENT_FILTERS = ['all', 'missing', 'paper', 'withdrawn', 'soon'] as const;
export type ConsentFilter = (typeof CONSENT_FILTERS)[number];

/** The filter that the address names; any other word shows everybody. */
export const filterOf = (text: string | undefined): ConsentFilter =>
  CONSENT_FILTERS.find((one) => one === text) ?? 'all';

/** Whether a line of the register belongs to the filter. */
export function matchesFilter({ kinds }: ConsentLine, filter: ConsentFilter): boolean {
  switch (filter) {
    case 'missing':
      return kinds.processing.state !== 'given';
    case 'paper':
      return kinds.electronicForm.state === 'refused';
    case 'withdrawn':
      return CONSENT_KINDS.some((kind) => kinds[kind].state === 'withdrawn');
    case 'soon':
      return CONSENT_KINDS.some((kind) => kinds[kind].soon || kinds[kind].state === 'expired');
    case 'all':
      return true;
    default:
      return assertNever(filter);
  }
}
