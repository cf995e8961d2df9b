import type { IsoDate } from '../calendar/iso-date';
import { DEFAULT_SUBJECTS, type DefaultSubject } from '../school/default-subjects';
import type { ClassPlan } from './classes';
import { curriculumOf, type Split } from './curriculum';
import type { Assignment, Load } from './load';
import type { LastMovementIds } from './movement';
import type { Member } from './pupils';
import type { Random } from './random';
import type { DemoRows } from './rows';
import type { Teacher } from './staff';
import { placeTimetable, type Activity } from './timetable';

/** The last id given out in each table whose ids go on through the years. */
export type LastIds = LastMovementIds & {
  schoolClass: number;
  membership: number;
  group: number;
  groupMembership: number;
  page: number;
  lesson: number;
  period: number;
};

/** A page of the journal as it is laid out, before anything is entered. */
export type PagePlan = {
  readonly id: number;
  readonly subjectId: number;
  readonly subject: DefaultSubject & { readonly name: Assignment['line']['subject'] };
  readonly classIndex: number;
  readonly hours: number;
  readonly teacher: Teacher;
  readonly members: readonly Member[];
  readonly lessonNumbers: readonly (readonly number[])[];
};

export type Structure = {
  readonly rows: Pick<
    DemoRows,
    | 'classes'
    | 'memberships'
    | 'groups'
    | 'groupMemberships'
    | 'curriculum'
    | 'teacherSubjects'
    | 'pages'
    | 'pageTeachers'
    | 'timetableEntries'
  >;
  readonly pages: readonly PagePlan[];
};

type Part = {
  readonly name: string;
  readonly division: string;
  readonly has: (member: Member) => boolean;
};

const PARTS: Readonly<Record<Split, readonly Part[]>> = {
  whole: [{ name: '', division: '', has: () => true }],
  halves: [
    { name: '1 группа', division: 'Подгруппы', has: (member) => member.half === 0 },
    { name: '2 группа', division: 'Подгруппы', has: (member) => member.half === 1 },
  ],
  sexes: [
    { name: 'мальчики', division: 'Мальчики и девочки', has: ({ pupil }) => pupil.sex === 'male' },
    { name: 'девочки', division: 'Мальчики и девочки', has: ({ pupil }) => pupil.sex === 'female' },
  ],
};

const SUBJECTS = new Map(
  DEFAULT_SUBJECTS.map((subject, index) => [subject.name, { subject, id: index + 1 }] as const),
);

/** Which weekday and lesson each hour of each assignment falls on. */
function timetableOf({ assignments }: Load, random: Random): readonly (readonly number[])[][] {
  const activities: Activity[] = [];
  const owners: number[] = [];
  for (const [owner, { classIndex, line, teachers }] of assignments.entries()) {
    for (let hour = 0; hour < line.hours; hour += 1) {
      activities.push({
        classIndex,
        subject: line.subject,
        teacherIds: teachers.map((teacher) => teacher.id),
        opensWeek: line.departments[0] === 'homeroom',
      });
      owners.push(owner);
    }
  }
  const weeks = assignments.map(() => Array.from({ length: 6 }, (): number[] => []));
  for (const [index, { weekday, lessonNumber }] of placeTimetable(activities, random).entries()) {
    weeks[owners[index] ?? 0]?.[weekday]?.push(lessonNumber);
  }
  for (const numbers of weeks.flat()) numbers.sort((a, b) => a - b);
  return weeks;
}

/** Classes, groups, pages, their teachers and the timetable of a year. */
export function structureOf(
  year: {
    readonly id: number;
    readonly startsOn: IsoDate;
    /** Where the year is over: the day its memberships end. */
    readonly endsOn: IsoDate | undefined;
    readonly classes: readonly ClassPlan[];
    readonly members: readonly (readonly Member[])[];
    readonly load: Load;
  },
  last: LastIds,
  random: Random,
): Structure {
  const { load, members, classes } = year;
  const weeks = timetableOf(load, random);
  const end = year.endsOn ?? null;
  const rows = {
    classes: [] as DemoRows['classes'][number][],
    memberships: [] as DemoRows['memberships'][number][],
    groups: [] as DemoRows['groups'][number][],
    curriculum: [] as DemoRows['curriculum'][number][],

    groupMemberships: [] as DemoRows['groupMemberships'][number][],
    pages: [] as DemoRows['pages'][number][],
    pageTeachers: [] as DemoRows['pageTeachers'][number][],
    timetableEntries: [] as DemoRows['timetableEntries'][number][],
  };
  const pages: PagePlan[] = [];
  const taught = new Map<string, DemoRows['teacherSubjects'][number]>();

  for (const [classIndex, { grade, letter }] of classes.entries()) {
    const homeroom = load.homerooms[classIndex];
    if (homeroom === undefined) continue;
    const classId = (last.schoolClass += 1);
    const profile = grade > 9 ? 'социально-экономический' : '';
    rows.classes.push([classId, year.id, grade, letter, homeroom.id, homeroom.roomId, profile]);
    const inClass = members[classIndex] ?? [];
    for (const { pupil, from, to } of inClass) {
      rows.memberships.push([(last.membership += 1), classId, pupil.id, from, to ?? end]);
    }

    const groups = new Map<string, number>();
    const splits = new Set<Split>(['whole', ...curriculumOf(grade).map((line) => line.split)]);
    for (const part of [...splits].flatMap((split) => PARTS[split])) {
      const groupId = (last.group += 1);
      groups.set(part.name, groupId);
      rows.groups.push([groupId, classId, part.name, 'subgroup', part.division]);
      if (part.name === '') continue;
      for (const { pupil, from, to } of inClass.filter((member) => part.has(member))) {
        const id = (last.groupMembership += 1);
        rows.groupMemberships.push([id, groupId, pupil.id, from, to ?? end]);
      }
    }

    for (const [index, { classIndex: of, line, teachers }] of load.assignments.entries()) {
      const known = SUBJECTS.get(line.subject);
      const lessonNumbers = weeks[index] ?? [];
      if (of !== classIndex || known === undefined) continue;
      const extra = line.departments[0] === 'homeroom';
      rows.curriculum.push([classId, known.id, line.hours, extra ? 'extra' : 'mandatory', null]);
      for (const [place, part] of PARTS[line.split].entries()) {
        const teacher = teachers[place];
        const groupId = groups.get(part.name);
        if (teacher === undefined || groupId === undefined) continue;
        const id = (last.page += 1);
        rows.pages.push([id, groupId, known.id]);
        if (year.endsOn === undefined)
          taught.set(`${teacher.id} ${known.id}`, [teacher.id, known.id]);
        rows.pageTeachers.push([id, teacher.id, line.hours, year.startsOn, end]);
        for (const [weekday, numbers] of lessonNumbers.entries()) {
          for (const number of numbers) {
            rows.timetableEntries.push([year.id, weekday, number, id, teacher.roomId]);
          }
        }
        pages.push({
          id,
          subjectId: known.id,
          subject: known.subject,
          classIndex,
          hours: line.hours,
          teacher,
          members: inClass.filter((member) => part.has(member)),
          lessonNumbers,
        });
      }
    }
  }
  return { rows: { ...rows, teacherSubjects: [...taught.values()] }, pages };
}
