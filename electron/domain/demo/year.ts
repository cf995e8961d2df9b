import type { IsoDate } from '../calendar/iso-date';
import type { DefaultPeriod, DefaultYear } from '../school/default-periods';
import { usualBells } from '../timetable/usual-bells';
import { dayRecordOf, type DayRecord } from './attendance';
import { periodIndexes, schoolDaysOf } from './calendar';
import type { ClassPlan } from './classes';
import { cardOf, type FamilyRegistrar } from './families';
import { fillPage, type LessonsOfPage } from './lessons';
import { demoPlans } from './plans';
import { distributeLoad, type Load } from './load';
import { movementRowsOf } from './movement';
import { periodMarkOf, yearMarkOf, type Tally } from './period-marks';
import { membersOf, type Member, type Registrar, type Roster } from './pupils';
import type { Random } from './random';
import type { DemoRows, PeriodMarkRow } from './rows';
import type { Staff } from './staff';
import { ELECTIVE, secondPeriodOf, withSpecialGroups } from './special-groups';
import { structureOf, type LastIds, type PagePlan } from './structure';

/** What the generator is at: for the progress shown to people. */
export type DemoStep = 'people' | 'timetable' | 'journal' | 'periodMarks';

/** Rows that can be stored at once, and how much of all the work is done with them. */
export type DemoPiece = {
  readonly step: DemoStep;
  readonly done: number;
  readonly rows: Partial<DemoRows>;
};

export type YearPlan = {
  readonly id: number;
  readonly startYear: number;
  readonly calendar: DefaultYear;
  /** Nothing but lessons is entered on this day and later. */
  readonly today: IsoDate;
  /** Not the last of the years made: its memberships end with it. */
  readonly over: boolean;
  readonly classes: readonly ClassPlan[];
  readonly roster: Roster;
  readonly staff: Staff;
};

type Period = DefaultPeriod & { readonly id: number };
/** The periods of a class in a year, and what of them is over. */
type ClassPeriods = {
  readonly periods: readonly Period[];
  readonly periodOfDay: readonly number[];
  readonly year: Period;
};

const FORGETFUL_TEACHERS = 3;

function forgetfulnessOf({ teachers }: Staff, random: Random): ReadonlyMap<number, number> {
  const forgetful = random.shuffled(teachers).slice(0, FORGETFUL_TEACHERS);
  return new Map(forgetful.map((teacher) => [teacher.id, 0.12]));
}

const NOTHING_LOST: ReadonlySet<number> = new Set();

/** One page in five lags: one to three of its first lessons went to something else. */
function lostOf({ hours }: PagePlan, random: Random): ReadonlySet<number> {
  if (!random.chance(0.2)) return NOTHING_LOST;
  const lessons = random.shuffled(Array.from({ length: hours * 8 }, (_, index) => index + 2));
  return new Set(lessons.slice(0, 1 + Math.floor(random.next() * 3)));
}

/** The marks of the finished periods on a page; `values` keeps them for the year's mark. */
function periodMarksOf(
  page: PagePlan,
  { periods, periodOfDay }: ClassPeriods,
  tallies: readonly (readonly Tally[])[],
  today: IsoDate,
  values: Map<string, string[]>,
  random: Random,
): PeriodMarkRow[] {
  const rows: PeriodMarkRow[] = [];
  for (const [index, period] of periods.entries()) {
    if (period.endsOn >= today) continue;
    const lastDay = periodOfDay.lastIndexOf(index);
    for (const [place, { pupil, lastDay: until }] of page.members.entries()) {
      const tally = tallies[index]?.[place];
      if (until < lastDay || tally === undefined) continue;
      const exempt = pupil.exempt && page.subject.name === 'Физическая культура';
      const passes = page.subject.grading === 'credit' ? 'credit' : 'marks';
      const kind = page.subjectId === ELECTIVE.id ? 'tenPoints' : passes;
      const mark = periodMarkOf(tally, exempt ? 'exempt' : kind, random);
      if (mark === undefined) continue;
      rows.push([pupil.id, page.subjectId, period.id, mark.value, mark.note, 1]);
      const key = `${pupil.id} ${page.subjectId}`;
      values.set(key, [...(values.get(key) ?? []), mark.value]);
    }
  }
  return rows;
}

