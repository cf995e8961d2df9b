import type {
  ClassDifference,
  ClassTeacherSuggestion,
  HourChange,
  HourPlace,
  TimetableOutcome,
} from '#contract/import-timetable';
import type { ImportedTimetable } from '#domain/import/timetable/imported-timetable';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
import type { TimetableChange } from '#domain/timetable/file-changes';
import type { PlannedEntry } from '#domain/timetable/file-timetable';
import type { MatchedTimetable } from './match-timetable';
import type { NamesOfKind } from './names';
import type { PlannedImport } from './plan-timetable-import';
import type { NewClassTeacher } from './store-timetable';

/** What the ids of a plan are called: ours, and those to be made. */
function labelsOf(
  { ours }: NamesOfKind,
  { made }: { readonly made: ReadonlyMap<number, string> },
): (id: number) => string {
  const labels = new Map([...ours.map(({ id, label }) => [id, label] as const), ...made]);
  return (id) => labels.get(id) ?? '';
}

function namesOfPlan(matched: MatchedTimetable, planned: PlannedImport) {
  const { plan, ground } = planned;
  const pages = new Map(
    [...ground.pages, ...plan.pages].map(({ id, groupId, subjectId }) => [
      id,
      { groupId, subjectId },
    ]),
  );
  const groups = new Map([...ground.groups, ...plan.groups].map(({ id, name }) => [id, name]));
  const classes = new Map(ground.classes.map((one) => [one.id, one]));
  const subject = labelsOf(matched.subjects, planned.subjects);
  return {
    teacher: labelsOf(matched.teachers, planned.teachers),
    room: labelsOf(matched.rooms, planned.rooms),
    subjectOf: (pageId: number) => subject(pages.get(pageId)?.subjectId ?? 0),
    groupOf: (pageId: number) => groups.get(pages.get(pageId)?.groupId ?? 0) ?? '',
    classOf: (id: number) => classes.get(id) ?? { grade: 0, letter: '' },
  };
}

/** What a plan changes, under the names people know. */
export function outcomeOf(matched: MatchedTimetable, planned: PlannedImport): TimetableOutcome {
  const { plan } = planned;
  const named = namesOfPlan(matched, planned);
  const placeOf = ({ weekday, lessonNumber, week, roomId }: PlannedEntry): HourPlace => ({
    weekday,
    lessonNumber,
    week,
    room: roomId === null ? '' : named.room(roomId),
  });
  const rowOf = (classId: number, change: TimetableChange): HourChange => ({
    className: formatClassName(named.classOf(classId)),
    kind: change.kind,
    subject: named.subjectOf(change.pageId),
    group: named.groupOf(change.pageId),
    was: change.kind === 'added' || change.kind === 'teachers' ? null : placeOf(change.was),
    becomes:
      change.kind === 'removed' || change.kind === 'teachers' ? null : placeOf(change.becomes),
    teachersWere: change.kind === 'teachers' ? change.was.map(named.teacher) : [],
    teachersBecome: change.kind === 'teachers' ? change.becomes.map(named.teacher) : [],
  });
  const changes: HourChange[] = [];
  const classes: ClassDifference[] = [];
  const byNames = (a: number, b: number) => compareClassNames(named.classOf(a), named.classOf(b));
  for (const classId of [...plan.covered].sort(byNames)) {
    const isOf = (pageId: number) => plan.classIdsOf(pageId).includes(classId);
    const own = plan.comparison.changes.filter(({ pageId }) => isOf(pageId));
    const count = (kind: TimetableChange['kind']) =>
      own.filter((change) => change.kind === kind).length;
    let kept = 0;
    for (const [pageId, hours] of plan.comparison.kept) if (isOf(pageId)) kept += hours;
    classes.push({
      className: formatClassName(named.classOf(classId)),
      added: count('added'),
      removed: count('removed'),
      moved: count('moved'),
      room: count('room'),
      teachers: count('teachers'),
      kept,
    });
    for (const change of own) changes.push(rowOf(classId, change));
  }
  const { add, remove, hide, show, kept, held } = plan.lessons;
  return {
    classes,
    changes,
    newPages: plan.pages.length,
    newGroups: plan.groups
      .filter(({ name }) => name !== '')
      .map(({ classId, name }) => `${formatClassName(named.classOf(classId))}, ${name}`),
    lessonsAdded: add.length + show.length,
    lessonsRemoved: remove.length + hide.length,
    lessonsKept: kept - show.length,
    lessonsHeld: held.length,
    until: plan.until,
    cycleFrom: plan.alternates ? plan.cycleFrom : null,
    changesAnything: plan.changesAnything,
    notes: plan.notes,
  };
}

/** The class teachers a file tells who are not ours, where the class and the teacher are decided. */
export function classTeachersOf(
  matched: MatchedTimetable,
  { classTeachers }: ImportedTimetable,
  planned: PlannedImport,
): readonly (Omit<ClassTeacherSuggestion, 'now'> &
  NewClassTeacher & { readonly nowName: string })[] {
  const named = namesOfPlan(matched, planned);
  const known = new Map(matched.ourClasses.map((one) => [one.id, one.homeroomTeacherId]));
  return classTeachers.flatMap(({ className: name, teacher }) => {
    const classId = planned.classes.ids.get(name);
    const staffId = planned.teachers.ids.get(teacher);
    if (classId === undefined || staffId === undefined) return [];
    const now = known.get(classId) ?? null;
    if (now === staffId) return [];
    return [
      {
        name,
        className: formatClassName(named.classOf(classId)),
        teacher: named.teacher(staffId),
        nowName: now === null ? '' : named.teacher(now),
        classId,
        staffId,
        now,
      },
    ];
  });
}
