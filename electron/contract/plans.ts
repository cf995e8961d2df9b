import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { CORRECTION_KINDS, type CorrectionKind } from '#domain/plans/lay-plan';
import type { Progress } from '#domain/plans/plan-progress';
import { MOST_PLAN_HOURS, MOST_PLAN_ROWS, PLAN_KINDS, type PlanKind } from '#domain/plans/plan-row';
import { FULFILMENT_GROUPS } from '#domain/plans/fulfilment';
import { documentProcedures } from './documents';
import { planFile, planFileInput, type PlanFilePreview } from './plan-files';
import {
  commandInput,
  id,
  isoDate,
  ofYear,
  query,
  ruledCommand,
  ruledQuery,
  written,
} from './procedure';

/** A page that works, or could work, by a plan. */
export type PlanPage = {
  readonly id: number;
  /** «8-Б», «8-Б, 1 группа». */
  readonly name: string;
  readonly teachers: readonly string[];
  /** Hours of the year by the curriculum (КИА 4.4.8); null where it has none. */
  readonly curriculum: number | null;
  /** The one who asks may say which plan it works by. */
  readonly mine: boolean;
};

export type PlanSummary = {
  readonly id: number;
  readonly title: string;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly grade: number;
  readonly author: string;
  readonly rows: number;
  readonly hours: number;
  readonly controls: number;
  readonly pages: readonly PlanPage[];
  readonly canEdit: boolean;
};

export type PlanList = {
  readonly plans: readonly PlanSummary[];
  /** Pages without a plan, by subject and grade. */
  readonly without: readonly (PlanPage & {
    readonly subjectId: number;
    readonly subjectName: string;
    readonly grade: number;
  })[];
};

export type PlanRowTuple = readonly [
  id: number,
  section: string,
  topic: string,
  hours: number,
  kind: PlanKind,
  homework: string,
  resources: string,
  /** Lessons held by it, or corrections that speak of it: such a line cannot be taken out. */
  used: number,
];

export type PlanData = {
  readonly id: number;
  readonly title: string;
  readonly subjectName: string;
  readonly subjectId: number;
  readonly grade: number;
  readonly yearId: number;
  readonly author: string;
  readonly authorId: number | null;
  readonly version: number;
  readonly canEdit: boolean;
  readonly rows: readonly PlanRowTuple[];
  readonly pages: readonly PlanPage[];
  /** Pages of this subject and grade that could work by the plan. */
  readonly others: readonly (PlanPage & { readonly planTitle: string | null })[];
};

/** A plan that can be copied. */
export type PlanSource = {
  readonly id: number;
  readonly yearId: number;
  readonly yearName: string;
  readonly grade: number;
  readonly title: string;
  readonly author: string;
  readonly rows: number;
  readonly hours: number;
};

/** How a page stands, and what is left of the year. */
export type PageStanding = PlanPage & {
  readonly subjectId: number;
  readonly subjectName: string;
  readonly grade: number;
  readonly planId: number | null;
  readonly planTitle: string;
  readonly planHours: number;
  readonly progress: Progress;
  /** Lessons more than the year has that the rest of the plan needs. */
  readonly lessonsMissing: number;
  /** Lessons of the year left without a topic. */
  readonly spare: number;
};

export type LaidRow = {
  readonly id: number;
  /** The hours of the plan it begins and ends with: «34», «35–36». */
  readonly from: number;
  readonly to: number;
  readonly section: string;
  readonly topic: string;
  readonly hours: number;
  readonly kind: PlanKind;
  readonly plannedOn: readonly IsoDate[];
  readonly givenOn: readonly IsoDate[];
  readonly laidOn: readonly IsoDate[];
  readonly missing: number;
  readonly correction: {
    readonly kind: CorrectionKind;
    readonly hours: number;
    readonly reason: string;
    readonly madeOn: IsoDate;
    readonly madeBy: string;
  } | null;
};

export type PageLayout = {
  readonly standing: PageStanding;
  readonly className: string;
  readonly today: IsoDate;
  readonly canCorrect: boolean;
  readonly rows: readonly LaidRow[];
  /** Lessons held by something that is not in the plan. */
  readonly outside: readonly { readonly date: IsoDate; readonly topic: string }[];
  /** Lessons that fell out. */
  readonly cancelled: readonly IsoDate[];
  /** How the missing lessons could be won back. */
  readonly proposals: readonly {
    readonly rowId: number;
    readonly kind: CorrectionKind;
    readonly hours: number;
  }[];
};

/** What the journal page offers: the lines of the plan and which lesson each is for. */
export type NextTopics = {
  readonly planId: number;
  readonly rows: readonly (readonly [
    id: number,
    /** The first hour of the plan it takes: «урок 34». */
    ordinal: number,
    topic: string,
    hours: number,
    kind: PlanKind,
    homework: string,
    /** Already given on this page. */
    given: number,
    resources: string,
  ])[];
  /** Lessons without a topic: the hour of the plan and the lines laid for them. */
  readonly lessons: readonly (readonly [
    lessonId: number,
    ordinal: number,
    rowIds: readonly number[],
  ])[];
};

