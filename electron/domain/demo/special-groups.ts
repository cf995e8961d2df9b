import { addDays, type IsoDate } from '../calendar/iso-date';
import { shortName } from '../people/name';
import { DEFAULT_SUBJECTS } from '../school/default-subjects';
import type { SchoolDay } from './calendar';
import type { ClassPlan } from './classes';
import type { Member } from './pupils';
import type { DemoRows } from './rows';
import type { Teacher } from './staff';
import type { LastIds, PagePlan, Structure } from './structure';

/** An elective of the upper classes, taught to all of them together and marked by ten points. */
export const ELECTIVE = {
  id: DEFAULT_SUBJECTS.length + 1,
  name: 'Основы финансовой грамотности',
  shortName: 'Фин. грам.',
  grading: 'marks',
  /** «Десятибалльная» of a new journal. */
  scaleId: 2,
} as const;

type YearOf = {
  readonly yearId: number;
  readonly startsOn: IsoDate;
  /** Where the year is over: the day its memberships end. */
  readonly end: IsoDate | null;
  readonly classes: readonly ClassPlan[];
  readonly members: readonly (readonly Member[])[];
  readonly teachers: readonly Teacher[];
  readonly days: readonly SchoolDay[];
  /** The first day of the second quarter: an individual plan begins with a period. */
  readonly planFrom: IsoDate;
};
type SpecialRows = Pick<DemoRows, 'streamClasses' | 'individualPlans' | 'individualPlanItems'>;
export type WithSpecial = Structure & { readonly special: SpecialRows };

const WEEKDAYS = [5, 4, 3, 2, 1];
const LESSONS = [7, 8];

/** Hours of the week when nobody of these has a lesson, the end of the week first. */
function freeHours(
  { rows, pages }: Structure,
  classIndexes: readonly number[],
  teacher: Teacher,
): (readonly [weekday: number, number: number])[] {
  const busy = new Set<string>();
  const concerned = new Set(
    pages
      .filter((page) => page.teacher.id === teacher.id || classIndexes.includes(page.classIndex))
      .map(({ id }) => id),
  );
  for (const [, weekday, number, pageId] of rows.timetableEntries) {
    if (concerned.has(pageId)) busy.add(`${weekday} ${number}`);
  }
  return WEEKDAYS.flatMap((weekday) => LESSONS.map((number) => [weekday, number] as const)).filter(
    ([weekday, number]) => !busy.has(`${weekday} ${number}`),
  );
}

const weekOf = (hours: readonly (readonly [number, number])[]): number[][] =>
  Array.from({ length: 6 }, (_, weekday) =>
    hours.filter(([day]) => day === weekday).map(([, number]) => number),
  );

type NewPage = Omit<PagePlan, 'id' | 'lessonNumbers'> & {
  readonly groupId: number;
  readonly slots: readonly (readonly [number, number])[];
  readonly from: IsoDate;
};

/** A page with its teacher and its hours in the week. */
function withPage(structure: Structure, year: YearOf, last: LastIds, page: NewPage): Structure {
  const { rows, pages } = structure;
  const id = (last.page += 1);
  const { groupId, slots, from, ...plan } = page;
  return {
    pages: [...pages, { ...plan, id, lessonNumbers: weekOf(slots) }],
    rows: {
      ...rows,
      pages: [...rows.pages, [id, groupId, plan.subjectId]],
      pageTeachers: [...rows.pageTeachers, [id, plan.teacher.id, plan.hours, from, year.end]],
      timetableEntries: [
        ...rows.timetableEntries,
        ...slots.map(
          ([weekday, number]) => [year.yearId, weekday, number, id, plan.teacher.roomId] as const,
        ),
      ],
    },
  };
}

