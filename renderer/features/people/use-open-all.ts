import { useRef, useState } from 'react';
import type { StaffRow } from '#contract/people';
import { fullName } from '#domain/people/name';
import type { Role } from '#domain/people/roles';
import { suggestLogin } from '#domain/people/suggest-login';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { addSlip } from './slips';
import { likelyRoles } from './staff-rules';

type State = { readonly done: number; readonly name: string };

/** Opens an account for each of the staff without one, one after another; what is made stays made. */
export function useOpenAll() {
  const [progress, setProgress] = useState<State | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stopped = useRef(false);

  async function run(
    rows: readonly StaffRow[],
    logins: readonly string[],
    rolesOf: (row: StaffRow) => readonly Role[] = likelyRoles,
  ): Promise<void> {
    const taken = [...logins];
    stopped.current = false;
    setError(null);
    try {
      for (const [index, row] of rows.entries()) {
        if (stopped.current) break;
        setProgress({ done: index / rows.length, name: fullName(row) });
        const login = suggestLogin(row, taken);
        const secret = await core.people.openAccount({
          staffId: row.id,
          login,
          roles: [...rolesOf(row)],
        });
        taken.push(login);
        addSlip({ name: fullName(row), ...secret });
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setProgress(null);
      await queryClient.invalidateQueries({ queryKey: queries.people.staff.key() });
    }
  }
  return {
    progress,
    error,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
