import type { IsoDate } from '#domain/calendar/iso-date';
import { endedFrom } from '#domain/groups/membership';
import { all, change, rows, run, select, type ReadableDb, type WritableDb } from '../statement';

type Spans = 'classMembership' | 'groupMembership' | 'individualPlan';
type SpanRow = {
  readonly id: number;
  /** The class, the group, or the year of the plan. */
  readonly owner: number;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};
/** A row that ended or, having not begun yet, went: for the audit trail and for taking it back. */
export type EndedRow = {
  readonly of: Spans;
  readonly pupilId: number;
  readonly row: SpanRow;
  /** The new last day; null where the row went. */
  readonly endsOn: IsoDate | null;
};

/** Groups led by the class and streams it takes part in. */
const GROUPS_OF_CLASS = `SELECT id FROM study_group WHERE class_id = @classId
  UNION SELECT group_id FROM stream_class WHERE class_id = @classId`;

type Asked = { readonly pupilId: number; readonly classId: number };
const span = 'from_date AS "from", to_date AS "to"';
const inClass = select<Asked, SpanRow>(
  `SELECT id, class_id AS owner, ${span} FROM class_membership
   WHERE pupil_id = @pupilId AND class_id = @classId ORDER BY from_date, id`,
);
const inGroups = select<Asked, SpanRow>(
  `SELECT id, group_id AS owner, ${span} FROM study_group_membership
   WHERE pupil_id = @pupilId AND group_id IN (${GROUPS_OF_CLASS}) ORDER BY from_date, id`,
);
const plans = select<Asked, SpanRow>(
  `SELECT id, year_id AS owner, ${span} FROM individual_plan
   WHERE pupil_id = @pupilId AND year_id = (SELECT year_id FROM school_class WHERE id = @classId)
   ORDER BY from_date, id`,
);
const READ = {
  classMembership: inClass,
  groupMembership: inGroups,
  individualPlan: plans,
} as const;
const TABLE = {
  classMembership: { name: 'class_membership', owner: 'class_id' },
  groupMembership: { name: 'study_group_membership', owner: 'group_id' },
  individualPlan: { name: 'individual_plan', owner: 'year_id' },
} as const;
const statements = (of: Spans) => {
  const { name, owner } = TABLE[of];
  return {
    setEnd: change<[IsoDate | null, number]>(`UPDATE ${name} SET to_date = ? WHERE id = ?`),
    remove: change<[number]>(`DELETE FROM ${name} WHERE id = ?`),
    insert: change<[number, number, number, IsoDate, IsoDate | null]>(
      `INSERT INTO ${name} (id, ${owner}, pupil_id, from_date, to_date) VALUES (?, ?, ?, ?, ?)`,
    ),
  };
};
const CHANGE = {
  classMembership: statements('classMembership'),
  groupMembership: statements('groupMembership'),
  individualPlan: statements('individualPlan'),
} as const;
const ALL: readonly Spans[] = ['classMembership', 'groupMembership', 'individualPlan'];

/**
 * Ends everything that ties a pupil to a class: from this day on the pupil is neither in the class
 * nor in a subgroup, a stream or an individual plan of it. What had not begun by then goes; days
 * before stay as they were, and so do all marks. Answers what was changed, for the audit trail and
 * for `takeBackEnding`. A plan that goes leaves its lines behind it: those cannot be taken back.
 */
export function endMemberships(
  db: WritableDb,
  asked: Asked & { readonly from: IsoDate },
): EndedRow[] {
  const { pupilId, classId, from } = asked;
  const ended: EndedRow[] = [];
  for (const of of ALL) {
    for (const row of all(db, READ[of], { pupilId, classId })) {
      const [left] = endedFrom([row], from);
      if (left === undefined) run(db, CHANGE[of].remove, [row.id]);
      else if (left.to !== row.to) run(db, CHANGE[of].setEnd, [left.to, row.id]);
      else continue;
      ended.push({ of, pupilId, row, endsOn: left?.to ?? null });
    }
  }
  return ended;
}

/** Takes an ending back: the rows are again as they were before it. */
export function takeBackEnding(db: WritableDb, ended: readonly EndedRow[]): void {
  for (const { of, pupilId, row, endsOn } of ended) {
    const { id, owner, from, to } = row;
    if (endsOn === null) run(db, CHANGE[of].insert, [id, owner, pupilId, from, to]);
    else run(db, CHANGE[of].setEnd, [to, id]);
  }
}

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
