import type { PlanKind } from '../plans/plan-row';
import { homeworkOf } from './homework';
import { controlKindOf, isControl, plannedLessons, type LessonsOfPage } from './lessons';
import type { Random } from './random';
import type { DemoRows } from './rows';
import type { PagePlan } from './structure';
import { topicOf, topicsOf } from './topics';
import { markingStyleOf, workTitle } from './works';

/** A line of a plan of the demonstration school. */
export type DemoPlanRow = { readonly id: number; readonly topic: string; readonly kind: PlanKind };

export type DemoPlans = {
  readonly rows: Pick<DemoRows, 'plans' | 'planRows' | 'planPages'>;
  readonly ofPage: ReadonlyMap<number, readonly DemoPlanRow[]>;
};

const KINDS: readonly (readonly [RegExp, PlanKind])[] = [
  [/Лабораторная работа/u, 'laboratory'],
  [/Практическая работа|Практикум/u, 'practical'],
];

const STUDY_DAYS = 5;
/** As the curriculum counts them: the school days of the grade through the days of its week. */
const weeksOf = ({ days, periodOfDay }: LessonsOfPage) =>
  Math.round(days.filter((_, index) => (periodOfDay[index] ?? -1) >= 0).length / STUDY_DAYS);

/**
 * A plan for each subject, grade and teacher of a year; the pages of parallel classes and subgroups
 * share it. It has the hours of the curriculum, so a page with fewer lessons has too few for it.
 */
export function demoPlans(
  yearId: number,
  pages: readonly { readonly page: PagePlan; readonly lessons: LessonsOfPage }[],
  random: Random,
): DemoPlans {
  const plans: DemoRows['plans'][number][] = [];
  const planRows: DemoRows['planRows'][number][] = [];
  const planPages: DemoRows['planPages'][number][] = [];
  const ofPage = new Map<number, readonly DemoPlanRow[]>();
  const known = new Map<string, { readonly id: number; readonly rows: readonly DemoPlanRow[] }>();
  for (const { page, lessons } of pages) {
    const { grade } = lessons.schoolClass;
    const key = `${page.subjectId} ${grade} ${page.teacher.id}`;
    let plan = known.get(key);
    if (plan === undefined) {
      const id = plans.length + 1;
      const rows: DemoPlanRow[] = [];
      const { name, grading } = page.subject;
      plans.push([id, yearId, page.subjectId, grade, `${name}, ${grade} класс`, page.teacher.id]);
      const total = page.hours * weeksOf(lessons);
      const planned = plannedLessons(lessons);
      const style = markingStyleOf(name);
      const area = grading === 'none' ? 'talk' : style.area;
      const topics = topicsOf(name, grade);
      for (let index = 0; index < total; index += 1) {
        const { topic, text } = topicOf(topics, index, total, area);
        const at = planned[index];
        const control = at !== undefined && isControl(at, lessons);
        const words = control ? workTitle(controlKindOf(at, lessons), topic) : text;
        const usual = KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'lesson';
        const kind = control ? 'control' : usual;
        const rowId = planRows.length + 1;
        const homework = grade > 1 && grading !== 'none' ? homeworkOf(name, random) : '';
        planRows.push([rowId, id, index + 1, topic, words, 1, kind, homework]);
        rows.push({ id: rowId, topic: words, kind });
      }
      known.set(key, (plan = { id, rows }));
    }
    planPages.push([page.id, plan.id]);
    ofPage.set(page.id, plan.rows);
  }
  return { rows: { plans, planRows, planPages }, ofPage };
}
