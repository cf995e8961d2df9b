import { DEFAULT_WORK_KINDS, type DefaultWorkKindName } from '../marks/work-kinds';
import type { DefaultSubject, DefaultSubjectName } from '../school/default-subjects';
import type { DayRecord } from './attendance';
import type { SchoolDay } from './calendar';
import { SHOW_CLASS, type ClassPlan } from './classes';
import { homeworkOf } from './homework';
import { emptyTally, type Tally } from './period-marks';
import type { Member, Pupil } from './pupils';
import type { Random } from './random';
import type { DemoPlanRow } from './plans';
import type { Attendance, CellRow, LessonPlanRow, LessonRow, LessonWorkRow, MarkRow } from './rows';
import { topicOf, topicsOf } from './topics';
import { markingStyleOf, workTitle } from './works';

type PageMember = Member & { readonly record: DayRecord };

/** When and in what a page has lessons. */
export type LessonsOfPage = {
  readonly subject: DefaultSubjectName;
  readonly grading: DefaultSubject['grading'];
  /** Points of ten are given where others pass or fail. */
  readonly tenPoints: boolean;
  readonly schoolClass: ClassPlan;
  readonly hours: number;
  /** By weekday (1 is Monday): the numbers of the lessons. */
  readonly lessonNumbers: readonly (readonly number[])[];
  readonly days: readonly SchoolDay[];
  readonly periodOfDay: readonly number[];
};

/** A page of the journal and what is needed to fill it. */
export type Page = LessonsOfPage & {
  readonly id: number;
  /** In the order of the pupils' ids. */
  readonly members: readonly PageMember[];
  readonly periodCount: number;
  /** How many of the days lie before the chosen day. */
  readonly pastDays: number;
  /** How often the teacher leaves a lesson of the last weeks empty. */
  readonly forgetfulness: number;
  /** The lines of the plan the page works by, if it has one. */
  readonly plan: readonly DemoPlanRow[] | undefined;
  /** Lessons, by their place in the year, that went to something else: the page lags by them. */
  readonly lost: ReadonlySet<number>;
};

export type FilledPage = {
  readonly lessons: readonly LessonRow[];
  readonly lessonWorks: readonly LessonWorkRow[];
  readonly cells: readonly CellRow[];
  readonly marks: readonly MarkRow[];
  readonly lessonPlanRows: readonly LessonPlanRow[];
  /** By period, then by member. */
  readonly tallies: readonly (readonly Tally[])[];
};

type Planned = {
  readonly day: number;
  readonly number: number;
  readonly period: number;
  /** The place within the period, and how many lessons that has. */
  readonly place: number;
  readonly ofPeriod: number;
};
type Work = {
  readonly kind: DefaultWorkKindName;
  readonly sort: 'usual' | 'written' | 'control';
  /** The share of those present who get a mark. */
  readonly share: number;
};

const KIND_IDS = new Map<string, number>(
  DEFAULT_WORK_KINDS.map(({ name }, index) => [name, index + 1]),
);
const WEIGHTS = new Map<string, number>(
  DEFAULT_WORK_KINDS.map(({ name, weight }) => [name, weight]),
);
/** Works that get two marks: for what is written and for how. */
const TWO_MARKS: ReadonlySet<DefaultWorkKindName> = new Set(['Диктант', 'Изложение', 'Сочинение']);
const REMARKS = [
  'Активная работа на уроке',
  'Помощь одноклассникам',
  'Подробный, полный ответ',
  'Нет тетради',
  'Нет учебника',
  'Нет спортивной формы',
  'Разговоры на уроке',
  'Домашнее задание не выполнено',
];
const LAST_WEEKS = 15;
/** What a teacher writes where a lesson went to something that is not in the plan. */
const REVISION = 'Повторение. Работа над ошибками';

/** Every lesson of a page in the year, with its place in its period. */
export function plannedLessons({ days, lessonNumbers, periodOfDay }: LessonsOfPage): Planned[] {
  const inPeriod = new Map<number, number>();
  const lessons: Omit<Planned, 'ofPeriod'>[] = [];
  for (const [day, { weekday }] of days.entries()) {
    const period = periodOfDay[day] ?? 0;
    for (const number of lessonNumbers[weekday] ?? []) {
      const place = inPeriod.get(period) ?? 0;
      inPeriod.set(period, place + 1);
      lessons.push({ day, number, period, place });
    }
  }
  return lessons.map((lesson) => ({ ...lesson, ofPeriod: inPeriod.get(lesson.period) ?? 0 }));
}

