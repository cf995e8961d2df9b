import type { PlanFileInput, PlanFilePreview } from '#contract/plan-files';
import { mapPlan, type PlanImport } from '#domain/import/plans/map-plan';
import { columnCount, likelyPlanSheet } from '#domain/import/plans/plan-columns';
import { cellText, type TableFile, type TableSheet } from '#domain/import/table';
import { sumHours } from '#domain/plans/plan-row';
import type { CallContext, Core } from '../context';
import { readChosen, tableOf } from '../imports/read-chosen';
import { checkYearOpen } from '../closed-year';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { makePlan, type NewPlan } from './make-plan';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

const SAMPLE_ROWS = 3;
const LONGEST_TITLE = 200;

type PlanFile = {
  readonly sha256: string;
  readonly fileName: string;
  readonly file: TableFile;
  readonly sheet: number;
  readonly table: TableSheet;
  readonly plan: PlanImport;
};

/** Reads the plan of a file: DOCX, XLSX, ODS or CSV, with the columns the person named, if any. */
async function readPlanFile(core: Core, input: PlanFileInput): Promise<PlanFile> {
  const chosen = await readChosen(core, input.grant);
  const file = await tableOf(chosen, { withWord: true });
  const asked = input.sheet !== undefined && file.sheets[input.sheet] !== undefined;
  const sheet = asked ? (input.sheet ?? 0) : likelyPlanSheet(file.sheets);
  const table = file.sheets[sheet] ?? refuse('FILE_PROBLEM', { problem: 'empty' });
  const plan = mapPlan(table, input.columns);
  return { sha256: chosen.sha256, fileName: chosen.fileName, file, sheet, table, plan };
}

/** What a file would bring (K1); nothing changes. */
export async function previewFile({
  context,
  input,
}: Call<PlanFileInput>): Promise<PlanFilePreview> {
  signedIn(context);
  const { sha256, file, sheet, table, plan } = await readPlanFile(context.core, input);
  const { columns, rows, skipped, bad, toldTotal } = plan;
  const first = columns?.firstDataRow ?? 0;
  const sample = table.rows.slice(first, first + SAMPLE_ROWS);
  return {
    sha256,
    sheets: file.sheets.map(({ name }) => name),
    sheet,
    firstDataRow: first,
    headerFound: columns?.columns.some(({ field }) => field === 'topic') === true,
    columns: Array.from({ length: columnCount(table) }, (_, column) => {
      const known = columns?.columns.find((one) => one.column === column);
      return {
        column,
        title: (known?.title ?? '').slice(0, LONGEST_TITLE),
        field: known?.field ?? null,
        sample: sample.map((row) => cellText(row[column]).slice(0, LONGEST_TITLE)),
      };
    }),
    rows,
    skipped,
    bad,
    hours: sumHours(rows),
    toldTotal,
  };
}

/** Makes a plan of a file's lessons, whole or not at all; the pages work by it from now on. */
export async function applyFile({
  context,
  input,
}: Call<
  PlanFileInput &
    NewPlan & {
      readonly requestId: string;
      readonly sha256: string;
      readonly withoutBadRows: boolean;
    }
>): Promise<{ readonly planId: number }> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const { sha256, fileName, plan } = await readPlanFile(core, input);
  if (sha256 !== input.sha256) refuse('INVALID', { why: 'fileChanged' });
  if (plan.rows.length === 0) refuse('INVALID', { why: 'nothingToImport' });
  if (plan.bad.length > 0 && !input.withoutBadRows) refuse('INVALID', { why: 'badRows' });
  const rows = plan.rows.map(({ section, topic, hours, kind, homework, resources }) => ({
    section,
    topic,
    hours,
    kind,
    homework,
    resources,
  }));
  const request = { requestId: input.requestId, action: 'plan.import' };
  return runCommandOf(context, { session, open }, request, (unit) => {
    const writing = { ...unit, actor: session, today: core.today(), core };
    checkYearOpen(unit.db, { ...request, today: writing.today }, input);
    return makePlan(writing, input, rows, fileName);
  });
}
