import { findCalendar } from '#db/queries/calendar';
import { findSubstitutions } from '#db/queries/day-changes';
import { findRungBells } from '#db/queries/day-lessons';
import {
  findBroughtPeriodMarks,
  findDutyPeople,
  findMarkedPupils,
  findPagesHeldInstead,
} from '#db/queries/duties';
import {
  findPagesOfYear,
  findTeachersOfYear,
  type PageRow,
  type PageTeacherRow,
} from '#db/queries/journal-page';
import {
  findClassDaysOfYear,
  findClosingsOfYear,
  findLastLessons,
  findOpeningsOfYear,
} from '#db/queries/locks';
import { findOutages } from '#db/queries/outages';
import { findAway, findGroupSpans } from '#db/queries/memberships';
import type { PeriodRow, YearRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import type { SchoolCalendar } from '#domain/calendar/school-days';
import type { Duty } from '#domain/duties/duty';
import { pageWords } from '#domain/duties/words';
import { canFillLesson, teachesPage, type PageStaff } from '#domain/journal/page-rights';
import { formatClassNames } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import type { Actor, Role } from '#domain/people/roles';
import type { LocalInstant } from '#domain/regulation/instant';
import type { Regulation } from '#domain/regulation/regulation';
import { locksOn, type LockGround, type LocksOn } from '../journal/locks-on';
import { staffOfPage } from '../journal/page-access';
import { minuteHere } from '../local-time';
import { once, oncePer } from '../once';
import { regulationByDay } from '../regulation/versions';
import type { Reading } from '../unit-of-work';

export type DutyPerson = {
  readonly staffId: number;
  readonly name: string;
  readonly roles: readonly Role[];
};

/** A page as duties see it. */
export type DutyPage = {
  readonly row: PageRow;
  readonly teachers: readonly PageTeacherRow[];
  readonly staff: PageStaff;
  /** «8-Б, алгебра» */
  readonly where: string;
  readonly classIds: readonly number[];
};

/** All that sources of duties work on: a year's state, read once and only where it is asked for. */
export type DutyGround = {
  readonly db: ReadableDb;
  readonly core: Reading['core'];
  readonly today: IsoDate;
  readonly now: LocalInstant;
  readonly year: YearRow;
  readonly calendar: () => SchoolCalendar;
  readonly periods: () => readonly PeriodRow[];
  /** In force on a day. */
  readonly regulation: (day: IsoDate) => Regulation;
  /** Whose duties are asked for; null: everybody's. A source need not look at what is not asked. */
  readonly of: Actor | null;
  /** Those who work here. Who has no account holds the roles that pages and classes give. */
  readonly people: () => ReadonlyMap<number, DutyPerson>;
  /** The pages the one asked for teaches, holds lessons of or has pupils on; else all. */
  readonly pages: () => ReadonlyMap<number, DutyPage>;
  readonly everyPage: () => ReadonlyMap<number, DutyPage>;
  /** Who holds which lesson instead of its teacher. */
  readonly substituteOf: (lessonId: number) => number | undefined;
  /** Who teaches a page today and may: the period's marks and the plan are theirs. */
  readonly whoTeaches: (page: DutyPage) => readonly number[];
  /** Who owes something of a lesson: its substitute, else who teaches the page, may fill it today. */
  readonly whoFills: (page: DutyPage, lesson: { id: number; date: IsoDate }) => readonly number[];
  readonly locks: (page: DutyPage) => LocksOn;
  /** Who learns on a page on a day. */
  readonly pupilsOn: (page: PageRow, day: IsoDate) => readonly number[];
  /** Whether the pupil has a mark for the period, set here or brought along. */
  readonly isMarked: (periodId: number, subjectId: number, pupilId: number) => boolean;
};

/** Computes duties of some kinds (D1). A new one is one entry in `sources.ts`. */
export type DutySource = (ground: DutyGround) => readonly Duty[];

const WITHOUT_ACCOUNT: readonly Role[] = ['teacher', 'classTeacher'];

function peopleOf(db: ReadableDb, today: IsoDate): ReadonlyMap<number, DutyPerson> {
  const byStaff = Map.groupBy(findDutyPeople(db, today), ({ staffId }) => staffId);
  return new Map(
    [...byStaff].map(([staffId, own]) => {
      const roles = own.flatMap(({ role }) => role ?? []);
      const [first] = own;
      const name = first === undefined ? '' : shortName(first);
      return [staffId, { staffId, name, roles: roles.length === 0 ? WITHOUT_ACCOUNT : roles }];
    }),
  );
}

function dutyPage(row: PageRow, teachers: readonly PageTeacherRow[]): DutyPage {
  const className = formatClassNames([row, ...row.otherClasses]);
  return {
    row,
    teachers,
    staff: staffOfPage(row, teachers),
    where: pageWords({ ...row, className }),
    classIds: [row.classId, ...row.otherClasses.map(({ id }) => id)],
  };
}

/** So many days ahead lessons that nobody holds are told. */
export const TOLD_AHEAD = 7;

/** Two small numbers as one key. */
const pair = (a: number, b: number) => a * 2 ** 26 + b;

/** What all sources of one answer share. */
export function dutyGround(
  { db, core, today }: Pick<Reading, 'db' | 'core' | 'today'>,
  year: YearRow,
  of: Actor | null,
): DutyGround {
  const now = minuteHere(core);
  const calendar = once(() => findCalendar(db, year.id));
  const periods = once(() => calendar().periods as readonly PeriodRow[]);
  const rulesByDay = once(() => regulationByDay(db));
  const regulation = oncePer((day: IsoDate) => rulesByDay()(day));
  const people = once(() => peopleOf(db, today));
  const substitutes = once(
    () =>
      new Map(
        findSubstitutions(db, { from: year.startsOn, to: year.endsOn }).map((one) => [
          one.lessonId,
          one.substituteId,
        ]),
      ),
  );
  const substituteOf = (lessonId: number) => substitutes().get(lessonId);

  const everyPage = once((): ReadonlyMap<number, DutyPage> => {
    const teachers = Map.groupBy(findTeachersOfYear(db, year.id), ({ pageId }) => pageId);
    return new Map(
      findPagesOfYear(db, year.id).map((row) => [
        row.id,
        dutyPage(row, teachers.get(row.id) ?? []),
      ]),
    );
  });
  const pages = once(
    () =>
      new Map(
        [...everyPage()].filter(
          ([id, { staff }]) =>
            of === null ||
            teachesPage(of, staff, today) ||
            staff.homeroomTeacherIds.includes(of.staffId) ||
            instead().has(id),
        ),
      ),
  );
  const instead = once(
    () =>
      new Set(
        findPagesHeldInstead(db, of?.staffId ?? 0, {
          from: year.startsOn,
          to: year.endsOn,
        }).map(({ pageId }) => pageId),
      ),
  );

  const spans = once(() => Map.groupBy(findGroupSpans(db, year.id), ([groupId]) => groupId));
  const away = once(() => Map.groupBy(findAway(db, year.id), ({ subjectId }) => subjectId));
  const pupilsOn = (page: PageRow, day: IsoDate): readonly number[] => {
    const all = (spans().get(page.groupId) ?? []).flatMap(([, pupil, from, to]) =>
      from <= day && (to === null || day <= to) ? [pupil] : [],
    );
    if (page.groupKind === 'individual') return all;
    const gone = (away().get(page.subjectId) ?? []).filter(
      ({ from, to }) => from <= day && (to === null || day <= to),
    );
    return all.filter((id) => gone.every(({ pupilId }) => pupilId !== id));
  };
  const subjects = once(() => new Set([...pages().values()].map(({ row }) => row.subjectId)));
  const marked = oncePer(
    (periodId: number) =>
      new Set(
        findMarkedPupils(db, periodId, subjects()).map(([pupil, subject]) => pair(subject, pupil)),
      ),
  );
  const brought = oncePer(
    (periodId: number) =>
      new Set(findBroughtPeriodMarks(db, periodId).map(([pupil, subject]) => pair(subject, pupil))),
  );

  const lastLessons = once(
    () =>
      new Map(
        findLastLessons(db, year.id, addDays(today, TOLD_AHEAD)).map(([id, date, number]) => [
          `${id} ${date}`,
          number,
        ]),
      ),
  );
  const classDays = once(
    () => new Map(findClassDaysOfYear(db, year.id).map((one) => [one.id, one])),
  );
  const openings = once(() => Map.groupBy(findOpeningsOfYear(db, year.id), ({ pageId }) => pageId));
  const closings = once(
    () => new Set(findClosingsOfYear(db, year.id).map(([page, period]) => pair(page, period))),
  );
  const allMarked = (page: PageRow, periodId: number, endsOn: IsoDate): boolean => {
    const pupils = pupilsOn(page, endsOn < today ? endsOn : today);
    return (
      pupils.length > 0 &&
      pupils.every((pupil) => marked(periodId).has(pair(page.subjectId, pupil)))
    );
  };
  const complete = new Map<number, boolean>();
  const lockGround: LockGround = {
    now,
    calendar,
    periods,
    regulation,
    year: () => ({ yearStartsOn: year.startsOn, yearClosedOn: null }),
    classDay: (id) => classDays().get(id) ?? { shift: 1, studyDays: 5 },
    bells: once(() => findRungBells(db, year.id)),
    lastLesson: (id, date) => lastLessons().get(`${id} ${date}`),
    openings: (pageId) => openings().get(pageId) ?? [],
    outages: once(() => findOutages(db, year.id)),
    periodMarksSet: (page, { id, endsOn }) => {
      const key = pair(page.id, id);
      const known = complete.get(key);
      if (known !== undefined) return known;
      const found = closings().has(key) || allMarked(page, id, endsOn);
      complete.set(key, found);
      return found;
    },
  };

  const teachingNow = ({ teachers, staff }: DutyPage): readonly number[] => [
    ...new Set(
      teachers.flatMap(({ staffId }) => (teachesPage({ staffId }, staff, today) ? [staffId] : [])),
    ),
  ];

  return {
    db,
    core,
    today,
    now,
    year,
    calendar,
    periods,
    regulation,
    of,
    people,
    pages,
    everyPage,
    substituteOf,
    whoTeaches: (page) =>
      teachingNow(page).filter((staffId) => people().get(staffId)?.roles.includes('teacher')),
    whoFills(page, { id, date }) {
      const teaching = teachingNow(page);
      const thenToo = teaching.filter((staffId) => teachesPage({ staffId }, page.staff, date));
      const substitute = substituteOf(id);
      const who =
        substitute === undefined ? (thenToo.length > 0 ? thenToo : teaching) : [substitute];
      return who.filter((staffId) => {
        const person = people().get(staffId);
        if (person === undefined) return false;
        const substitutes = substitute === undefined ? [] : [{ staffId, lessonId: id }];
        const staff = { ...page.staff, substitutes };
        return canFillLesson({ ...person, accountId: 0 }, staff, id, today);
      });
    },
    locks: oncePer((page) => locksOn(lockGround, page.row)),
    pupilsOn,
    isMarked(periodId, subjectId, pupilId) {
      const key = pair(subjectId, pupilId);
      return marked(periodId).has(key) || brought(periodId).has(key);
    },
  };
}