/** Whether a control work stands there: near the end of a period, and every twelve lessons. */
export function isControl({ place, ofPeriod, day }: Planned, page: LessonsOfPage): boolean {
  if (page.grading === 'none' || page.schoolClass.grade === 1 || day === 0) return false;
  return place === ofPeriod - 2 || (page.hours >= 2 && place % 12 === 11);
}

const pickKind = (
  { period, place }: Planned,
  kinds: readonly DefaultWorkKindName[],
): DefaultWorkKindName =>
  kinds[(period + Math.floor(place / 4)) % kinds.length] ?? 'Ответ на уроке';

/** Which control work it is. */
export const controlKindOf = (lesson: Planned, page: LessonsOfPage): DefaultWorkKindName =>
  pickKind(lesson, markingStyleOf(page.subject).control);

/** What is marked in a lesson: a control work where there is one, written work every few lessons. */
function worksOf(lesson: Planned, page: Page, control: boolean, random: Random): Work[] {
  const { place, day } = lesson;
  if (page.grading === 'none' || page.schoolClass.grade === 1 || day === 0) return [];
  const style = markingStyleOf(page.subject);
  const rare = page.hours < 2;
  if (control) return [{ kind: controlKindOf(lesson, page), sort: 'control', share: 0.98 }];
  if (rare ? place % 3 === 1 : place % 5 === 3) {
    return [{ kind: pickKind(lesson, style.written), sort: 'written', share: 0.88 }];
  }
  if (random.chance(0.08)) return [];
  const share = (rare ? 0.45 : 0.26) + 0.2 * random.next();
  const usual: Work = { kind: random.pick(style.usual), sort: 'usual', share };
  if (style.area === 'practice' || !random.chance(0.25)) return [usual];
  return [usual, { kind: 'Домашнее задание', sort: 'usual', share: 0.2 }];
}

/** The mark the pupil gets on the average in the subject. */
function levelOf(pupil: Pupil, { subject, schoolClass }: Page, random: Random): number {
  const { area, ease } = markingStyleOf(subject);
  const shown = schoolClass.grade === SHOW_CLASS.grade && schoolClass.letter === SHOW_CLASS.letter;
  const level =
    3.95 +
    ease +
    0.5 * pupil.talent +
    0.2 * pupil.gifts[area] +
    0.1 * random.normal() +
    (schoolClass.grade < 5 ? 0.25 : 0) +
    (shown ? 0.3 : 0);
  if (pupil.kind === 'excellent') return Math.max(4.92, level);
  if (pupil.kind === 'weak' && area !== 'practice' && !shown) return Math.min(2.6, level);
  return Math.max(2.7, level);
}

function markAt(level: number, kind: Pupil['kind'], sort: Work['sort'], random: Random): number {
  const spread = kind === 'excellent' ? 0.3 : 0.58;
  const hard = sort === 'control' ? -0.15 : 0;
  return Math.min(5, Math.max(2, Math.round(level + hard + spread * random.normal())));
}

/** Why the pupil was away from the lesson, or late for it, with the minutes. */
function presenceAt(
  { pupil, record }: PageMember,
  { day, number }: Planned,
  random: Random,
): readonly [Attendance | null, number | null] {
  const away = record.away[day];
  if (away !== undefined) return [away, null];
  const minutes = number === 1 ? (record.late[day] ?? 0) : 0;
  if (minutes > 0) return ['late', minutes];
  if (number >= 5 && random.chance(pupil.truant ? 0.02 : 0.0008)) return ['absent', null];
  return [null, null];
}

