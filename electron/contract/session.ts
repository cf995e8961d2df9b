import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Role } from '#domain/people/roles';
import type { RegulatedAction } from '#domain/regulation/rights';
import { always } from './procedure';

/** Who works in this window. */
export type SessionInfo = {
  readonly accountId: number;
  readonly staffId: number;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly schoolName: string;
  readonly demo: boolean;
  readonly locked: boolean;
  readonly mustChangePassword: boolean;
  readonly idleMinutes: number;
  readonly today: IsoDate;
  /** To whom the regulation in force gives what it gives to some (R4). */
  readonly rights: Readonly<Record<RegulatedAction, readonly Role[]>>;
};

const password = z.string().min(1).max(200);

export const sessionContract = {
  /** The session of this window, or null before the log-in. */
  current: always('query').output(type<SessionInfo | null>()),
  logIn: always('command', 'session.logIn')
    .input(z.object({ login: z.string().trim().min(1).max(100), password }))
    .output(type<SessionInfo>()),
  logOut: always('command', 'session.logOut').output(type<void>()),
  /** Hides the window's work until the password is given again; also done after idle minutes. */
  lock: always('command').output(type<void>()),
  unlock: always('command').input(z.object({ password })).output(type<SessionInfo>()),
  /** The person is there: puts the idle lock off. */
  touch: always('command').output(type<void>()),
  changePassword: always('command', 'session.changePassword')
    .input(z.object({ oldPassword: password, newPassword: password }))
    .output(type<SessionInfo>()),
};
