import { z } from 'zod';
import type { Workplace } from '#contract/setup';

const KEY = 'school-journal:workplace';
const remembered = z.object({ version: z.string().max(40) });

/**
 * What the log-in of the school's own journal looked like last time: it is shown at once, and the
 * core, which starts beside the window, confirms or corrects it. Undefined where there was none.
 */
export function rememberedWorkplace(): Workplace | undefined {
  const text = localStorage.getItem(KEY);
  if (text === null) return undefined;
  try {
    const { version } = remembered.parse(JSON.parse(text));
    return { place: 'school', journal: 'present', schoolName: null, demoPeople: [], version };
  } catch {
    return undefined;
  }
}

/** Keeps what the next start may show at once; nothing where it must ask first. */
export function rememberWorkplace({ place, journal, version }: Workplace): void {
  if (place === 'school' && journal === 'present') {
    localStorage.setItem(KEY, JSON.stringify({ version }));
  } else localStorage.removeItem(KEY);
}
