import {
  parseAttendanceReport,
  type AttendanceReport,
} from '#domain/import/netschool/attendance-report';
import { parseGradeSheet, type GradeSheet } from '#domain/import/netschool/grade-sheet';
import { describeReportProblem } from '#domain/import/netschool/problem-text';
import type { TableSheet } from '#domain/import/table';
import type { Core } from '../context';
import { refuse } from '../refuse';
import { hashOfFiles, readChosen, tableOf } from './read-chosen';

/** What the chosen workbooks of «Сетевой город» hold: a report of marks, a grade sheet, or both. */
export type MarksFiles = {
  readonly sha256: string;
  readonly report: AttendanceReport | undefined;
  readonly gradeSheet: GradeSheet | undefined;
  /** Sentences without a full stop. */
  readonly problems: readonly string[];
};

function firstOf<Report>(
  sheets: readonly TableSheet[],
  parse: (sheet: TableSheet) => Report | undefined,
): Report | undefined {
  for (const sheet of sheets) {
    const found = parse(sheet);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Named = { readonly name: string };

/** Without the pupils whose name stands twice: whose marks are whose cannot be told. */
function withoutNamesakes<Report extends { readonly pupils: readonly Named[] }>(
  report: Report,
  problems: string[],
): Report {
  const byName = Map.groupBy(report.pupils, ({ name }) => name);
  for (const [name, same] of byName) {
    if (same.length > 1) {
      problems.push(`В файле ${same.length} ученика с именем «${name}»: их отметки не загружаются`);
    }
  }
  return { ...report, pupils: report.pupils.filter(({ name }) => byName.get(name)?.length === 1) };
}

/** Reads one or both workbooks, in whichever order; a file that is neither report is refused. */
export async function readMarksFiles(core: Core, grants: readonly string[]): Promise<MarksFiles> {
  const chosen = [];
  for (const grant of grants) chosen.push(await readChosen(core, grant));
  let report: AttendanceReport | undefined;
  let gradeSheet: GradeSheet | undefined;
  for (const file of chosen) {
    const { sheets } = await tableOf(file);
    const marks = firstOf(sheets, parseAttendanceReport);
    const grades = marks === undefined ? firstOf(sheets, parseGradeSheet) : undefined;
    if (marks !== undefined && report === undefined) report = marks;
    else if (grades !== undefined && gradeSheet === undefined) gradeSheet = grades;
    else refuse('FILE_PROBLEM', { problem: 'notThisKind' });
  }
  const problems = (report?.problems ?? []).map(describeReportProblem);
  if (report !== undefined && gradeSheet !== undefined) {
    const [one, other] = [report.className, gradeSheet.className];
    if (one !== other) problems.push(`Файлы о разных классах: «${one}» и «${other}»`);
  }
  const own = report && withoutNamesakes(report, problems);
  const grades = gradeSheet && withoutNamesakes(gradeSheet, problems);
  const sha256 = hashOfFiles(chosen);
  return { sha256, report: own, gradeSheet: grades, problems: [...new Set(problems)] };
}
