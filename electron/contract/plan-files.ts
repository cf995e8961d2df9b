import { z } from 'zod';
import type { BadPlanRow, ImportedPlanRow, SkippedPlanRow } from '#domain/import/plans/map-plan';
import { PLAN_FIELDS, type PlanColumn } from '#domain/import/plans/plan-columns';

/** A column of the file as it was taken. */
export type PlanFileColumn = PlanColumn & { readonly sample: readonly string[] };

export type PlanFilePreview = {
  /** Goes into `applyFile`: what was seen is what is done. */
  readonly sha256: string;
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly firstDataRow: number;
  /** No column of topics was found: the person says which it is. */
  readonly headerFound: boolean;
  readonly columns: readonly PlanFileColumn[];
  readonly rows: readonly ImportedPlanRow[];
  readonly skipped: readonly SkippedPlanRow[];
  readonly bad: readonly BadPlanRow[];
  readonly hours: number;
  /** What the file's own last line tells. */
  readonly toldTotal: number | null;
};

/** Which file, which sheet of it, and what its columns hold. */
export const planFile = {
  grant: z.uuid(),
  sheet: z.int().min(0).max(1000).optional(),
  columns: z
    .object({
      firstDataRow: z.int().min(0).max(100_000),
      columns: z
        .array(
          z.object({
            column: z.int().min(0).max(200),
            title: z.string().max(2000),
            field: z.enum(PLAN_FIELDS).nullable(),
          }),
        )
        .max(200),
    })
    .optional(),
};
export const planFileInput = z.object(planFile);
export type PlanFileInput = z.infer<typeof planFileInput>;
