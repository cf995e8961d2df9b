import { assertNever } from '../../assert-never';
import { formatDate } from '../../calendar/iso-date';
import type { AttendanceReportProblem } from './attendance-report';

/** What of the report was not taken over: one sentence without a full stop. Rows are from 1. */
export function describeReportProblem(problem: AttendanceReportProblem): string {
  const place = `${problem.pupil}, строка ${problem.row + 1}`;
  switch (problem.code) {
    case 'unknownCell':
      return `${place}: «${problem.text}» (${problem.subject}, ${formatDate(problem.date)}) не похоже на отметку или пропуск и не загружено`;
    case 'unknownDay':
      return `${place}: день «${problem.day} ${problem.month}» не входит в период отчёта, столбец не загружен`;
    default:
      return assertNever(problem);
  }
}