export type FulfilmentRow = {
  readonly pageId: number;
  readonly name: string;
  readonly className: string;
  readonly grade: number;
  readonly subjectName: string;
  readonly teachers: readonly string[];
  readonly curriculum: number | null;
  readonly planHours: number | null;
  readonly planned: number;
  readonly given: number;
  readonly covered: number;
  readonly lag: number;
  readonly unfilled: number;
  readonly cancelled: number;
  readonly controlsPlanned: number;
  readonly controlsHeld: number;
};

export const planRow = z.object({
  /** Absent: a new line. */
  id: id.optional(),
  section: written().max(300),
  topic: written().min(1).max(1000),
  hours: z.int().min(1).max(MOST_PLAN_HOURS),
  kind: z.enum(PLAN_KINDS),
  homework: written().max(2000),
  resources: written().max(2000),
});
export type PlanRowInput = z.infer<typeof planRow>;

const title = written().min(1).max(200);
const span = { from: isoDate, to: isoDate };
const lookers = ['administrator', 'director', 'deputy', 'teacher'] as const;
const RULE = 'enterPlans';

const sheet = documentProcedures({ pageId: id }, ...lookers);
const report = documentProcedures(
  { yearId: id.optional(), ...span, by: z.enum(FULFILMENT_GROUPS) },
  ...lookers,
);
const paper = documentProcedures({ planId: id }, ...lookers);

export const plansContract = {
  list: query(...lookers)
    .input(ofYear)
    .output(type<PlanList>()),
  open: query(...lookers)
    .input(z.object({ planId: id }))
    .output(type<PlanData>()),
  /** Plans of a subject, of every year and author: what a new one can be copied from. */
  sources: ruledQuery(RULE)
    .input(z.object({ subjectId: id }))
    .output(type<readonly PlanSource[]>()),
  /** An empty plan or the copy of another; the pages work by it from now on. */
  create: ruledCommand(RULE, 'plan.create')
    .input(
      commandInput({
        yearId: id.optional(),
        subjectId: id,
        grade: z.int().min(1).max(12),
        title,
        /** Whose it is, where it is made on behalf; else one's own. */
        authorId: id.optional(),
        copyOf: id.optional(),
        pageIds: z.array(id).max(100),
      }),
    )
    .output(type<{ readonly planId: number }>()),
  /** The whole plan as it stands now: `version` is the one the person saw, a stale one gets CONFLICT. */
  save: ruledCommand(RULE, 'plan.save')
    .input(
      commandInput({
        planId: id,
        version: z.int().min(0),
        title,
        rows: z.array(planRow).max(MOST_PLAN_ROWS),
      }),
    )
    .output(type<{ readonly version: number; readonly ids: readonly number[] }>()),
  remove: ruledCommand(RULE, 'plan.remove')
    .input(commandInput({ planId: id, version: z.int().min(0) }))
    .output(type<void>()),
  /** Which plan a page works by. */
  attach: ruledCommand(RULE, 'plan.attach')
    .input(commandInput({ pageId: id, planId: id.nullable() }))
    .output(type<void>()),
  /** How every page of the year stands today. */
  standings: query(...lookers)
    .input(ofYear)
    .output(type<readonly PageStanding[]>()),
  layout: query(...lookers)
    .input(z.object({ pageId: id }))
    .output(type<PageLayout>()),
  /** Null where the page has no plan. */
  nextTopics: query('administrator', 'director', 'deputy', 'classTeacher', 'teacher')
    .input(z.object({ pageId: id }))
    .output(type<NextTopics | null>()),
  /** Lessons that were held before the plan came count as its topics in their order. */
  countGiven: ruledCommand(RULE, 'plan.countGiven')
    .input(commandInput({ pageId: id }))
    .output(type<{ readonly lessons: number }>()),
  /** Puts in, changes and takes back corrections of a page (лист корректировки). */
  correct: ruledCommand(RULE, 'plan.correct')
    .input(
      commandInput({
        pageId: id,
        changes: z
          .array(
            z.union([
              z.object({
                rowId: id,
                kind: z.enum(CORRECTION_KINDS),
                hours: z.int().min(0).max(MOST_PLAN_HOURS),
                reason: written().min(1).max(300),
              }),
              z.object({ rowId: id, kind: z.null() }),
            ]),
          )
          .min(1)
          .max(MOST_PLAN_ROWS),
      }),
    )
    .output(type<void>()),
  /** Выполнение программ (КИА 7.2) between two days, not later than today. */
  fulfilment: query(...lookers)
    .input(z.object({ yearId: id.optional(), ...span }))
    .output(type<readonly FulfilmentRow[]>()),
  previewFile: ruledQuery(RULE).input(planFileInput).output(type<PlanFilePreview>()),
  /** A new plan of a file's lessons, whole or not at all. */
  applyFile: ruledCommand(RULE, 'plan.import')
    .input(
      commandInput({
        ...planFile,
        sha256: z.string().length(64),
        withoutBadRows: z.boolean(),
        yearId: id.optional(),
        subjectId: id,
        grade: z.int().min(1).max(12),
        title,
        authorId: id.optional(),
        pageIds: z.array(id).max(100),
      }),
    )
    .output(type<{ readonly planId: number }>()),
  correctionSheet: sheet.view,
  saveCorrectionSheet: sheet.save,
  fulfilmentSheet: report.view,
  saveFulfilmentSheet: report.save,
  planSheet: paper.view,
  savePlanSheet: paper.save,
};
