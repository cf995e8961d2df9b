import { findCalendar, isYearClosed } from '#db/queries/calendar';
import { findRungBells } from '#db/queries/day-lessons';
import { findMembers, findPeriodMarks, type PageRow } from '#db/queries/journal-page';
import { findClassDay, findLastLesson, findOpenings } from '#db/queries/locks';
import { findPeriods, findWorkKinds, findYears } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { LessonFacts } from '#domain/regulation/deadlines';
import type { LocalInstant } from '#domain/regulation/instant';
import {
  lockOf,
  lockOfPeriodMark,
  type Lock,
  type LockedThing,
  type Opening,
} from '#domain/regulation/locks';
import type { Regulation } from '#domain/regulation/regulation';
import { lessonHour } from '#domain/timetable/lesson-hour';
import { minuteHere } from '../local-time';
import { regulationByDay } from '../regulation/versions';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

type LessonAt = { readonly date: IsoDate; readonly number: number };
type PeriodSpan = { readonly id: number; readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** Asks once, when it is first needed. */
function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}
function oncePer<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}

export type PageLocks = {
  readonly now: LocalInstant;
  /** Of a lesson, for a pupil where one is meant; by the regulation of the lesson's own day. */
  readonly of: (what: LockedThing, lesson: LessonAt, pupilId?: number) => Lock;
  /** Of a period's mark, by the regulation of the period's last day. */
  readonly ofPeriodMark: (period: PeriodSpan, pupilId?: number) => Lock;
  /** Whether a work is written: its own form, else that of its kind. */
  readonly writtenWork: (work: {
    readonly kindId: number;
    readonly written: number | null;
  }) => boolean;
};

/** What is closed on a page now (R2, J4). Everything it depends on is read once, when it is asked for. */
export function locksOfPage(
  { db, core, today }: Pick<Reading, 'db' | 'core' | 'today'>,
  page: PageRow,
): PageLocks {
  const now = minuteHere(core);
  const calendar = once(() => findCalendar(db, page.yearId));
  const periods = once(() => findPeriods(db, page.yearId));
  const year = once(() => {
    const found = findYears(db).find(({ id }) => id === page.yearId);
    return {
      yearStartsOn: found?.startsOn ?? today,
      yearClosedOn: isYearClosed(db, page.yearId) ? today : null,
    };
  });
  const classDay = once(() => findClassDay(db, page.classId) ?? { shift: 1, studyDays: 5 });
  const bells = once(() => findRungBells(db, page.yearId));
  const openings = once(() => findOpenings(db, page.id));
  const periodMarks = once(() => findPeriodMarks(db, page));
  const written = once(
    () => new Set(findWorkKinds(db).flatMap(({ id, written }) => (written === 1 ? [id] : []))),
  );
  const rulesByDay = once(() => regulationByDay(db));
  const regulation = oncePer((day: IsoDate): Regulation => rulesByDay()(day));

  const periodOf = (day: IsoDate) =>
    periods().find(
      (period) =>
        period.kind !== 'year' &&
        period.gradeFrom <= page.grade &&
        page.grade <= period.gradeTo &&
        period.startsOn <= day &&
        day <= period.endsOn,
    );

  /** Every pupil who is on the page at the end has the period's mark. */
  const marksSet = oncePer((periodId: number): boolean => {
    const period = periods().find(({ id }) => id === periodId);
    if (period === undefined) return false;
    const last = period.endsOn < today ? period.endsOn : today;
    const pupils = findMembers(db, page, last, last);
    const marked = new Set(
      periodMarks().flatMap(([pupilId, of, value]) =>
        of === periodId && value !== '' ? [pupilId] : [],
      ),
    );
    return pupils.length > 0 && pupils.every(([id]) => marked.has(id));
  });

  const hourOf = (number: number, date: IsoDate) =>
    lessonHour({ number, date, shift: classDay().shift, grade: page.grade }, bells());
  const factsOf = ({ date, number }: LessonAt): LessonFacts => ({
    date,
    grade: page.grade,
    ...classDay(),
    get startsAt() {
      return hourOf(number, date).startsAt ?? undefined;
    },
    get endsAt() {
      return hourOf(number, date).endsAt ?? undefined;
    },
    get classesEndAt() {
      const last = findLastLesson(db, page.classId, date);
      return last === undefined ? undefined : (hourOf(last, date).endsAt ?? undefined);
    },
  });
  const openingsOn = (day: IsoDate, pupilId: number | undefined): readonly Opening[] =>
    openings()
      .filter(
        (one) =>
          one.fromDate <= day &&
          day <= one.toDate &&
          one.closedAt === null &&
          (one.pupilId === null || one.pupilId === pupilId),
      )
      .map(({ openedAt, until }) => ({ openedAt, until }));

  return {
    now,
    writtenWork: (work) =>
      work.written === null ? written().has(work.kindId) : work.written === 1,
    of(what, lesson, pupilId) {
      const period = periodOf(lesson.date);
      const rules = regulation(lesson.date);
      const state = {
        ...year(),
        periodEndsOn: period?.endsOn ?? null,
        periodMarksSet:
          rules.rules.closedByPeriodMarks.value && period !== undefined && marksSet(period.id),
      };
      const opened = openingsOn(lesson.date, pupilId);
      return lockOf(rules, what, factsOf(lesson), calendar(), now, state, opened);
    },
    ofPeriodMark(period, pupilId) {
      const opened = openingsOn(period.endsOn, pupilId);
      return lockOfPeriodMark(regulation(period.endsOn), period, now, year(), opened);
    },
  };
}

/** Refuses where it is closed, and says why, by which clauses and who may open it. */
export function checkOpen(lock: Lock): void {
  if (lock.open) return;
  const { reason, clauses, mayOpen } = lock;
  refuse('CLOSED', { reason, clauses: [...clauses], mayOpen: [...mayOpen] });
}
