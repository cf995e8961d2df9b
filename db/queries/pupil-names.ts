import type { IsoDate } from '#domain/calendar/iso-date';
import { all, select, type ReadableDb } from '../statement';

export type NamedPupilRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly grade: number | null;
  readonly letter: string | null;
};

const named = select<{ ids: string; day: IsoDate }, NamedPupilRow>(
  `SELECT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName, class.grade, class.letter
   FROM json_each(@ids) AS wanted JOIN pupil ON pupil.id = wanted.value
   LEFT JOIN school_class AS class ON class.id =
     (SELECT member.class_id FROM class_membership AS member
      WHERE member.pupil_id = pupil.id AND member.from_date <= @day
      ORDER BY member.from_date DESC, member.id DESC LIMIT 1)`,
);

/** These pupils with the class of the day, or the last one before it. */
export const findNamedPupils = (db: ReadableDb, ids: readonly number[], day: IsoDate) =>
  all(db, named, { ids: JSON.stringify(ids), day });
