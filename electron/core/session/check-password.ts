import { timingSafeEqual } from 'node:crypto';
import type { Connection, Core } from '../context';
import { inTurn } from '../files/in-turn';
import { readKeyFile } from '../keys/key-file';
import { openWithPassword, type OpenedSlot } from '../keys/slots';
import { refuse } from '../refuse';

const checking = new WeakSet<Connection>();

type Secret = { readonly login: string; readonly password: string };

/**
 * Whether this key is the open journal's. A key file that somebody put in place of ours may have
 * slots of any login with a key of its own: they must not let in where the journal is already open.
 */
const isOurKey = (core: Core, folder: string, key: Buffer): boolean =>
  core.open === null || core.open.folder !== folder || timingSafeEqual(core.open.key, key);

/**
 * The journal's key, the account's secret and the slot behind a login and password of the journal in this folder. Checks go
 * one after another: guesses sent at once wait as those sent in a row, and one check's memory is
 * all they take. Refuses with WRONG_PASSWORD and how long to wait; a window that asks again before
 * it was answered waits too.
 */
export async function checkPassword(
  { core, connection }: { readonly core: Core; readonly connection: Connection },
  folder: string,
  secret: Secret,
): Promise<OpenedSlot> {
  if (checking.has(connection)) refuse('WRONG_PASSWORD', { waitSeconds: 1 });
  checking.add(connection);
  try {
    return await inTurn(`passwords ${core.dataFolder}`, async () => {
      const { attempts } = core;
      const waitSeconds = attempts.waitSeconds(secret.login, core.now());
      if (waitSeconds > 0) return refuse('WRONG_PASSWORD', { waitSeconds });
      const opened = await openWithPassword(await readKeyFile(folder), secret);
      if (opened === undefined || !isOurKey(core, folder, opened.key)) {
        return refuse('WRONG_PASSWORD', {
          waitSeconds: attempts.failed(secret.login, core.now()),
        });
      }
      attempts.succeeded(secret.login);
      return opened;
    });
  } finally {
    checking.delete(connection);
  }
}
