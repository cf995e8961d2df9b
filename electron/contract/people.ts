import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { ROLES, type Role } from '#domain/people/roles';
import { command, commandInput, id, query } from './procedure';

export type PupilListRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
  readonly personalFile: string;
  readonly className: string;
  readonly classId: number;
  /** The last day in the school of who is there no more. */
  readonly leftOn: IsoDate | null;
};

export type StaffRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly homeroomOf: string | null;
  readonly account: {
    readonly id: number;
    readonly login: string;
    readonly roles: readonly Role[];
    readonly mustChangePassword: boolean;
    readonly blocked: boolean;
  } | null;
};

const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);

/** What the slip for the person shows; told once. */
export type TemporaryPassword = { readonly login: string; readonly password: string };

export const peopleContract = {
  pupils: query('administrator', 'director', 'deputy', 'classTeacher', 'secretary')
    .input(
      z.object({ classId: id.optional(), yearId: id.optional(), left: z.boolean().optional() }),
    )
    .output(type<readonly PupilListRow[]>()),
  staff: query('administrator', 'director', 'deputy').output(type<readonly StaffRow[]>()),
  openAccount: command('account.open', 'administrator')
    .input(commandInput({ staffId: id, login: z.string().trim().min(1).max(100), roles }))
    .output(type<TemporaryPassword>()),
  setRoles: command('account.setRoles', 'administrator')
    .input(commandInput({ accountId: id, roles }))
    .output(type<void>()),
  /** A new temporary password for who forgot theirs. */
  resetPassword: command('account.resetPassword', 'administrator')
    .input(commandInput({ accountId: id }))
    .output(type<TemporaryPassword>()),
  setBlocked: command('account.setBlocked', 'administrator')
    .input(commandInput({ accountId: id, blocked: z.boolean() }))
    .output(type<void>()),
};
