import { ORPCError } from '@orpc/client';
import { ERRORS, type ErrorCode, type Refusal } from '#contract/errors';

const isDeclared = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** The declared refusal behind an error of a call; undefined for whatever else went wrong. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ORPCError) || !isDeclared(error.code)) return undefined;
  const declared = ERRORS[error.code];
  if (!('data' in declared)) return { code: error.code, data: undefined } as Refusal;
  const data = declared.data.safeParse(error.data);
  return data.success ? ({ code: error.code, data: data.data } as Refusal) : undefined;
}
