import type { Core } from '../context';
import { refreshSession } from './log-in';

/** Every window where this account works learns at once what became of it. */
export function refreshWindows(core: Core, accountId: number): void {
  for (const connection of core.connections) {
    if (connection.session?.accountId === accountId && core.open !== null) {
      refreshSession(connection, core.open);
    }
  }
}
