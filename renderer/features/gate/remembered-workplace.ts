import type { Workplace } from '#contract/setup';

const KEY = 'school-journal:school-of-version';

/**
 * What the log-in of the school's own journal looked like last time: it is shown at once, and the
 * core, which starts beside the window, confirms or corrects it. Undefined where there was none.
 */
export function rememberedWorkplace(): Workplace | undefined {
  const version = localStorage.getItem(KEY);
  if (version === null) return undefined;
  return { place: 'school', journal: 'present', schoolName: null, demoPeople: [], version };
}

/** Keeps what the next start may show at once; nothing where it must ask first. */
export function rememberWorkplace({ place, journal, version }: Workplace): void {
  if (place === 'school' && journal === 'present') localStorage.setItem(KEY, version);
  else localStorage.removeItem(KEY);
}
