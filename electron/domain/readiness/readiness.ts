import type { ReadinessFacts } from './facts';
import { needsOf } from './needs';
import { SECTION_KEYS, type ReadinessSection } from './sections';

export const READINESS_STATES = ['missing', 'partly', 'done'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

/** A section of the journal as it stands before the year (D3): computed, nobody ticks it off. */
export type ReadinessItem = {
  readonly section: ReadinessSection;
  readonly state: ReadinessState;
  readonly have: number;
  /** 0: nothing is asked for, or not before the section named in `after`. */
  readonly total: number;
  /** It is one thing, there or not: nothing is counted. */
  readonly whole: boolean;
  /** What is missing, in its order. */
  readonly missing: readonly string[];
  /** The section that comes first, where nothing can be said before. */
  readonly after: ReadinessSection | null;
};

function itemOf(section: ReadinessSection, facts: ReadinessFacts): ReadinessItem {
  const { needs, whole = false, after } = needsOf(section, facts);
  const missing = needs.filter(({ met }) => !met).map(({ name }) => name);
  const [total, have] = [needs.length, needs.length - missing.length];
  const waits = total === 0 && after !== undefined;
  return {
    section,
    state: waits || (total > 0 && have === 0) ? 'missing' : have === total ? 'done' : 'partly',
    have,
    total,
    whole,
    missing,
    after: waits ? after : null,
  };
}

/** How ready the journal is for a school year, section by section (ЭЛЖ 1.2.5, ТИП 2.1). */
export const readinessOf = (facts: ReadinessFacts): readonly ReadinessItem[] =>
  SECTION_KEYS.map((section) => itemOf(section, facts));
