import { findNamedPupils } from '#db/queries/pupil-names';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { listName } from '#domain/people/name';

/** «Абрамов Илья, 8-А» of each of these pupils. */
export function pupilNames(
  db: ReadableDb,
  ids: readonly number[],
  day: IsoDate,
): ReadonlyMap<number, string> {
  return new Map(
    findNamedPupils(db, ids, day).map((pupil) => {
      const { grade, letter } = pupil;
      const where = grade === null ? [] : [formatClassName({ grade, letter: letter ?? '' })];
      return [pupil.id, [listName(pupil), ...where].join(', ')];
    }),
  );
}
