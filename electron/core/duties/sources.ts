import { dutiesOfChanges } from './changes';
import { dutiesOfControlWorks } from './control-works';
import { dutiesOfCopies } from './copies';
import { dutiesOfDataChecks } from './data-checks';
import type { DutySource } from './ground';
import { dutiesOfLessons } from './lessons';
import { dutiesOfClassMarks, dutiesOfFewMarks, dutiesOfPeriodMarks } from './period-marks';
import { dutiesOfProgrammeReports, dutiesOfSummarySheets } from './papers';
import { dutiesOfPlans } from './plans';
import { dutiesOfRegulation } from './regulation';
import { dutiesOfSetUp, dutiesOfYearOpening } from './set-up';
import { dutiesOfDebts, dutiesOfWorks } from './works';

/** Where duties come from (D1). A new source is one entry here, with its kinds in `domain/duties/kinds`. */
export const DUTY_SOURCES: readonly DutySource[] = [
  dutiesOfLessons,
  dutiesOfWorks,
  dutiesOfDebts,
  dutiesOfPeriodMarks,
  dutiesOfClassMarks,
  dutiesOfFewMarks,
  dutiesOfPlans,
  dutiesOfDataChecks,
  dutiesOfChanges,
  dutiesOfControlWorks,
  dutiesOfCopies,
  dutiesOfSetUp,
  dutiesOfYearOpening,
  dutiesOfRegulation,
  dutiesOfSummarySheets,
  dutiesOfProgrammeReports,
];