function yearMarksOf(
  members: readonly Member[],
  period: Period,
  values: ReadonlyMap<string, readonly string[]>,
  subjectIds: readonly number[],
): PeriodMarkRow[] {
  const rows: PeriodMarkRow[] = [];
  for (const { pupil, to } of members) {
    if (to !== undefined) continue;
    for (const subjectId of subjectIds) {
      const set = values.get(`${pupil.id} ${subjectId}`);
      if (set !== undefined) rows.push([pupil.id, subjectId, period.id, yearMarkOf(set), '', 1]);
    }
  }
  return rows;
}

/** The bells of a year: one schedule for the only shift. */
const bellRows = (yearId: number): Pick<DemoRows, 'bellSchedules' | 'bells' | 'bellUses'> => ({
  bellSchedules: [[yearId, yearId, 'Обычное']],
  bells: usualBells().map(({ lessonNumber, startsAt, endsAt }) => [
    yearId,
    lessonNumber,
    startsAt,
    endsAt,
  ]),
  bellUses: [[yearId, 1, 1, 11]],
});

function calendarRows(
  { id, calendar }: YearPlan,
  periods: readonly Period[],
): Pick<
  DemoRows,
  'years' | 'periods' | 'holidays' | 'bellSchedules' | 'bells' | 'bellUses' | 'timetableVersions'
> {
  return {
    years: [[id, calendar.name, calendar.startsOn, calendar.endsOn]],
    periods: periods.map((period) => [
      period.id,
      id,
      period.kind,
      period.number,
      period.startsOn,
      period.endsOn,
      period.gradeFrom,
      period.gradeTo,
    ]),
    holidays: calendar.holidays.map(({ name, startsOn, endsOn }) => [id, name, startsOn, endsOn]),
    ...bellRows(id),
    timetableVersions: [[id, id, 'Основное расписание', calendar.startsOn]],
  };
}

/** What the next year and the papers of this one need to know of it. */
export type MadeYear = Pick<DemoRows, 'memberships' | 'groupMemberships'> & {
  readonly members: readonly (readonly Member[])[];
  readonly load: Load;
};

/**
 * A school year piece by piece, in an order in which the rows can be stored. Returns who was in
 * which class when it ended, and the load.
 */