/** Fills a page for the whole year: lessons on every day, entries only before the chosen day. */
export function fillPage(page: Page, firstLessonId: number, random: Random): FilledPage {
  const { members, subject, grading, schoolClass, days, pastDays } = page;
  const lessons: LessonRow[] = [];
  const lessonWorks: LessonWorkRow[] = [];
  const cells: CellRow[] = [];
  const marks: MarkRow[] = [];
  const lessonPlanRows: LessonPlanRow[] = [];
  const planned = plannedLessons(page);
  const topics = topicsOf(subject, schoolClass.grade);
  const style = markingStyleOf(subject);
  const levels = members.map(({ pupil }) => levelOf(pupil, page, random));
  const tallies = Array.from({ length: page.periodCount }, () => members.map(() => emptyTally()));
  const isExempt = (pupil: Pupil) => pupil.exempt && subject === 'Физическая культура';

  const tens = random.fork('ten points');

  /** The value for the cell; counted in the tally. */
  const valueFor = (index: number, member: PageMember, work: Work, tally: Tally): string => {
    if (isExempt(member.pupil)) return 'осв';
    if (grading === 'credit') {
      const failed = member.pupil.kind === 'weak' && random.chance(0.5);
      tally.count += 1;
      tally.failed += failed ? 1 : 0;
      if (!page.tenPoints) return failed ? 'незач' : 'зач';
      const points = failed ? tens.between(2, 4) : tens.between(5, 10);
      const weight = WEIGHTS.get(work.kind) ?? 1;
      tally.sum += points * weight;
      tally.weight += weight;
      return String(points);
    }
    const mark = markAt(levels[index] ?? 4, member.pupil.kind, work.sort, random);
    const weight = WEIGHTS.get(work.kind) ?? 1;
    tally.sum += mark * weight;
    tally.weight += weight;
    tally.count += 1;
    return String(mark);
  };

  /** What one pupil gets for one work; those with the fewest marks are asked first. */
  const valuesFor = (
    index: number,
    member: PageMember,
    work: Work,
    attendance: Attendance | null,
    tally: Tally,
  ): string[] => {
    const away = attendance !== null && attendance !== 'late';
    if (away) {
      if (work.sort !== 'control' || isExempt(member.pupil)) return [];
      const fate = random.next();
      if (fate < 0.3) return ['.'];
      return fate < 0.5 ? [valueFor(index, member, work, tally)] : []; // written later
    }
    if (isExempt(member.pupil)) {
      return work.sort === 'control' ? [valueFor(index, member, work, tally)] : [];
    }
    if (work.sort === 'usual') {
      const expected = (tally.held + 1) * work.share;
      const share = tally.count < expected ? work.share * 1.5 : work.share * 0.6;
      if (!random.chance(share)) return [];
    } else if (!random.chance(work.share)) return random.chance(0.06) ? ['.'] : [];
    const value = valueFor(index, member, work, tally);
    return TWO_MARKS.has(work.kind) && grading === 'marks'
      ? [value, valueFor(index, member, work, tally)]
      : [value];
  };

  let behind = 0;
  for (const [index, lesson] of planned.entries()) {
    const id = firstLessonId + index;
    const date = days[lesson.day]?.date;
    if (date === undefined) continue;
    const past = lesson.day < pastDays;
    const recent = lesson.day >= pastDays - LAST_WEEKS;
    if (!past || random.chance(recent ? page.forgetfulness : 0.002)) {
      lessons.push([id, page.id, date, lesson.number, '', '', 0]);
      continue;
    }
    const lost = page.lost.has(index);
    if (lost) behind += 1;
    const row = lost ? undefined : page.plan?.[index - behind];
    const control = page.plan === undefined ? isControl(lesson, page) : row?.kind === 'control';
    const works = worksOf(lesson, page, control, random);
    const { topic, text } = topicOf(
      topics,
      index,
      planned.length,
      grading === 'none' ? 'talk' : style.area,
    );
    const [work] = works;
    const usual = work?.sort === 'control' ? workTitle(work.kind, topic) : text;
    const named = lost ? REVISION : (row?.topic ?? usual);
    if (row !== undefined) lessonPlanRows.push([id, row.id]);
    const hasHomework = schoolClass.grade > 1 && random.chance(0.94);
    const homework = hasHomework ? homeworkOf(subject, random) : '';
    lessons.push([id, page.id, date, lesson.number, named, homework, 1]);
    for (const [place, { kind, sort }] of works.entries()) {
      const title = sort === 'usual' ? '' : topic;
      lessonWorks.push([id, place + 1, KIND_IDS.get(kind) ?? 1, WEIGHTS.get(kind) ?? 1, title]);
    }

    for (const [place, member] of members.entries()) {
      if (lesson.day < member.firstDay || lesson.day > member.lastDay) continue;
      const tally = tallies[lesson.period]?.[place];
      if (tally === undefined) continue;
      const [attendance, minutes] = presenceAt(member, lesson, random);
      const pupilId = member.pupil.id;
      let position = 0;
      for (const [order, one] of works.entries()) {
        for (const value of valuesFor(place, member, one, attendance, tally)) {
          position += 1;
          marks.push([id, pupilId, position, order + 1, value]);
        }
      }
      tally.held += 1;
      const present = attendance === null || attendance === 'late';
      if (!present) tally.missed += 1;
      const remark = present && random.chance(0.002) ? random.pick(REMARKS) : '';
      if (position > 0 || attendance !== null || remark !== '') {
        cells.push([id, pupilId, attendance, minutes, remark, 1]);
      }
    }
  }
  return { lessons, lessonWorks, cells, marks, lessonPlanRows, tallies };
}
