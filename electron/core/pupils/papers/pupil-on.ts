import { auditOfEntity } from '#db/queries/audit';
import { findPupilCard } from '#db/queries/pupil-card';
import type { ReadableDb } from '#db/statement';
import { isoDateOf, type IsoDate } from '#domain/calendar/iso-date';
import type { PupilData } from '#domain/pupils/pupil-data';
import { refuse } from '../../refuse';

/** The day here on which the moment of the trail was. */
function dayHere(at: string): IsoDate | undefined {
  const moment = new Date(at);
  return isoDateOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/**
 * What the card said of the pupil at the end of this day: every later change in the trail taken
 * back, so that a printed list is right for its date (ЭЛЖ 22, КИА 4.1.12).
 */
export function pupilOn(db: ReadableDb, pupilId: number, day: IsoDate): PupilData {
  const found = findPupilCard(db, pupilId) ?? refuse('NOT_FOUND', { what: 'pupil' });
  const { id, version: _, ...now } = found;
  return auditOfEntity(db, 'pupil', String(id)).reduce<PupilData>((data, change) => {
    const on = dayHere(change.at);
    if (change.before === null || on === undefined || on <= day) return data;
    return { ...data, ...(JSON.parse(change.before) as Partial<PupilData>) };
  }, now);
}
