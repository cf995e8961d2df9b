import type { OpeningRow } from '#db/queries/locks';
import type { OutageRow } from '#db/queries/outages';
import type { PageRow } from '#db/queries/journal-page';
import type { PeriodRow } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { SchoolCalendar } from '#domain/calendar/school-days';
import {
  enteredUntil,
  openingOf,
  outageCovers,
  outageIsOpen,
  type LessonThen,
} from '#domain/outages/outage';
import type { LessonFacts } from '#domain/regulation/deadlines';
import { dayOf, type LocalInstant } from '#domain/regulation/instant';
import {
  lockOf,
  lockOfFinalMark,
  lockOfPeriodMark,
  lockOfReason,
  type Lock,
  type LockedThing,
  type LockState,
  type Opening,
} from '#domain/regulation/locks';
import type { Regulation } from '#domain/regulation/regulation';
import { lessonHour, type RungBell } from '#domain/timetable/lesson-hour';

export type LessonAt = { readonly date: IsoDate; readonly number: number };
export type PeriodSpan = {
  readonly id: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

/** All that the locks of pages depend on, each read when it is first asked for. */
export type LockGround = {
  readonly now: LocalInstant;
  readonly calendar: () => SchoolCalendar;
  readonly periods: () => readonly PeriodRow[];
  readonly year: () => Pick<LockState, 'yearStartsOn' | 'yearClosedOn'>;
  readonly classDay: (classId: number) => { readonly shift: number; readonly studyDays: number };
  readonly bells: () => readonly RungBell[];
  /** The number of the class's last lesson of a day. */
  readonly lastLesson: (classId: number, date: IsoDate) => number | undefined;
  readonly openings: (pageId: number) => readonly OpeningRow[];
  /** The technical failures of the year. */
  readonly outages: () => readonly OutageRow[];
  readonly regulation: (day: IsoDate) => Regulation;
  /**
   * Every pupil who was on the page once had the period's mark; of one pupil: not of who came later
   * and never had one.
   */
  readonly periodMarksSet: (page: PageRow, period: PeriodRow, pupilId?: number) => boolean;
};

export type LocksOn = {
  /** What the deadlines of a lesson depend on. */
  readonly factsOf: (lesson: LessonAt) => LessonFacts;
  /** The technical failure because of which something of the lesson is entered now (J10). */
  readonly outageOf: (lesson: LessonAt) => OutageRow | undefined;
  /** Every failure that met the lesson, withdrawn ones aside. */
  readonly outagesAt: (lesson: LessonAt) => readonly OutageRow[];
  /** Of a lesson, for a pupil where one is meant; by the regulation of the lesson's own day. */
  readonly of: (what: LockedThing, lesson: LessonAt, pupilId?: number) => Lock;
  /** Of the reason of an absence, which class teachers and documents give. */
  readonly ofReason: (lesson: LessonAt, pupilId: number) => Lock;
  /** Of a period's mark, by the regulation of the period's last day. */
  readonly ofPeriodMark: (period: PeriodSpan, pupilId?: number) => Lock;
  /** Of the marks that stand after the year's, for the whole year. */
  readonly ofFinalMark: (year: PeriodSpan, pupilId?: number) => Lock;
};

const covers = ({ startsOn, endsOn }: PeriodSpan, day: IsoDate) => startsOn <= day && day <= endsOn;

/** The locks of one page (R2, J4). */
export function locksOn(ground: LockGround, page: PageRow): LocksOn {
  const { grade, classId } = page;
  const periodOf = (day: IsoDate) =>
    ground
      .periods()
      .find(
        (period) =>
          period.kind !== 'year' &&
          period.gradeFrom <= grade &&
          grade <= period.gradeTo &&
          covers(period, day),
      );
  const hourOf = (number: number, date: IsoDate) =>
    lessonHour({ number, date, shift: ground.classDay(classId).shift, grade }, ground.bells());
  const classIds = [classId, ...page.otherClasses.map(({ id }) => id)];
  const then = ({ date, number }: LessonAt): LessonThen => {
    const { startsAt, endsAt } = hourOf(number, date);
    return { date, startsAt: startsAt ?? undefined, endsAt: endsAt ?? undefined, classIds };
  };
  // One that goes on has met what was to be held by now; of a lesson to come nothing is on paper.
  const outagesAt = (lesson: LessonAt): readonly OutageRow[] =>
    lesson.date > dayOf(ground.now)
      ? []
      : ground
          .outages()
          .filter((one) => one.withdrawnAt === null && outageCovers(one, then(lesson)));
  const factsOf = ({ date, number }: LessonAt): LessonFacts => ({
    date,
    grade,
    ...ground.classDay(classId),
    get startsAt() {
      return hourOf(number, date).startsAt ?? undefined;
    },
    get endsAt() {
      return hourOf(number, date).endsAt ?? undefined;
    },
    get classesEndAt() {
      const last = ground.lastLesson(classId, date);
      return last === undefined ? undefined : (hourOf(last, date).endsAt ?? undefined);
    },
    get enteredUntil() {
      const outages = ground.outages();
      return outages.length === 0 ? undefined : enteredUntil(outages, then({ date, number }));
    },
  });
  const openingsOn = (day: IsoDate, pupilId: number | undefined): readonly Opening[] =>
    ground
      .openings(page.id)
      .filter(
        (one) =>
          one.fromDate <= day &&
          day <= one.toDate &&
          one.closedAt === null &&
          (one.pupilId === null || one.pupilId === pupilId),
      )
      .map(({ openedAt, until }) => ({ openedAt, until }));

  const openingsAt = (lesson: LessonAt, pupilId: number | undefined): readonly Opening[] => [
    ...openingsOn(lesson.date, pupilId),
    ...outagesAt(lesson).map(openingOf),
  ];
  const stateOn = (day: IsoDate, pupilId?: number): LockState => {
    const period = periodOf(day);
    return {
      ...ground.year(),
      periodEndsOn: period?.endsOn ?? null,
      periodMarksSet:
        ground.regulation(day).rules.closedByPeriodMarks.value &&
        period !== undefined &&
        ground.periodMarksSet(page, period, pupilId),
    };
  };
  return {
    factsOf,
    outagesAt,
    outageOf: (lesson) => outagesAt(lesson).find((one) => outageIsOpen(one, ground.now)),
    of(what, lesson, pupilId) {
      const { date } = lesson;
      const [rules, opened] = [ground.regulation(date), openingsAt(lesson, pupilId)];
      const [facts, state] = [factsOf(lesson), stateOn(date, pupilId)];
      return lockOf(rules, what, facts, ground.calendar(), ground.now, state, opened);
    },
    ofReason(lesson, pupilId) {
      const { date } = lesson;
      const [rules, opened] = [ground.regulation(date), openingsAt(lesson, pupilId)];
      const [facts, state] = [factsOf(lesson), stateOn(date, pupilId)];
      return lockOfReason(rules, facts, ground.calendar(), ground.now, state, opened);
    },
    ofFinalMark({ endsOn }, pupilId) {
      const rules = ground.regulation(endsOn);
      return lockOfFinalMark(rules, ground.now, ground.year(), openingsOn(endsOn, pupilId));
    },
    ofPeriodMark(period, pupilId) {
      const rules = ground.regulation(period.endsOn);
      const opened = openingsOn(period.endsOn, pupilId);
      return lockOfPeriodMark(rules, period, ground.now, ground.year(), opened);
    },
  };
}
