import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Role } from '#domain/people/roles';
import { HEALTH_GROUPS, SPORT_GROUPS, type HealthData } from '#domain/health/health-sheet';
import { command, commandInput, id, query } from './procedure';

/** Who may be permitted: who works with pupils' cards. */
export const HEALTH_ROLES = [
  'administrator',
  'director',
  'deputy',
  'classTeacher',
  'secretary',
] as const;

export type HealthAccount = {
  readonly accountId: number;
  readonly name: string;
  readonly position: string;
  readonly roles: readonly Role[];
  readonly permitted: boolean;
  readonly grantedBy: string;
  readonly grantedAt: string | null;
  /** Has logged in with an own password: only then there is a key to seal for. */
  readonly ready: boolean;
};
export type HealthAccess = {
  readonly on: boolean;
  /** Who asks holds the block's key. */
  readonly permitted: boolean;
  /** Who asks may open and close it for others. */
  readonly mayGrant: boolean;
  /** The recovery key of the safe opens the sheets as well. */
  readonly recoverable: boolean;
  readonly accounts: readonly HealthAccount[];
};
export type HealthSheet = {
  readonly version: number;
  readonly data: HealthData;
  readonly mayEdit: boolean;
};

const text = z.string().max(2000);
export const healthData = z.object({
  group: z.enum(HEALTH_GROUPS).nullable(),
  sport: z.enum(SPORT_GROUPS).nullable(),
  seat: z.string().max(100),
  recommendations: text,
  conditions: text,
  disability: text,
});
const recoveryKey = z.string().max(100);

/** The health sheet: sealed with a key of its own, for named persons only (C1, 152-ФЗ). */
export const healthContract = {
  access: query('administrator', 'director', 'deputy').output(type<HealthAccess>()),
  /** Whether who asks may open health sheets: screens offer them only then. */
  mine: query(...HEALTH_ROLES).output(type<{ readonly permitted: boolean }>()),
  /** Begins to keep health sheets and names the first persons; nobody else can open them. */
  turnOn: command('health.turnOn', 'administrator')
    .input(
      commandInput({
        accountIds: z.array(id).min(1).max(200),
        /** Asked for where the journal does not know its public part yet. */
        recoveryKey: recoveryKey.optional(),
      }),
    )
    .output(type<void>()),
  grant: command('health.grant', 'administrator', 'director', 'deputy')
    .input(commandInput({ accountId: id }))
    .output(type<void>()),
  /** Everything is sealed anew: what the person's key opened before opens nothing now. */
  revoke: command('health.revoke', 'administrator', 'director', 'deputy')
    .input(commandInput({ accountId: id }))
    .output(type<void>()),
  /** Opens the block for who asks with the paper key of the safe: when nobody else is left. */
  recover: command('health.recover', 'administrator', 'director', 'deputy')
    .input(commandInput({ recoveryKey }))
    .output(type<void>()),
  sheet: query(...HEALTH_ROLES)
    .input(z.object({ pupilId: id }))
    .output(type<HealthSheet>()),
  save: command('health.save', 'administrator', 'classTeacher', 'secretary')
    .input(commandInput({ pupilId: id, version: z.int().min(0), data: healthData }))
    .output(type<{ readonly version: number }>()),
};
