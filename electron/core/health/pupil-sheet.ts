import type { HealthSheet } from '#contract/health';
import { healthAccesses, pupilHealthOf } from '#db/queries/health';
import type { ReadableDb } from '#db/statement';
import type { HealthData } from '#domain/health/health-sheet';
import type { CallContext } from '../context';
import { cardToKeep, cardToSee } from '../pupils/card-access';
import { recordLook } from '../pupils/record-look';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { healthKeyOf } from './account-keys';
import { readHealth, writeHealth } from './sheets';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

/** Runs with the health key of who asks, and forgets it. Refuses whoever is not permitted. */
export function withHealthKey<T>(
  db: ReadableDb,
  { connection }: CallContext,
  work: (healthKey: Buffer) => T,
): T {
  const { session, accountSecret } = connection;
  if (healthAccesses(db).length === 0) refuse('INVALID', { why: 'healthIsOff' });
  const key = session === null ? undefined : healthKeyOf(db, session.accountId, accountSecret);
  if (key === undefined) refuse('FORBIDDEN', { why: 'healthClosed' });
  try {
    return work(key);
  } finally {
    key.fill(0);
  }
}

/**
 * A pupil's line of the health sheet, for who is permitted and sees the card. The trail tells that
 * it was opened, once a person and day, never what stands there.
 */
export function healthSheet({
  context,
  input: { pupilId },
}: Call<{ readonly pupilId: number }>): HealthSheet {
  const { core } = context;
  const { session, open } = signedIn(context);
  const { db } = open.journal;
  const reading = { db, actor: session, today: core.today(), core };
  const { mayKeep: mayEdit } = cardToSee(reading, pupilId);
  return withHealthKey(db, context, (healthKey) => {
    recordLook(reading, { action: 'health.look', entity: 'healthLook', id: String(pupilId) });
    return { ...readHealth(db, healthKey, pupilId), mayEdit };
  });
}

/** Changes a pupil's line of the health sheet; CONFLICT where somebody else was faster. */
export function saveHealth({
  context,
  input,
}: Call<{
  readonly requestId: string;
  readonly pupilId: number;
  readonly version: number;
  readonly data: HealthData;
}>): { version: number } {
  const { core } = context;
  const begun = signedIn(context);
  const { pupilId } = input;
  const request = { requestId: input.requestId, action: 'health.save' };
  return runCommandOf(context, begun, request, ({ db, record }) => {
    cardToKeep({ db, actor: begun.session, today: core.today() }, pupilId);
    return withHealthKey(db, context, (healthKey) => {
      const before = pupilHealthOf(db, pupilId)?.version ?? 0;
      if (before !== input.version) {
        refuse('CONFLICT', { current: readHealth(db, healthKey, pupilId) });
      }
      const version = before + 1;
      writeHealth(db, healthKey, { pupilId, version, data: input.data });
      record('health', String(pupilId), { version: before }, { version });
      return { version };
    });
  });
}
