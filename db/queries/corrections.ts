import type { IsoDate } from '#domain/calendar/iso-date';
import type { PersonName } from '#domain/people/name';
import type { FinalKind } from '#domain/periods/finals';
import type { PeriodKind } from '#domain/periods/period-name';
import { all, get, select, type ReadableDb } from '../statement';

/** A change of something that stood in the journal, as the audit trail keeps it. */
type TrailRow = {
  readonly auditId: number;
  readonly entityId: string;
  readonly at: string;
  /** The day and the time of the office's clock. */
  readonly day: IsoDate;
  readonly time: string;
  readonly accountId: number | null;
  readonly staffId: number | null;
  readonly actor: string;
  readonly workstation: string;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  readonly subjectName: string;
  readonly classId: number;
  readonly grade: number;
  readonly letter: string;
  readonly groupName: string;
};
export type CellChange = TrailRow &
  PersonName & { readonly lessonDate: IsoDate; readonly lessonNumber: number };
export type LessonChange = TrailRow & {
  readonly lessonDate: IsoDate;
  readonly lessonNumber: number;
};
export type PeriodMarkChange = TrailRow &
  PersonName & { readonly periodKind: PeriodKind | FinalKind; readonly periodNumber: number };

type Wanted = {
  /** Lessons and periods from this day on to that one. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** Days on which it was changed, or all. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly staffId: number | null;
  readonly classId: number | null;
};

const TRAIL = `change.audit_id AS auditId, change.entity_id AS entityId, audit.at,
  date(audit.at, 'localtime') AS day, strftime('%H:%M', audit.at, 'localtime') AS time,
  audit.account_id AS accountId, account.staff_id AS staffId, audit.actor, audit.workstation,
  audit.reason, change.before, change.after, subject.name AS subjectName, class.id AS classId,
  class.grade, class.letter, study_group.name AS groupName`;
/** Nothing of a year is changed before it begins: older rows of the trail are not even looked at. */
const CHANGED = `FROM audit_change AS change JOIN audit ON audit.id = change.audit_id
  LEFT JOIN account ON account.id = audit.account_id`;
const WHERE = `change.before IS NOT NULL AND change.after IS NOT NULL
  AND change.audit_id > @after
  AND (@from IS NULL OR date(audit.at, 'localtime') >= @from)
  AND (@to IS NULL OR date(audit.at, 'localtime') <= @to)
  AND (@staffId IS NULL OR account.staff_id = @staffId)
  AND (@classId IS NULL OR class.id = @classId)`;
const PAGE = `JOIN journal_page AS page ON page.id = lesson.page_id
  JOIN study_group ON study_group.id = page.group_id
  JOIN school_class AS class ON class.id = study_group.class_id
  JOIN subject ON subject.id = page.subject_id`;

const lastBefore = select<[string], { id: number }>(
  'SELECT id FROM audit WHERE at < ? ORDER BY id DESC LIMIT 1',
);
const cells = select<Wanted & { readonly after: number }, CellChange>(
  `SELECT ${TRAIL}, lesson.date AS lessonDate, lesson.lesson_number AS lessonNumber,
          pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName
   ${CHANGED}
   JOIN lesson ON lesson.id =
     CAST(substr(change.entity_id, 1, instr(change.entity_id, ':') - 1) AS INTEGER)
   JOIN pupil ON pupil.id =
     CAST(substr(change.entity_id, instr(change.entity_id, ':') + 1) AS INTEGER)
   ${PAGE}
   WHERE change.entity = 'cell' AND lesson.date BETWEEN @startsOn AND @endsOn AND ${WHERE}`,
);
const ofLessons = (entity: 'lesson' | 'homework') =>
  select<Wanted & { readonly after: number }, LessonChange>(
    `SELECT ${TRAIL}, lesson.date AS lessonDate, lesson.lesson_number AS lessonNumber
     ${CHANGED}
     JOIN lesson ON lesson.id = CAST(change.entity_id AS INTEGER)
     ${PAGE}
     WHERE change.entity = '${entity}' AND lesson.date BETWEEN @startsOn AND @endsOn
       AND ${WHERE}`,
  );
const lessons = ofLessons('lesson');
const homework = ofLessons('homework');
const periodMarks = select<Wanted & { readonly after: number }, PeriodMarkChange>(
  `SELECT ${TRAIL}, period.kind AS periodKind, period.number AS periodNumber,
          pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName
   ${CHANGED}
   JOIN period_mark AS mark
     ON change.entity_id = mark.pupil_id || ':' || mark.subject_id || ':' || mark.period_id
     AND mark.pupil_id = CAST(change.entity_id AS INTEGER)
   JOIN period ON period.id = mark.period_id
   JOIN pupil ON pupil.id = mark.pupil_id
   JOIN subject ON subject.id = mark.subject_id
   JOIN class_membership AS member ON member.pupil_id = mark.pupil_id
     AND member.id = (
       SELECT one.id FROM class_membership AS one
       JOIN school_class ON school_class.id = one.class_id AND school_class.year_id = period.year_id
       WHERE one.pupil_id = mark.pupil_id AND one.from_date <= period.ends_on
       ORDER BY one.from_date DESC LIMIT 1)
   JOIN school_class AS class ON class.id = member.class_id
   JOIN study_group ON study_group.class_id = class.id AND study_group.name = ''
   WHERE change.entity = 'periodMark' AND period.ends_on BETWEEN @startsOn AND @endsOn
     AND ${WHERE}`,
);
const finalMarks = select<Wanted & { readonly after: number }, PeriodMarkChange>(
  `SELECT ${TRAIL}, mark.kind AS periodKind, 1 AS periodNumber,
          pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName
   ${CHANGED}
   JOIN final_mark AS mark ON mark.pupil_id = CAST(change.entity_id AS INTEGER)
     AND change.entity_id =
       mark.pupil_id || ':' || mark.subject_id || ':' || mark.year_id || ':' || mark.kind
   JOIN school_year AS year ON year.id = mark.year_id
   JOIN pupil ON pupil.id = mark.pupil_id
   JOIN subject ON subject.id = mark.subject_id
   JOIN class_membership AS member ON member.id = (
     SELECT one.id FROM class_membership AS one
     JOIN school_class ON school_class.id = one.class_id AND school_class.year_id = mark.year_id
     WHERE one.pupil_id = mark.pupil_id ORDER BY one.from_date DESC LIMIT 1)
   JOIN school_class AS class ON class.id = member.class_id
   JOIN study_group ON study_group.class_id = class.id AND study_group.name = ''
   WHERE change.entity = 'finalMark' AND year.ends_on BETWEEN @startsOn AND @endsOn
     AND ${WHERE}`,
);
const previous = select<
  {
    readonly entity: string;
    readonly entityId: string;
    readonly auditId: number;
    readonly at: string;
  },
  { readonly minutesAgo: number; readonly accountId: number | null }
>(
  `SELECT round((julianday(@at) - julianday(audit.at)) * 1440, 3) AS minutesAgo,
          audit.account_id AS accountId
   FROM audit_change AS change JOIN audit ON audit.id = change.audit_id
   WHERE change.entity = @entity AND change.entity_id = @entityId AND change.audit_id < @auditId
   ORDER BY change.audit_id DESC LIMIT 1`,
);

function ask<Row>(
  db: ReadableDb,
  statement: ReturnType<typeof select<Wanted & { readonly after: number }, Row>>,
  wanted: Wanted,
): readonly Row[] {
  const after = get(db, lastBefore, [wanted.startsOn])?.id ?? 0;
  return all(db, statement, { ...wanted, after });
}

/** Changes of cells that held something, of the lessons wanted, in no order. */
export const findCellChanges = (db: ReadableDb, wanted: Wanted) => ask(db, cells, wanted);
/** Changes of lessons' words. */
export const findLessonChanges = (db: ReadableDb, wanted: Wanted) => ask(db, lessons, wanted);
/** Changes of what is said of homework beside its text, and of tasks of their own. */
export const findHomeworkChanges = (db: ReadableDb, wanted: Wanted) => ask(db, homework, wanted);
/** Changes of marks for periods, with the class the pupil was in then. */
export const findPeriodMarkChanges = (db: ReadableDb, wanted: Wanted) =>
  ask(db, periodMarks, wanted);

/** Changes of the marks of examinations and of the final ones, likewise. */
export const findFinalMarkChanges = (db: ReadableDb, wanted: Wanted) => ask(db, finalMarks, wanted);

/** By whom and how many minutes before the same thing was changed the time before. */
export const findChangeBefore = (
  db: ReadableDb,
  change: {
    readonly entity: string;
    readonly entityId: string;
    readonly auditId: number;
    readonly at: string;
  },
) => get(db, previous, change);
