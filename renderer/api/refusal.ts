import { ORPCError } from '@orpc/client';
import type { Refusal } from '#contract/errors';

/**
 * The declared refusal behind an error of a call; undefined for whatever else went wrong. The core
 * has checked its data against the contract before it was sent: that is what `defined` says.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ORPCError) || !error.defined) return undefined;
  return { code: error.code, data: error.data as unknown } as Refusal;
}
