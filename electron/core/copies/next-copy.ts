import { listCopies } from '#db/queries/copies';
import { findRegulationOn } from '#db/queries/regulation';
import { findPeriods, findYear } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { copyDue } from '#domain/duties/school-duties';
import { ruleOf } from '#domain/regulation/regulation';
import { startingRegulation } from '#domain/regulation/stored';
import { dayOf } from '../local-time';
import type { Reading } from '../unit-of-work';

/** The day of the newest copy that was registered. */
export function lastCopyOn(db: ReadableDb): IsoDate | undefined {
  const [newest] = listCopies(db);
  return newest && dayOf(new Date(newest.madeAt));
}

/** By which day the regulation in force asks for the next copy (R5, B1). */
export function nextCopy({ db, today }: Reading): {
  readonly due: IsoDate | null;
  readonly clauses: readonly string[];
} {
  const year = findYear(db, today);
  const regulation = findRegulationOn(db, today) ?? startingRegulation();
  const { clauses } = ruleOf(regulation, 'backups');
  if (year === undefined) return { due: null, clauses };
  const due = copyDue(regulation, lastCopyOn(db), year, findPeriods(db, year.id));
  return { due: due ?? null, clauses };
}
