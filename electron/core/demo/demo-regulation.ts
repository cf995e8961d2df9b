import { approveRegulation, insertRegulation } from '#db/queries/regulation';
import { findYear } from '#db/queries/school';
import type { WritableDb } from '#db/statement';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { originOf } from '#domain/regulation/differences';
import { PRESETS } from '#domain/regulation/presets/index';
import type { Regulation } from '#domain/regulation/regulation';
import { SCHOOL_RIGHTS } from '#domain/regulation/stored';

/**
 * The demonstration school works by the standard order: it never closes a mark by days, so one can
 * try everything on any date of the quarter that goes on, and it does close a quarter whose marks
 * are set, so one can see a closed page and open it for a cause. A draft waits for the director: a
 * month for corrections, and homework as late as the gymnasium allows it.
 */
export function insertDemoRegulation(
  db: WritableDb,
  today: IsoDate,
  people: { readonly director: string; readonly administrator: string },
): void {
  const year = findYear(db, today);
  if (year === undefined) return;
  const standard: Regulation = {
    ...PRESETS.tip,
    title: 'Регламент ведения электронного журнала',
    rules: {
      ...PRESETS.tip.rules,
      ...SCHOOL_RIGHTS,
    },
  };
  const approvedOn = addDays(year.startsOn, -3);
  const made = {
    madeAt: `${addDays(year.startsOn, -10)}T08:00:00.000Z`,
    madeBy: people.administrator,
  };
  const inForce = { document: standard, fromDate: year.startsOn, ...made };
  approveRegulation(db, insertRegulation(db, inForce), {
    approvedAt: `${approvedOn}T09:30:00.000Z`,
    approvedBy: people.director,
    version: 2,
  });
  const { homeworkEntry } = PRESETS.kia.rules;
  const window = { value: 'month', clauses: ['ТИП 2.14'], words: '«Через месяц»' } as const;
  const document: Regulation = {
    ...standard,
    title: 'Регламент: изменения со второго полугодия',
    rules: {
      ...standard.rules,
      homeworkEntry: { ...homeworkEntry, origin: originOf('tip', 'homeworkEntry', homeworkEntry) },
      editingWindow: { ...window, origin: originOf('tip', 'editingWindow', window) },
    },
  };
  const madeAt = `${addDays(today, -4)}T10:15:00.000Z`;
  insertRegulation(db, { document, fromDate: null, madeAt, madeBy: people.administrator });
}
