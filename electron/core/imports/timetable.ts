import type { TimetableFileInput } from '#contract/imports';
import type {
  TimetableOutcome,
  TimetablePreview,
  TimetableResult,
} from '#contract/import-timetable';
import type { IsoDate } from '#domain/calendar/iso-date';
import { describeTimetableProblem } from '#domain/import/timetable/problem-text';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
import type { CallContext } from '../context';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { importedNames } from './names';
import { matchTimetable, planOf, type PlannedImport } from './plan-timetable-import';
import { storeTimetable } from './store-timetable';
import { readTimetable } from './timetable-file';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

function outcomeOf({ plan, ground }: PlannedImport): TimetableOutcome {
  const classes = new Map(ground.classes.map((one) => [one.id, one]));
  const named = (classId: number) => classes.get(classId) ?? { grade: 0, letter: '' };
  return {
    classes: plan.byClass
      .toSorted((a, b) => compareClassNames(named(a.classId), named(b.classId)))
      .map(({ classId, ...difference }) => ({
        className: formatClassName(named(classId)),
        ...difference,
      })),
    newPages: plan.pages.length,
    newGroups: plan.groups
      .filter(({ name }) => name !== '')
      .map(({ classId, name }) => `${formatClassName(named(classId))}, ${name}`),
    lessonsAdded: plan.addLessons.length,
    lessonsRemoved: plan.removeLessons.length,
    lessonsKept: plan.kept,
    lessonsHeld: plan.held,
    until: plan.until,
    changesAnything: plan.changesAnything,
    notes: plan.notes,
  };
}

/** What a timetable of FET would change (T3): the names to decide, then the differences. */
export async function previewTimetable({
  context,
  input,
}: Call<TimetableFileInput>): Promise<TimetablePreview> {
  const { core } = context;
  const { open } = signedIn(context);
  const { sha256, timetable } = await readTimetable(core, input);
  const { db } = open.journal;
  const matched = matchTimetable(db, timetable, input, core.today());
  const planned = planOf(db, matched, input.validFrom);
  return {
    sha256,
    lessons: matched.lessons.length,
    withoutClass: timetable.lessons.length - matched.lessons.length,
    problems: timetable.problems.map(describeTimetableProblem),
    teachers: importedNames(matched.teachers, matched.uses.teachers),
    subjects: importedNames(matched.subjects, matched.uses.subjects),
    classes: importedNames(matched.classes, matched.uses.classes),
    ours: {
      teachers: matched.teachers.ours,
      subjects: matched.subjects.ours,
      classes: matched.classes.ours,
    },
    outcome: planned === undefined ? null : outcomeOf(planned),
  };
}

/** Takes a timetable of FET over as a new version, whole or not at all (T1, T3). */
export async function applyTimetable({
  context,
  input,
}: Call<
  TimetableFileInput & {
    readonly requestId: string;
    readonly sha256: string;
    readonly name: string;
    readonly validFrom: IsoDate;
  }
>): Promise<TimetableResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const { sha256, timetable } = await readTimetable(core, input);
  if (sha256 !== input.sha256) refuse('INVALID', { why: 'fileChanged' });
  const request = { requestId: input.requestId, action: 'import.timetable' };
  return runCommandOf(context, { session, open }, request, ({ db, record }): TimetableResult => {
    const matched = matchTimetable(db, timetable, input, core.today());
    const { year, lessons } = matched;
    const { name, validFrom } = input;
    if (validFrom < year.startsOn || validFrom > year.endsOn) refuse('INVALID', { why: 'dates' });
    if (lessons.length === 0) refuse('INVALID', { why: 'nothingToImport' });
    const planned = planOf(db, matched, validFrom) ?? refuse('INVALID', { why: 'unmatchedNames' });
    if (planned.plan.entries.length === 0) refuse('INVALID', { why: 'nothingToImport' });
    if (!planned.plan.changesAnything) refuse('INVALID', { why: 'nothingChanges' });
    storeTimetable({ db, record }, matched, planned, { name, validFrom });
    const { changesAnything: _, ...outcome } = outcomeOf(planned);
    return {
      ...outcome,
      newSubjects: planned.subjects.made.size,
      newTeachers: planned.teachers.made.size,
      newClasses: planned.classes.made.size,
    };
  });
}
