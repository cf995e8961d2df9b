import { type } from '@orpc/contract';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ReadinessItem } from '#domain/readiness/readiness';
import { documentProcedures } from './documents';
import { ofYear, query } from './procedure';

export type ReadinessRow = ReadinessItem & {
  /** Who does it: «Кузнецова А. П. (администратор журнала)». */
  readonly by: string;
  /** By which day; null where the year has no periods to count from. */
  readonly due: IsoDate | null;
  readonly clauses: readonly string[];
};

/** How ready the journal is for a school year (D3). */
export type Readiness = {
  readonly yearName: string;
  readonly rows: readonly ReadinessRow[];
};

const readers = ['administrator', 'director', 'deputy'] as const;
const paper = documentProcedures(ofYear.unwrap().shape, ...readers);

export const readinessContract = {
  /** Every section of the journal with what is there and what is missing (ЭЛЖ 1.2.5, ТИП 2.1). */
  ofYear: query(...readers)
    .input(ofYear)
    .output(type<Readiness>()),
  /** «Готовность журнала к учебному году» on paper, to be signed. */
  paper: paper.view,
  savePaper: paper.save,
};
