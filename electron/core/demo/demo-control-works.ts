import { findControlLimits, findLessonsOfPage, insertControlWork } from '#db/queries/control-works';
import { findStaffNames } from '#db/queries/day-lessons';
import { findPlanOfPage, findPlanRows } from '#db/queries/plans';
import { findPeriods, findWorkKinds, findYear } from '#db/queries/school';
import type { WritableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { demoControlWorks, type DemoControlPage } from '#domain/demo/control-works';
import { randomOf } from '#domain/demo/random';
import { fullName } from '#domain/people/name';
import { controlPages, type ControlGroundPage } from '../control-works/ground';

/** The kinds that stand in a schedule of control works. */
const KINDS = ['Контрольная работа', 'Диктант', 'Сочинение'];

/** The works of a page's plan between two days, each on the lesson of its number. */
function plannedPage(
  db: WritableDb,
  { view }: ControlGroundPage,
  kinds: readonly { readonly id: number; readonly name: string }[],
  year: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  span: { readonly from: IsoDate; readonly to: IsoDate },
): DemoControlPage {
  const planId = findPlanOfPage(db, view.id);
  const rows = planId === undefined ? [] : findPlanRows(db, planId);
  const lessons = findLessonsOfPage(db, view.id, year.startsOn, year.endsOn).filter(
    ({ cancelled }) => cancelled === 0,
  );
  const inSpan = ({ date }: { readonly date: IsoDate }) => span.from <= date && date <= span.to;
  return {
    id: view.id,
    classes: view.classes,
    subjectId: view.subjectId,
    teacherIds: view.teachers.map(({ id }) => id),
    lessons: lessons.filter(inSpan),
    works: lessons.flatMap((lesson, index) => {
      const topic = rows[index]?.[2] ?? '';
      const kind = kinds.find(({ name }) => topic.startsWith(`${name} по теме «`));
      if (kind === undefined || !inSpan(lesson)) return [];
      const title = topic.slice(`${kind.name} по теме «`.length, -1);
      return [{ date: lesson.date, number: lesson.number, kindId: kind.id, title }];
    }),
  };
}

/** The schedule of control works of the period of today, for the demonstration school (T5). */
export function insertDemoControlWorks(
  db: WritableDb,
  today: IsoDate,
  seed: number,
  people: readonly number[],
): void {
  const year = findYear(db, today);
  if (year === undefined) return;
  const period = findPeriods(db, year.id)
    .filter(({ kind, startsOn }) => kind === 'quarter' && startsOn <= today)
    .at(-1);
  if (period === undefined) return;
  const span = { from: period.startsOn, to: period.endsOn };
  const actor = { accountId: 0, staffId: 0, roles: ['deputy'] } as const;
  const kinds = findWorkKinds(db).filter(({ name }) => KINDS.includes(name));
  const pages = [...controlPages({ db, actor, today }, year.id).values()].map((page) =>
    plannedPage(db, page, kinds, year, span),
  );
  const staff = new Map(findStaffNames(db).map((one) => [one.id, fullName(one)]));
  const works = demoControlWorks(
    pages,
    findControlLimits(db),
    { today, proposers: people },
    randomOf(seed).fork('control works'),
  );
  for (const { number, fixed, ...work } of works) {
    const [teacherId = 0] = pages.find(({ id }) => id === work.pageId)?.teacherIds ?? [];
    insertControlWork(db, {
      ...work,
      lessonNumber: number,
      note: '',
      fixed: fixed ? 1 : 0,
      proposedBy: staff.get(teacherId) ?? '',
    });
  }
}
