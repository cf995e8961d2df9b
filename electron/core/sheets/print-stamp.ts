import type { Core, Session } from '../context';
import type { PrintStamp } from './official-page';

/** Who prints and when, by the clock of this computer. */
export function stampOf(core: Core, { name }: Session): PrintStamp {
  const now = core.now();
  const time = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
  return { date: core.today(), time, by: name };
}
