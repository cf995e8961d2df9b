/** Ends a switch over a union: a member nobody handled does not compile; at run time it throws. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${typeof value}`);
}
