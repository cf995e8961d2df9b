import type { Readiness } from '#contract/readiness';
import { findRegulationOn } from '#db/queries/regulation';
import { findPeriods, findYearOr, type YearRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Role } from '#domain/people/roles';
import { readinessOf, type ReadinessItem } from '#domain/readiness/readiness';
import { sectionDue, sectionFacts } from '#domain/readiness/sections';
import type { Regulation } from '#domain/regulation/regulation';
import { ROLE_WORDS } from '#domain/regulation/sentences';
import { startingRegulation } from '#domain/regulation/stored';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';
import { readinessFacts } from './facts';
import { yearState, type YearState } from './year-state';

/** Roles that many hold are not called by their names. */
const MANY: Readonly<Partial<Record<Role, string>>> = {
  classTeacher: 'классные руководители',
  teacher: 'учителя',
};

/** «Абрамова И. С. (заместитель директора); классные руководители»; nobody's role is only its name. */
function byWhom({ people }: YearState, roles: readonly Role[]): string {
  const parts = roles.flatMap((role): string[] => {
    const many = MANY[role];
    if (many !== undefined) return [many];
    return [...people.values()]
      .filter((one) => one.roles.includes(role))
      .map((one) => `${one.name} (${ROLE_WORDS[role]})`);
  });
  return (parts.length === 0 ? roles.map((role) => ROLE_WORDS[role]) : parts).join('; ');
}

/** The sections of a year by its state on a day. */
export function readinessItems(
  db: ReadableDb,
  year: YearRow,
  today: IsoDate,
): {
  readonly state: YearState;
  readonly regulation: Regulation;
  readonly items: readonly ReadinessItem[];
} {
  const state = yearState(db, year, today);
  const regulation = findRegulationOn(db, state.day) ?? startingRegulation();
  return { state, regulation, items: readinessOf(readinessFacts(state, regulation)) };
}

/** The checklist of a school year: what is there, what is missing, whose it is, by when (D3). */
export function readinessOfYear({ db, today }: Reading, { yearId }: OfYear): Readiness {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const { state, regulation, items } = readinessItems(db, year, today);
  const periods = findPeriods(db, year.id).filter(({ kind }) => kind !== 'year');
  return {
    yearName: year.name,
    rows: items.map((item) => ({
      ...item,
      by: byWhom(state, sectionFacts(item.section).by),
      ...sectionDue(item.section, regulation, year, periods),
    })),
  };
}
