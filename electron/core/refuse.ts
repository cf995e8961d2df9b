import { ORPCError } from '@orpc/server';
import type { ErrorCode, RefusalData } from '#contract/errors';

/** Ends the call with a declared error: the only way a use-case says no. */
export function refuse<Code extends ErrorCode>(
  code: Code,
  ...[data]: RefusalData<Code> extends undefined ? [] : [data: RefusalData<Code>]
): never {
  throw new ORPCError(code, { data });
}
