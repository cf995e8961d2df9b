import type { TimetableFileInput } from '#contract/imports';
import type { TimetablePreview, TimetableResult } from '#contract/import-timetable';
import { describeTimetableProblem } from '#domain/import/timetable/problem-text';
import type { CallContext } from '../context';
import { checkYearOpen } from '../closed-year';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { matchTimetable } from './match-timetable';
import { importedNames } from './names';
import { planOf } from './plan-timetable-import';
import { storeTimetable } from './store-timetable';
import { readTimetable } from './timetable-file';
import { classTeachersOf, outcomeOf } from './timetable-outcome';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

/** What a timetable of a file would change (T3): the names to decide, then the differences. */
export async function previewTimetable({
  context,
  input,
}: Call<TimetableFileInput>): Promise<TimetablePreview> {
  const { core } = context;
  const { open } = signedIn(context);
  const { sha256, timetable } = await readTimetable(core, input);
  const { db } = open.journal;
  const matched = matchTimetable(db, timetable, input);
  const planned = planOf(db, matched, timetable, input);
  return {
    sha256,
    source: timetable.source,
    lessons: matched.lessons.length,
    withoutClass: timetable.lessons.length - matched.lessons.length,
    problems: timetable.problems.map(describeTimetableProblem),
    teachers: importedNames(matched.teachers, matched.uses.teachers),
    subjects: importedNames(matched.subjects, matched.uses.subjects),
    classes: importedNames(matched.classes, matched.uses.classes),
    rooms: importedNames(matched.rooms, matched.uses.rooms),
    ours: {
      teachers: matched.teachers.ours,
      subjects: matched.subjects.ours,
      classes: matched.classes.ours,
      rooms: matched.rooms.ours,
    },
    classTeachers:
      planned === undefined
        ? []
        : classTeachersOf(matched, timetable, planned).map(
            ({ name, className, teacher, nowName }) => ({ name, className, teacher, now: nowName }),
          ),
    outcome: planned === undefined ? null : outcomeOf(matched, planned),
  };
}

/**
 * Takes a timetable of a file over as a new version, whole or not at all (T1, T3); a draft changes no
 * lesson and nobody's work.
 */
export async function applyTimetable({
  context,
  input,
}: Call<
  TimetableFileInput & {
    readonly requestId: string;
    readonly sha256: string;
    readonly name: string;
    readonly draft: boolean;
    readonly classTeachers: readonly string[];
  }
>): Promise<TimetableResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const { sha256, timetable } = await readTimetable(core, input);
  if (sha256 !== input.sha256) refuse('INVALID', { why: 'fileChanged' });
  const request = { requestId: input.requestId, action: 'import.timetable' };
  return runCommandOf(context, { session, open }, request, ({ db, record }): TimetableResult => {
    checkYearOpen(db, { ...request, today: core.today() }, input);
    const matched = matchTimetable(db, timetable, input);
    const { year, lessons } = matched;
    const { name, validFrom, draft } = input;
    if (validFrom < year.startsOn || validFrom > year.endsOn) refuse('INVALID', { why: 'dates' });
    if (lessons.length === 0) refuse('INVALID', { why: 'nothingToImport' });
    const planned =
      planOf(db, matched, timetable, input) ?? refuse('INVALID', { why: 'unmatchedNames' });
    if (planned.plan.entries.length === 0) refuse('INVALID', { why: 'nothingToImport' });
    const agreed = new Set(input.classTeachers);
    const classTeachers = classTeachersOf(matched, timetable, planned).filter((one) =>
      agreed.has(one.name),
    );
    if (!planned.plan.changesAnything && classTeachers.length === 0) {
      refuse('INVALID', { why: 'nothingChanges' });
    }
    const outcome = outcomeOf(matched, planned);
    const laid = storeTimetable({ db, record }, matched, planned, {
      name,
      validFrom,
      draft,
      classTeachers,
    });
    const { changesAnything: _, changes: __, ...told } = outcome;
    return {
      ...told,
      lessonsAdded: laid.added,
      lessonsRemoved: laid.removed,
      lessonsKept: laid.kept,
      lessonsHeld: laid.held,
      draft,
      newSubjects: planned.subjects.made.size,
      newTeachers: planned.teachers.made.size,
      newClasses: planned.classes.made.size,
      newRooms: planned.rooms.made.size,
    };
  });
}