export function* makeYear(
  plan: YearPlan,
  { register, families }: { readonly register: Registrar; readonly families: FamilyRegistrar },
  last: LastIds,
  random: Random,
): Generator<DemoPiece, MadeYear> {
  const { calendar, classes, today, staff, roster } = plan;
  const days = schoolDaysOf(calendar);
  const pastDays = days.filter((day) => day.date < today).length;
  const periods = calendar.periods.map((period): Period => ({
    ...period,
    id: (last.period += 1),
  }));
  const periodsOf = (grade: number): ClassPeriods => {
    const ofGrade = periods.filter((one) => one.gradeFrom <= grade && grade <= one.gradeTo);
    const parts = ofGrade.filter((period) => period.kind !== 'year');
    const year = ofGrade.find((period) => period.kind === 'year');
    if (year === undefined) throw new Error(`no year period for grade ${grade}`);
    return { periods: parts, periodOfDay: periodIndexes(days, parts), year };
  };

  const members = membersOf(
    roster,
    classes,
    {
      startYear: plan.startYear,
      startsOn: calendar.startsOn,
      days,
      pastDays,
      secondPeriodDay: periodsOf(1).periodOfDay.indexOf(1),
    },
    register,
    random.fork('movement'),
  );
  const known = new Set(roster.flatMap((pupils) => pupils.map((pupil) => pupil.id)));
  const arrived = members
    .flat()
    .map((member) => member.pupil)
    .filter(({ id }) => !known.has(id));
  const ofArrived = families(arrived, calendar.startsOn);
  yield { step: 'people', done: 0, rows: { pupils: pupilRows(arrived), ...ofArrived } };
  const load = distributeLoad(classes, staff.teachers, random.fork('load'));
  const ordinary = structureOf(
    {
      id: plan.id,
      startsOn: calendar.startsOn,
      endsOn: plan.over ? calendar.endsOn : undefined,
      classes,
      members,
      load,
    },
    last,
    random.fork('timetable'),
  );
  const year = {
    yearId: plan.id,
    startsOn: calendar.startsOn,
    end: plan.over ? calendar.endsOn : null,
    classes,
    members,
    teachers: staff.teachers,
    days,
    planFrom: secondPeriodOf(calendar.periods, calendar.startsOn),
  };
  const { rows, pages, special } = withSpecialGroups(ordinary, year, last);
  const structure = { ...calendarRows(plan, periods), ...rows, ...special };
  yield { step: 'timetable', done: 0, rows: structure };
  const lessonsOf = (page: PagePlan, schoolClass: ClassPlan): LessonsOfPage => ({
    subject: page.subject.name,
    grading: page.subject.grading,
    tenPoints: page.subjectId === ELECTIVE.id,
    schoolClass,
    hours: page.hours,
    lessonNumbers: page.lessonNumbers,
    days,
    periodOfDay: periodsOf(schoolClass.grade).periodOfDay,
  });
  // Years that are over are not planned any more.
  const planned = plan.over
    ? undefined
    : demoPlans(
        plan.id,
        ordinary.pages.flatMap((page) => {
          const schoolClass = classes[page.classIndex];
          return schoolClass === undefined ? [] : [{ page, lessons: lessonsOf(page, schoolClass) }];
        }),
        random.fork('plans'),
      );
  if (planned !== undefined) yield { step: 'timetable', done: 0, rows: planned.rows };
  const orders = movementRowsOf(
    { ...rows, calendar, endsOn: plan.over ? calendar.endsOn : null },
    last,
    random.fork('orders'),
  );
  yield { step: 'people', done: 0, rows: orders };

  const forgetful = forgetfulnessOf(staff, random.fork('forgetful'));
  const values = new Map<string, string[]>();
  for (const [classIndex, schoolClass] of classes.entries()) {
    const classPeriods = periodsOf(schoolClass.grade);
    const records = new Map<Member, DayRecord>();
    for (const member of members[classIndex] ?? []) {
      const own = random.fork(`days ${member.pupil.id}`);
      records.set(member, dayRecordOf(member, days, pastDays, own));
    }
    for (const page of pages.filter((one) => one.classIndex === classIndex)) {
      const own = random.fork(`page ${page.id}`);
      const filled = fillPage(
        {
          ...lessonsOf(page, schoolClass),
          id: page.id,
          members: page.members.map((member) => ({
            ...member,
            record: records.get(member) ?? { away: [], late: [] },
          })),
          periodCount: classPeriods.periods.length,
          pastDays,
          forgetfulness: forgetful.get(page.teacher.id) ?? 0.01,
          plan: planned?.ofPage.get(page.id),
          lost: planned === undefined ? NOTHING_LOST : lostOf(page, own.fork('lost')),
        },
        last.lesson + 1,
        own,
      );
      last.lesson += filled.lessons.length;
      const { tallies, ...entries } = filled;
      const marked = schoolClass.grade > 1 && page.subject.grading !== 'none';
      const periodMarks = marked
        ? periodMarksOf(page, classPeriods, tallies, today, values, own.fork('period'))
        : [];
      const done = (classIndex + 0.5) / classes.length;
      yield { step: 'journal', done, rows: { ...entries, periodMarks } };
    }
    if (classPeriods.year.endsOn >= today) continue;
    const subjectIds = [...new Set(pages.map((page) => page.subjectId))];
    const periodMarks = yearMarksOf(
      members[classIndex] ?? [],
      classPeriods.year,
      values,
      subjectIds,
    );
    yield { step: 'periodMarks', done: (classIndex + 1) / classes.length, rows: { periodMarks } };
  }
  const { memberships, groupMemberships } = rows;
  return { members, load, memberships, groupMemberships };
}

/** Pupils as rows; a personal file is numbered within the letter of the surname. */
export function pupilRows(pupils: readonly Member['pupil'][]): DemoRows['pupils'] {
  return pupils.map((pupil) => {
    const { id, name, sex, birthDate } = pupil;
    const { snils, phone, address } = cardOf(pupil);
    return [
      id,
      name.lastName,
      name.firstName,
      name.middleName,
      sex,
      birthDate,
      `${name.lastName.charAt(0)}-${id}`,
      snils,
      phone,
      address,
      'Россия',
    ];
  });
}
