import { ORPCError } from '@orpc/server';

/** The code and data of the refusal that the call ends with. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; data: unknown } | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code, data: error.data };
    throw error;
  }
}
