import type { Bell, BellSchedule, BellUse } from '#contract/bells';
import {
  deleteBellSchedule,
  findBellSchedule,
  findBellSchedules,
  insertBellSchedule,
  replaceBellSchedule,
} from '#db/queries/bells';
import { findYearOr } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { bellsProblem } from '#domain/timetable/bells';
import { storedText } from '#domain/text/stored-text';
import { refuse } from '../refuse';
import type { OfYear, Reading, Writing } from '../unit-of-work';

type Data = {
  readonly name: string;
  readonly bells: readonly Bell[];
  readonly uses: readonly BellUse[];
};

/** The bell schedules of a year (S2). */
export function bellSchedules({ db, today }: Reading, { yearId }: OfYear): readonly BellSchedule[] {
  const year = findYearOr(db, yearId, today);
  return year === undefined
    ? []
    : findBellSchedules(db, year.id).map((one) => ({
        ...one,
        bells: [...one.bells],
        uses: [...one.uses],
      }));
}

function check(db: ReadableDb, yearId: number, { name, bells, uses }: Data, own?: number): void {
  const taken = findBellSchedules(db, yearId).find((one) => one.name === storedText(name));
  if (taken !== undefined && taken.id !== own) refuse('INVALID', { why: 'nameTaken' });
  if (bellsProblem(bells) !== undefined) refuse('INVALID', { why: 'bells' });
  const wrong = uses.some(
    ({ weekday, date, gradeFrom, gradeTo }) =>
      gradeFrom > gradeTo || (weekday !== null && date !== null),
  );
  if (wrong) refuse('INVALID', { why: 'bells' });
}

export function addBells({ db, record }: Writing, input: Data & { readonly yearId: number }) {
  const { yearId, name, bells, uses } = input;
  if (findYearOr(db, yearId, '2000-01-01') === undefined) refuse('NOT_FOUND', { what: 'year' });
  check(db, yearId, input);
  const id = insertBellSchedule(db, yearId, name);
  replaceBellSchedule(db, { id, name, bells, uses });
  record('bellSchedule', String(id), null, { yearId, name, bells, uses });
  return { id };
}

export function saveBells({ db, record }: Writing, input: Data & { readonly id: number }): void {
  const { id, name, bells, uses } = input;
  const { yearId } = findBellSchedule(db, id) ?? refuse('NOT_FOUND', { what: 'bells' });
  const before = findBellSchedules(db, yearId).find((one) => one.id === id);
  check(db, yearId, input, id);
  replaceBellSchedule(db, { id, name, bells, uses });
  record('bellSchedule', String(id), before ?? null, { id, name, bells, uses });
}

export function removeBells({ db, record }: Writing, { id }: { readonly id: number }): void {
  const { yearId } = findBellSchedule(db, id) ?? refuse('NOT_FOUND', { what: 'bells' });
  const before = findBellSchedules(db, yearId).find((one) => one.id === id);
  deleteBellSchedule(db, id);
  record('bellSchedule', String(id), before ?? null, null);
}
