import type { MarksPreview, MarksResult } from '#contract/import-marks';
import type { MarksFileInput } from '#contract/imports';
import { isYearClosed } from '#db/queries/calendar';
import { applyDocuments } from '../attendance/apply-documents';
import type { CallContext } from '../context';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { readMarksFiles, type MarksFiles } from './marks-file';
import { matchMarks } from './match-marks';
import { importedNames } from './names';
import { planMarksImport } from './plan-marks-import';
import { storeMarks } from './store-marks';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

/** What the files hold, counted before anything is decided. */
function foundIn({ report, gradeSheet }: MarksFiles): MarksPreview['found'] {
  const rows = (report?.pupils ?? []).flatMap(({ subjects }) => subjects);
  const cells = rows.flatMap((row) => row.cells);
  const graded = (gradeSheet?.pupils ?? []).flatMap(({ subjects }) => subjects);
  return {
    marks: cells.reduce((sum, { works }) => sum + works.flat().length, 0),
    absences: cells.reduce((sum, { attendances }) => sum + attendances.length, 0),
    periodMarks:
      // The report's last column repeats one column of the grade sheet.
      gradeSheet === undefined
        ? rows.filter(({ periodMark }) => periodMark !== null).length
        : graded.reduce(
            (sum, { periods, yearMark }) =>
              sum +
              [...periods.map(({ mark }) => mark), yearMark].filter((mark) => mark !== null).length,
            0,
          ),
  };
}

/** What the reports of «Сетевой город» would bring (C4): names to decide, counts, what stays out. */
export async function previewMarks({
  context,
  input,
}: Call<MarksFileInput>): Promise<MarksPreview> {
  const { core } = context;
  const { open } = signedIn(context);
  const { db } = open.journal;
  const files = await readMarksFiles(core, input.grants);
  const matched = matchMarks(db, files, input, core.today());
  const planned = planMarksImport({ db, today: core.today() }, files, matched);
  const { report, gradeSheet } = files;
  return {
    sha256: files.sha256,
    school: report?.school ?? gradeSheet?.school ?? '',
    className: matched.className,
    yearName: matched.year.name,
    yearKnown: matched.year.id !== undefined,
    period: report?.period ?? null,
    reports: [
      ...(report === undefined ? [] : (['attendance'] as const)),
      ...(gradeSheet === undefined ? [] : (['grades'] as const)),
    ],
    classes: matched.classes.map(({ id, name }) => ({ id, label: name })),
    classChoice: matched.classTaken,
    pupils: importedNames(matched.pupils, matched.uses.pupils),
    subjects: importedNames(matched.subjects, matched.uses.subjects),
    ours: { pupils: matched.pupils.ours, subjects: matched.subjects.ours },
    kinds: matched.kinds.map(({ id, name }) => ({ id, label: name })),
    kindId: matched.kind.id,
    found: foundIn(files),
    problems: files.problems,
    outcome: planned === undefined ? null : { counts: planned.counts, notes: planned.notes },
  };
}

/** Takes marks, attendance and period marks of «Сетевой город» over, whole or not at all (C4). */
export async function applyMarks({
  context,
  input,
}: Call<
  MarksFileInput & { readonly requestId: string; readonly sha256: string }
>): Promise<MarksResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const files = await readMarksFiles(core, input.grants);
  if (files.sha256 !== input.sha256) refuse('INVALID', { why: 'fileChanged' });
  const request = { requestId: input.requestId, action: 'import.marks' };
  return runCommandOf(context, { session, open }, request, (unit): MarksResult => {
    const { db, record } = unit;
    const writing = { ...unit, core, actor: session, today: core.today() };
    const matched = matchMarks(db, files, input, core.today());
    if (matched.year.id === undefined && !input.addYear) refuse('INVALID', { why: 'yearMissing' });
    const yearId = matched.year.id;
    if (yearId !== undefined && isYearClosed(db, yearId)) refuse('INVALID', { why: 'yearClosed' });
    const planned =
      planMarksImport({ db, today: core.today() }, files, matched) ??
      refuse('INVALID', { why: 'unmatchedNames' });
    const { counts, notes } = planned;
    if (counts.cells + counts.periodMarks + counts.newLessons === 0) {
      const why = counts.same + counts.conflicts > 0 ? 'nothingChanges' : 'nothingToImport';
      refuse('INVALID', { why });
    }
    const { classId, absent } = storeMarks({ db, record }, matched, planned, core.today());
    // A certificate in force turns the «Н» of the file as it does those of teachers (J7).
    const { startsOn: from, endsOn: to } = matched.year;
    for (const pupilId of absent) applyDocuments(writing, { pupilId, from, to });
    return { ...counts, classId, newPupils: planned.pupils.made.size, notes };
  });
}
