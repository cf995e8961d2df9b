import type { Reading } from '../unit-of-work';
import { runCommand } from '../unit-of-work';
import { refuse } from '../refuse';

/**
 * Writes into the audit trail that personal data was looked at or printed (U4): once a person, a
 * thing and a day, however often it is opened, so that the trail tells and is not flooded.
 */
export function recordLook(
  { core, actor, today }: Omit<Reading, 'db'>,
  { action, entity, id }: { readonly action: string; readonly entity: string; readonly id: string },
): void {
  const open = core.open ?? refuse('NOT_SIGNED_IN');
  // Requests of windows have random ids: this one cannot be taken by them.
  const requestId = `${action} ${entity} ${id} ${actor.accountId} ${today}`;
  runCommand(core, open, { requestId, action, actor }, ({ record }) =>
    record(entity, id, null, { on: today }),
  );
}