/** The elective: one hour for whoever of the tenth and eleventh classes chose it. */
function withStream(structure: WithSpecial, year: YearOf, last: LastIds): WithSpecial {
  const upper = [...year.classes.keys()].filter((index) => (year.classes[index]?.grade ?? 0) >= 10);
  const [lead, ...others] = upper.map((index) => structure.rows.classes[index]?.[0] ?? 0);
  const [leadIndex] = upper;
  if (lead === undefined || leadIndex === undefined || others.length === 0) return structure;
  for (const teacher of year.teachers.filter(({ department }) => department === 'history')) {
    const [hour] = freeHours(structure, upper, teacher);
    if (hour === undefined) continue;
    const groupId = (last.group += 1);
    const members = upper.flatMap((index) =>
      (year.members[index] ?? []).filter((_, place) => place % 2 === 0),
    );
    const grouped = {
      ...structure.rows,
      groups: [...structure.rows.groups, [groupId, lead, 'элективный курс', 'stream', ''] as const],
      groupMemberships: [
        ...structure.rows.groupMemberships,
        ...members.map(
          ({ pupil, from, to }) =>
            [(last.groupMembership += 1), groupId, pupil.id, from, to ?? year.end] as const,
        ),
      ],
      curriculum: [
        ...structure.rows.curriculum,
        ...[lead, ...others].map((id) => [id, ELECTIVE.id, 1, 'formed', null] as const),
      ],
      // Links are of today, not of years past.
      teacherSubjects: [
        ...structure.rows.teacherSubjects,
        ...(year.end === null ? [[teacher.id, ELECTIVE.id] as const] : []),
      ],
    };
    const page = {
      groupId,
      subjectId: ELECTIVE.id,
      subject: { name: 'Обществознание', shortName: '', grading: 'credit' },
      classIndex: leadIndex,
      hours: 1,
      teacher,
      members,
      slots: [hour],
      from: year.startsOn,
    } as const;
    return {
      ...withPage({ pages: structure.pages, rows: grouped }, year, last, page),
      special: {
        ...structure.special,
        streamClasses: others.map((classId) => [groupId, classId] as const),
      },
    };
  }
  return structure;
}

/** A ninth-former who learns algebra alone and is exempt from technology since the second quarter. */
function withIndividualPlan(structure: WithSpecial, year: YearOf, last: LastIds): WithSpecial {
  const classIndex = year.classes.findIndex(({ grade }) => grade === 9);
  const member = year.members[classIndex]?.findLast(
    ({ to, firstDay, pupil }) => to === undefined && firstDay === 0 && !pupil.exempt,
  );
  const algebra = structure.pages.find(
    (page) => page.classIndex === classIndex && page.subject.name === 'Алгебра',
  );
  const classId = structure.rows.classes[classIndex]?.[0];
  const technology = 1 + DEFAULT_SUBJECTS.findIndex(({ name }) => name === 'Труд (технология)');
  if (member === undefined || algebra === undefined || classId === undefined) return structure;
  const slots = freeHours(structure, [classIndex], algebra.teacher).slice(0, 2);
  if (slots.length < 2) return structure;
  const firstDay = year.days.findIndex(({ date }) => date >= year.planFrom);
  const groupId = (last.group += 1);
  const left = (page: PagePlan): PagePlan =>
    page.classIndex === classIndex && [algebra.subjectId, technology].includes(page.subjectId)
      ? {
          ...page,
          members: page.members.map((one) =>
            one.pupil === member.pupil ? { ...one, lastDay: firstDay - 1 } : one,
          ),
        }
      : page;
  const grouped: Structure = {
    pages: structure.pages.map(left),
    rows: {
      ...structure.rows,
      groups: [
        ...structure.rows.groups,
        [groupId, classId, `ИУП: ${shortName(member.pupil.name)}`, 'individual', ''],
      ],
      groupMemberships: [
        ...structure.rows.groupMemberships,
        [(last.groupMembership += 1), groupId, member.pupil.id, year.planFrom, year.end],
      ],
    },
  };
  const page = {
    ...algebra,
    groupId,
    hours: 2,
    members: [{ ...member, firstDay }],
    slots,
    from: year.planFrom,
  };
  const planId = year.yearId;
  return {
    ...withPage(grouped, year, last, page),
    special: {
      ...structure.special,
      individualPlans: [
        [planId, member.pupil.id, year.yearId, year.planFrom, year.end, 'приказ директора'],
      ],
      individualPlanItems: [
        [planId, algebra.subjectId, 'individual', 2, groupId],
        [planId, technology, 'exempt', 0, null],
      ],
    },
  };
}

/** A stream of the upper classes and a pupil with an individual plan, added to a year's structure. */
export function withSpecialGroups(structure: Structure, year: YearOf, last: LastIds): WithSpecial {
  const none = { streamClasses: [], individualPlans: [], individualPlanItems: [] };
  return withIndividualPlan(withStream({ ...structure, special: none }, year, last), year, last);
}

/** The first day after the first quarter's holidays, where the calendar names it; else of the year. */
export const secondPeriodOf = (
  periods: readonly {
    readonly kind: string;
    readonly number: number;
    readonly startsOn: IsoDate;
  }[],
  startsOn: IsoDate,
): IsoDate =>
  periods.find(({ kind, number }) => kind === 'quarter' && number === 2)?.startsOn ??
  addDays(startsOn, 60);
