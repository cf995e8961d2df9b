import type { IsoDate } from '#domain/calendar/iso-date';
import type { Effect, Membership } from '#domain/movement/memberships';
import type { ClassOfYear, School } from '#domain/movement/plan-movement';
import { all, change, rows, run, select, type ReadableDb, type WritableDb } from '../statement';

type Of = Membership['of'];

const ofPupil = select<{ pupilId: number }, Membership>(
  `SELECT 'class' AS "of", class_id AS ownerId, from_date AS "from", to_date AS "to"
   FROM class_membership WHERE pupil_id = @pupilId
   UNION ALL
   SELECT 'group', group_id, from_date, to_date
   FROM study_group_membership WHERE pupil_id = @pupilId
   UNION ALL
   SELECT 'plan', year_id, from_date, to_date FROM individual_plan WHERE pupil_id = @pupilId`,
);
const classesOfYears = select<[], ClassOfYear>(
  `SELECT class.id, class.grade, class.year_id AS yearId, school_year.starts_on AS yearStartsOn,
          school_year.ends_on AS yearEndsOn
   FROM school_class AS class JOIN school_year ON school_year.id = class.year_id`,
);
const groupClasses = select<[], [groupId: number, classId: number]>(
  `SELECT id, class_id FROM study_group UNION SELECT group_id, class_id FROM stream_class`,
);

const currentGroups = select<[], { pupilId: number; groupId: number; name: string }>(
  `SELECT member.pupil_id AS pupilId, study_group.id AS groupId, study_group.name
   FROM study_group_membership AS member JOIN study_group ON study_group.id = member.group_id
   WHERE member.to_date IS NULL AND study_group.name <> ''`,
);

type Key = [ownerId: number, pupilId: number, from: IsoDate];
const statements = (table: string, owner: string) => ({
  insert: change<[...Key, IsoDate | null]>(
    `INSERT INTO ${table} (${owner}, pupil_id, from_date, to_date) VALUES (?, ?, ?, ?)`,
  ),
  end: change<[IsoDate | null, ...Key]>(
    `UPDATE ${table} SET to_date = ? WHERE ${owner} = ? AND pupil_id = ? AND from_date = ?`,
  ),
  remove: change<Key>(`DELETE FROM ${table} WHERE ${owner} = ? AND pupil_id = ? AND from_date = ?`),
});
const TABLES: Readonly<Record<Of, ReturnType<typeof statements>>> = {
  class: statements('class_membership', 'class_id'),
  group: statements('study_group_membership', 'group_id'),
  plan: statements('individual_plan', 'year_id'),
};

/** Every stay of a pupil in classes and groups, of all years, in no order. */
export const findMembershipsOfPupil = (db: ReadableDb, pupilId: number): readonly Membership[] =>
  all(db, ofPupil, { pupilId });

/** The groups pupils are in for as long as nobody says otherwise. */
export const findCurrentGroups = (db: ReadableDb) => all(db, currentGroups, []);

/** All classes with their years, and the classes each group is for. */
export function findSchoolOfMovements(db: ReadableDb): School {
  const classes = new Map(all(db, classesOfYears, []).map((one) => [one.id, one]));
  const pairs = rows(db, groupClasses, []);
  const classesOfGroup = new Map(
    [...Map.groupBy(pairs, ([groupId]) => groupId)].map(([groupId, own]) => [
      groupId,
      own.map(([, classId]) => classId),
    ]),
  );
  return { classes, classesOfGroup };
}

/** Makes the rows of a pupil what the effects say. */
export function applyMembershipEffects(
  db: WritableDb,
  pupilId: number,
  effects: readonly Effect[],
): void {
  for (const { of, ownerId, from, before, after } of effects) {
    const { insert, end, remove } = TABLES[of];
    if (after === null) run(db, remove, [ownerId, pupilId, from]);
    else if (before === null) run(db, insert, [ownerId, pupilId, from, after.to]);
    else run(db, end, [after.to, ownerId, pupilId, from]);
  }
}
