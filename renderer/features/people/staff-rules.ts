import type { StaffRow } from '#contract/people';
import type { Role } from '#domain/people/roles';

export type AccessState = 'none' | 'temporary' | 'open' | 'blocked';

/** Whether and how a member of staff gets into the journal. */
export function accessState({ account }: StaffRow): AccessState {
  if (account === null) return 'none';
  if (account.blocked) return 'blocked';
  return account.mustChangePassword ? 'temporary' : 'open';
}

/** What most likely has to be ticked for a new account. */
export function likelyRoles(row: StaffRow): readonly Role[] {
  const position = row.position.toLowerCase();
  if (/зам/.test(position)) return ['deputy', 'teacher'];
  if (/директор/.test(position)) return ['director'];
  if (/секретар|делопроизв/.test(position)) return ['secretary'];
  return row.homeroomOf === null ? ['teacher'] : ['classTeacher', 'teacher'];
}
