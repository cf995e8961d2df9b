import type { Core } from '../context';
import { inTurn } from '../files/in-turn';

/**
 * Work that puts a journal into its place (a new one, a restored one, the demonstration school), one
 * after another: two at once would mix their files. One that waits can still be broken off.
 */
export function changingPlaces<T>(
  core: Pick<Core, 'dataFolder'>,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  return inTurn(`places ${core.dataFolder}`, () => {
    signal?.throwIfAborted();
    return work();
  });
}
