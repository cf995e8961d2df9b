import { findNotedAbsences, insertDocument, turnInside } from '#db/queries/attendance';
import { findYear } from '#db/queries/school';
import type { WritableDb } from '#db/statement';
import type { DocumentKind } from '#domain/attendance/absence-documents';
import { addDays, daysBetween, type IsoDate } from '#domain/calendar/iso-date';

type Run = { readonly from: IsoDate; readonly to: IsoDate; readonly reason: 'ill' | 'excused' };

/** Older ones would only make the demonstration slower to build. */
const DAYS = 60;
/** Over a weekend an illness goes on. */
const LONGEST_GAP = 3;

/** Days of the same reason that follow each other, drawn together. */
function runsOf(
  days: readonly { readonly date: IsoDate; readonly reason: Run['reason'] }[],
): Run[] {
  const runs: Run[] = [];
  for (const { date, reason } of days) {
    const last = runs.at(-1);
    if (last?.reason === reason && daysBetween(last.to, date) <= LONGEST_GAP) {
      runs[runs.length - 1] = { ...last, to: date };
    } else runs.push({ from: date, to: date, reason });
  }
  return runs;
}

/**
 * Documents for what pupils of the demonstration school missed for a reason: every fourth family has
 * not brought one yet, nor has who is still ill.
 */
export function insertDemoDocuments(db: WritableDb, today: IsoDate): void {
  const year = findYear(db, today);
  if (year === undefined) return;
  const from = addDays(today, -DAYS);
  const absences = findNotedAbsences(db, {
    from: from > year.startsOn ? from : year.startsOn,
    to: today,
  });
  for (const [pupilId, days] of Map.groupBy(absences, (one) => one.pupilId)) {
    for (const [index, run] of runsOf(days).entries()) {
      if ((pupilId + index) % 4 === 0 || run.to >= addDays(today, -1)) continue;
      const ofFamily: DocumentKind = daysBetween(run.from, run.to) > 1 ? 'order' : 'parents';
      const kind = run.reason === 'ill' ? 'medical' : ofFamily;
      const id = insertDocument(db, {
        pupilId,
        kind,
        number: kind === 'parents' ? '' : String(100 + ((pupilId * 7 + index * 13) % 800)),
        reason: run.reason,
        from: run.from,
        to: run.to,
        note: '',
        enteredBy: 'Классный руководитель',
        enteredAt: `${addDays(run.to, 1)}T05:30:00.000Z`,
      });
      turnInside(db, id);
    }
  }
}
