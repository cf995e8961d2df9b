import type { Connection } from '../context';

/** Nobody is logged in on this window any more, and what their password gave is forgotten. */
export function endSession(connection: Connection): void {
  connection.session = null;
  connection.accountSecret?.fill(0);
  connection.accountSecret = null;
}
