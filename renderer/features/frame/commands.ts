import { core, shell } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { setSession } from '../../api/session-state';
import { notifyError } from '../../ui/notify';

/** Ends the session of this window. */
export function logOut(): void {
  core.session.logOut().then(() => setSession(null), notifyError);
}

/** Back from the demonstration school to what this computer had before. */
export function leaveDemo(): void {
  core.setup
    .leaveDemo()
    .then(() => {
      setSession(null);
      return queryClient.invalidateQueries({ queryKey: queries.setup.workplace.queryKey() });
    })
    .catch(notifyError);
}

export function openNewWindow(): void {
  shell.newWindow().catch(notifyError);
}
