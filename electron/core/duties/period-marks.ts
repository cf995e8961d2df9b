import {
  findBroughtCounts,
  findClassesOfPupils,
  findHoursOfPages,
  findMarkCounts,
} from '#db/queries/duties';
import type { PeriodRow } from '#db/queries/school';
import type { Duty } from '#domain/duties/duty';
import { fewMarksOwed, periodMarksOwed } from '#domain/duties/mark-duties';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { periodName } from '#domain/periods/period-name';
import { formatClassName } from '#domain/people/class-name';
import { endOf } from '#domain/regulation/instant';
import { marksDueFor, periodMarksDue } from '#domain/regulation/period-rules';
import { ruleOf } from '#domain/regulation/regulation';
import { pageHours } from '../journal/marks-due';
import { once } from '../once';
import { dutiesOfPage } from './duties-of-page';
import type { DutyGround, DutyPage } from './ground';

type Unmarked = {
  readonly page: DutyPage;
  readonly period: PeriodRow;
  readonly pupils: readonly number[];
};
const known = new WeakMap<DutyGround, readonly Unmarked[]>();

/** Two sources ask for the same. */
function unmarked(ground: DutyGround): readonly Unmarked[] {
  let found = known.get(ground);
  if (found === undefined) known.set(ground, (found = [...findUnmarked(ground)]));
  return found;
}

/** The periods of pages' grades that some pupils have no mark for. */
function* findUnmarked(ground: DutyGround): Generator<Unmarked> {
  const { today } = ground;
  for (const page of ground.pages().values()) {
    const { row } = page;
    if (ground.whoTeaches(page).length === 0) continue;
    for (const period of ground.periods()) {
      const { startsOn, endsOn, gradeFrom, gradeTo } = period;
      if (gradeFrom > row.grade || row.grade > gradeTo || startsOn > today) continue;
      if (marksForbidden(row, ground.regulation(endsOn)) !== undefined) continue;
      const pupils = ground
        .pupilsOn(row, endsOn < today ? endsOn : today)
        .filter((id) => !ground.isMarked(period.id, row.subjectId, id));
      if (pupils.length > 0) yield { page, period, pupils };
    }
  }
}

const at = (page: DutyPage, period: PeriodRow, pupilId: number | undefined) => ({
  group: `page ${page.row.id} period ${period.id}`,
  place: { at: 'period' as const, pageId: page.row.id, periodId: period.id, pupilId },
  what: periodName(period),
});

/** Marks for quarters, halves and the year (R3). */
export function dutiesOfPeriodMarks(ground: DutyGround): readonly Duty[] {
  const { today, regulation } = ground;
  return unmarked(ground).flatMap(({ page, period, pupils }): readonly Duty[] => {
    const rules = regulation(period.endsOn);
    const owed = periodMarksOwed(rules, period, pupils.length, today, () =>
      ground.locks(page).ofPeriodMark(period),
    );
    if (owed === undefined) return [];
    return dutiesOfPage(
      'periodMarks',
      page,
      ground.whoTeaches(page),
      owed,
      at(page, period, pupils[0]),
    );
  });
}

/**
 * The class teacher sees to it that nobody of the class is left without a mark once they are due; the
 * marks themselves are their teachers'.
 */
export function dutiesOfClassMarks(ground: DutyGround): readonly Duty[] {
  const { db, year, today, regulation, of } = ground;
  const late = unmarked(ground).flatMap(({ period, pupils }) => {
    const { by, clauses } = periodMarksDue(regulation(period.endsOn), period);
    return today < by ? [] : [{ period, pupils, due: endOf(by), clauses }];
  });
  return [...Map.groupBy(late, ({ period }) => period.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { period, due, clauses } = first;
    const lacking = new Set(own.flatMap(({ pupils }) => pupils));
    const on = period.endsOn < today ? period.endsOn : today;
    const members = findClassesOfPupils(db, year.id, on).filter(([id]) => lacking.has(id));
    return [...Map.groupBy(members, ([, classId]) => classId).values()].flatMap(
      (pupils): readonly Duty[] => {
        const [one] = pupils;
        if (one === undefined) return [];
        const [, classId, grade, letter, staffId] = one;
        if (of !== null && of.staffId !== staffId) return [];
        if (ground.people().get(staffId)?.roles.includes('classTeacher') !== true) return [];
        return [
          {
            kind: 'classWithoutMarks',
            staffId,
            role: 'classTeacher',
            classIds: [classId],
            where: formatClassName({ grade, letter }),
            group: `class ${classId} period ${period.id}`,
            place: { at: 'summarySheet', classId, periodId: period.id },
            what: periodName(period),
            count: pupils.length,
            due,
            clauses,
          },
        ];
      },
    );
  });
}

/** How many marks each pupil of each page has in a period, own ones and those brought along. */
function marksOf({ db, pages }: DutyGround, { id, startsOn, endsOn }: PeriodRow) {
  const own = new Map<string, number>();
  for (const [pageId, pupilId, marks] of findMarkCounts(db, pages().keys(), {
    from: startsOn,
    to: endsOn,
  })) {
    own.set(`${pageId} ${pupilId}`, marks);
  }
  const brought = new Map(
    findBroughtCounts(db, id).map(([subject, pupil, marks]) => [`${subject} ${pupil}`, marks]),
  );
  return ({ row }: DutyPage, pupilId: number) =>
    (own.get(`${row.id} ${pupilId}`) ?? 0) + (brought.get(`${row.subjectId} ${pupilId}`) ?? 0);
}

/** Pupils who lack marks for the mark of the running period (КИА 5.2). */
export function dutiesOfFewMarks(ground: DutyGround): readonly Duty[] {
  const { db, year, today, regulation } = ground;
  const hours = once(() => {
    const { ofCurriculum, ofTeachers } = findHoursOfPages(db, year.id, today);
    const byTeachers = Map.groupBy(ofTeachers, ([pageId]) => pageId);
    const byCurriculum = new Map(ofCurriculum);
    return (pageId: number) =>
      pageHours(
        (byTeachers.get(pageId) ?? []).map(([, of]) => of),
        byCurriculum.get(pageId),
      );
  });
  const counts = new Map<number, ReturnType<typeof marksOf>>();
  const rules = regulation(today);
  const { clauses } = ruleOf(rules, 'minimumMarks');
  return unmarked(ground).flatMap(({ page, period, pupils }): readonly Duty[] => {
    if (period.kind === 'year' || period.endsOn < today) return [];
    const due = marksDueFor(rules, period, hours()(page.row.id));
    // Whether there is time is asked first: counting marks is the dearest of all.
    if (fewMarksOwed(due, pupils.length, clauses, today) === undefined) return [];
    const count = counts.get(period.id) ?? marksOf(ground, period);
    counts.set(period.id, count);
    const lacking = pupils.filter((id) => count(page, id) < due.marks);
    const owed = fewMarksOwed(due, lacking.length, clauses, today);
    if (owed === undefined) return [];
    return dutiesOfPage(
      'fewMarks',
      page,
      ground.whoTeaches(page),
      owed,
      at(page, period, lacking[0]),
    );
  });
}
