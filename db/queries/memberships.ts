import type { IsoDate } from '#domain/calendar/iso-date';
import { all, rows, select, type ReadableDb } from '../statement';

const onDay = `member.from_date <= @day AND (member.to_date IS NULL OR member.to_date >= @day)`;
const everybodyOn = select<{ yearId: number; day: IsoDate }, [groupId: number, pupilId: number]>(
  `SELECT study_group.id, member.pupil_id
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN class_membership AS member ON study_group.name = '' AND member.class_id = class.id
   WHERE class.year_id = @yearId AND ${onDay}
   UNION ALL
   SELECT study_group.id, member.pupil_id
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN study_group_membership AS member ON member.group_id = study_group.id
   WHERE class.year_id = @yearId AND study_group.name <> '' AND ${onDay}`,
);

/**
 * Who is in which group on a day: whole classes (the group without a name), subgroups, streams and
 * groups of one pupil. Two lessons at one hour clash where their groups share a pupil.
 */
export function findGroupPupils(
  db: ReadableDb,
  yearId: number,
  day: IsoDate,
): ReadonlyMap<number, ReadonlySet<number>> {
  const groups = new Map<number, Set<number>>();
  for (const [groupId, pupilId] of rows(db, everybodyOn, { yearId, day })) {
    const pupils = groups.get(groupId);
    if (pupils === undefined) groups.set(groupId, new Set([pupilId]));
    else pupils.add(pupilId);
  }
  return groups;
}

const spansOfYear = select<
  { yearId: number },
  [groupId: number, pupilId: number, from: IsoDate, to: IsoDate | null]
>(
  `SELECT study_group.id, member.pupil_id, member.from_date, member.to_date
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN class_membership AS member ON study_group.name = '' AND member.class_id = class.id
   WHERE class.year_id = @yearId
   UNION ALL
   SELECT study_group.id, member.pupil_id, member.from_date, member.to_date
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN study_group_membership AS member ON member.group_id = study_group.id
   WHERE class.year_id = @yearId AND study_group.name <> ''`,
);
/** Who is in which group from when until when, of a whole year. */
export const findGroupSpans = (db: ReadableDb, yearId: number) => rows(db, spansOfYear, { yearId });

const membersOfGroup = select<{ readonly groupId: number; readonly day: IsoDate }, [number]>(
  `SELECT DISTINCT pupil_id FROM study_group_membership
   WHERE group_id = @groupId AND from_date <= @day AND (to_date IS NULL OR to_date >= @day)
   ORDER BY pupil_id`,
);
/** Who is in a named group on a day. */
export const findMembersOfGroup = (
  db: ReadableDb,
  groupId: number,
  day: IsoDate,
): readonly number[] => rows(db, membersOfGroup, { groupId, day }).map(([id]) => id);

export type AwayRow = {
  readonly pupilId: number;
  readonly subjectId: number;
  readonly mode: 'individual' | 'exempt';
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};
const away = select<[yearId: number], AwayRow>(
  `SELECT plan.pupil_id AS pupilId, item.subject_id AS subjectId, item.mode,
          plan.from_date AS "from", plan.to_date AS "to"
   FROM individual_plan AS plan JOIN individual_plan_item AS item ON item.plan_id = plan.id
   WHERE plan.year_id = ?`,
);

/** Which pupils learn which subjects without their class on which days (ИУП, S5). */
export const findAway = (db: ReadableDb, yearId: number) => all(db, away, [yearId]);

const classesOfPupil = select<
  { yearId: number; pupilId: number; day: IsoDate },
  { readonly id: number; readonly homeroomTeacherId: number | null }
>(
  `SELECT class.id, class.homeroom_teacher_id AS homeroomTeacherId
   FROM class_membership AS member JOIN school_class AS class ON class.id = member.class_id
   WHERE class.year_id = @yearId AND member.pupil_id = @pupilId AND ${onDay}`,
);

/** The classes of a year a pupil is in on a day. */
export const findClassesOfPupil = (db: ReadableDb, yearId: number, pupilId: number, day: IsoDate) =>
  all(db, classesOfPupil, { yearId, pupilId, day });
