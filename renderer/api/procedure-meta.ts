import './zod-without-eval';
import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '#contract/index';
import type { ProcedureMeta } from '#contract/procedure';
import type { SessionInfo } from '#contract/session';
import type { Role } from '#domain/people/roles';
import { queryClient } from './query-client';
import { SESSION_KEY } from './session-state';

function procedureAt(path: readonly string[]) {
  let node: unknown = contract;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string, unknown>)[step];
  }
  return isContractProcedure(node) ? node['~orpc'] : undefined;
}

/** The name of a procedure as the screens write it: `school.overview`. */
export type ProcedureName = {
  [Topic in keyof typeof contract]: `${Topic}.${Extract<keyof (typeof contract)[Topic], string>}`;
}[keyof typeof contract];

/**
 * Whether somebody with these roles may call the procedure, by the regulation in force too, as the
 * session knows it (the core decides again by itself).
 */
export function mayCall(roles: readonly Role[], name: ProcedureName): boolean {
  const meta = procedureAt(name.split('.'))?.meta as ProcedureMeta | undefined;
  const session = queryClient.getQueryData<SessionInfo | null>(SESSION_KEY);
  const given = meta?.rule && session?.rights[meta.rule];
  return (meta?.access ?? []).some(
    (access) =>
      access === 'anyone' ||
      access === 'signedIn' ||
      (roles.includes(access) && (given === undefined || given.includes(access))),
  );
}

/** Whether the procedure is a command that takes a `requestId`. */
export function takesRequestId(path: readonly string[]): boolean {
  const procedure = procedureAt(path);
  if ((procedure?.meta as ProcedureMeta | undefined)?.kind !== 'command') return false;
  const input: unknown = procedure?.inputSchema;
  return input instanceof z.ZodObject && 'requestId' in input.shape;
}
