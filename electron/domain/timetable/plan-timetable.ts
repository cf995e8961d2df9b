import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';
import { cycleWeekOf, type CycleWeek } from '../calendar/school-days';
import { formatClassName } from '../people/class-name';
import { changesOfHours, type TimetableComparison } from './file-changes';
import {
  teachersOn,
  type PlannedEntry,
  type ResolvedLesson,
  type TimetableGround,
  type TimetableNote,
} from './file-timetable';
import { layOutFile, type LaidOutFile } from './lay-out-file';
import { planRelay, spansOfVersions, type RelayPlan } from './plan-relay';
import { planTeachers, type TeacherChange } from './plan-teachers';

export interface TimetablePlan extends Pick<LaidOutFile, 'groups' | 'filledGroups' | 'pages'> {
  readonly teachers: readonly TeacherChange[];
  /** Of the whole new version. */
  readonly entries: readonly PlannedEntry[];
  /** A day of a week A; null where every week is alike. */
  readonly cycleFrom: IsoDate | null;
  /** Hours of the file are of week A or B only. */
  readonly alternates: boolean;
  /** What becomes of the lessons of days. */
  readonly lessons: RelayPlan;
  readonly until: IsoDate;
  readonly comparison: TimetableComparison;
  /** The classes of the file. */
  readonly covered: ReadonlySet<number>;
  /** Whose each page is, also those to be made. */
  readonly classIdsOf: (pageId: number) => readonly number[];
  readonly notes: readonly TimetableNote[];
  readonly changesAnything: boolean;
}

const NEW_VERSION = Number.MAX_SAFE_INTEGER;
const monday = (day: IsoDate) => addDays(day, 1 - weekdayOf(day));
const otherWeek = (week: 0 | CycleWeek): 0 | CycleWeek => (week === 0 ? 0 : week === 1 ? 2 : 1);

/** The notes on classes that get no lessons, or have nobody to learn. */
function notesOnClasses(ground: TimetableGround, covered: ReadonlySet<number>): TimetableNote[] {
  const own = ground.classes.filter(({ id }) => covered.has(id));
  const named = (some: typeof own) => some.map(formatClassName);
  const withoutPeriods = own.filter(
    ({ grade }) =>
      !ground.calendar.periods.some(
        ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
      ),
  );
  const empty = own.filter(({ id }) => (ground.members.get(id) ?? []).length === 0);
  return [
    ...(withoutPeriods.length > 0
      ? [{ kind: 'noPeriods' as const, classNames: named(withoutPeriods) }]
      : []),
    ...(empty.length > 0 ? [{ kind: 'emptyClasses' as const, classNames: named(empty) }] : []),
  ];
}

/**
 * What a timetable of a file changes in the journal from a day on (T3). Only the classes of the
 * file are touched; what the timetable of the others was stays in the new version. Lessons before
 * that day stay; of later ones `planRelay` decides. The same file again changes nothing.
 */
export function planTimetable(
  lessons: readonly ResolvedLesson[],
  ground: TimetableGround,
): TimetablePlan {
  const laidOut = layOutFile(lessons, ground);
  const { groups, pages, entries, hours } = laidOut;
  const covered = new Set(lessons.flatMap((lesson) => lesson.classes.map(({ id }) => id)));
  const groupClass = new Map([...ground.groups, ...groups].map(({ id, classId }) => [id, classId]));
  const pageClasses = new Map<number, readonly number[]>([
    ...ground.pages.map(({ id, classIds }) => [id, classIds] as const),
    ...pages.map(({ id, groupId }) => [id, [groupClass.get(groupId) ?? 0]] as const),
  ]);
  const classIdsOf = (pageId: number) => pageClasses.get(pageId) ?? [];
  const planned = new Set(entries.map(({ pageId }) => pageId));
  // A stream is the file's where all its classes are, or where the file has its lesson.
  const isCovered = (pageId: number) =>
    planned.has(pageId) || classIdsOf(pageId).every((id) => covered.has(id));

  const spans = spansOfVersions(ground.versions, ground.yearEndsOn);
  const current = spans.findLast(({ from }) => from <= ground.validFrom)?.version;
  const next = spans.find(({ from }) => from > ground.validFrom);
  const until = next === undefined ? ground.yearEndsOn : addDays(next.from, -1);

  const before = (current?.entries ?? []).filter(({ pageId }) => isCovered(pageId));
  const others = (current?.entries ?? []).filter(({ pageId }) => !isCovered(pageId));
  const alternates = entries.some(({ week }) => week !== 0);
  const wasFrom = current?.cycleFrom ?? null;
  const othersAlternate = wasFrom !== null && others.some(({ week }) => week !== 0);
  const cycleFrom = alternates
    ? (ground.cycleFrom ?? wasFrom ?? monday(ground.validFrom))
    : othersAlternate
      ? wasFrom
      : null;
  // Where the weeks are named the other way round from now on, the others' hours follow.
  const turned = cycleFrom !== null && wasFrom !== null && cycleWeekOf(cycleFrom, wasFrom) === 2;
  const turn = (entry: PlannedEntry) =>
    turned ? { ...entry, week: otherWeek(entry.week) } : entry;
  const carried = others.map(turn);
  const comparison = changesOfHours(before.map(turn), entries);

  const teachers = planTeachers(hours, ground.teachers, {
    validFrom: ground.validFrom,
    left: new Set(before.map(({ pageId }) => pageId).filter((pageId) => !planned.has(pageId))),
  });
  const all = [...entries, ...carried];
  const gradeOf = new Map(ground.classes.map(({ id, grade }) => [id, grade]));
  const relay = planRelay({
    from: ground.validFrom,
    yearEndsOn: ground.yearEndsOn,
    calendar: ground.calendar,
    versions: [
      ...ground.versions,
      { id: NEW_VERSION, validFrom: ground.validFrom, cycleFrom, entries: all },
    ],
    gradeOf: new Map(
      [...pageClasses].flatMap(([pageId, [classId]]): [number, number][] => {
        const grade = classId === undefined ? undefined : gradeOf.get(classId);
        return grade === undefined ? [] : [[pageId, grade]];
      }),
    ),
    lessons: ground.lessons,
    movedFrom: ground.movedFrom,
    timetabled: new Set([...ground.timetabled, ...all.map(({ pageId }) => pageId)]),
  });
  const ofFile = ({ pageId }: { readonly pageId: number }) => isCovered(pageId);
  const changedTeachers = teacherChanges(ground, teachers, isCovered);
  return {
    groups,
    filledGroups: laidOut.filledGroups,
    pages,
    teachers,
    entries: all,
    cycleFrom,
    alternates,
    lessons: relay,
    until,
    comparison: { ...comparison, changes: [...comparison.changes, ...changedTeachers] },
    covered,
    classIdsOf,
    notes: [
      ...laidOut.notes,
      ...(next === undefined ? [] : [{ kind: 'laterVersion' as const, from: next.from }]),
      ...notesOnClasses(ground, covered),
    ],
    changesAnything:
      comparison.changes.length > 0 ||
      (turned && alternates) ||
      laidOut.filledGroups.length > 0 ||
      teachers.length > 0 ||
      [...relay.add, ...relay.remove, ...relay.hide, ...relay.show].some(ofFile),
  };
}

/** Pages with other teachers than before; new pages have theirs with their hours. */
function teacherChanges(
  ground: TimetableGround,
  changes: readonly TeacherChange[],
  isCovered: (pageId: number) => boolean,
): TimetableComparison['changes'] {
  const known = new Set(ground.pages.map(({ id }) => id));
  const pageOf = (change: TeacherChange) =>
    change.kind === 'begins' ? change.pageId : change.row.pageId;
  return [...Map.groupBy(changes, pageOf)].flatMap(([pageId, some]) => {
    const was = teachersOn(ground.teachers, pageId, ground.validFrom);
    const gone = new Set(
      some.flatMap((one) => (one.kind === 'ends' || one.kind === 'never' ? one.row.staffId : [])),
    );
    const come = some.flatMap((one) => (one.kind === 'begins' ? one.staffId : []));
    const becomes = [...was.filter((id) => !gone.has(id)), ...come];
    // Whose hours went altogether is told by the hours.
    if (!known.has(pageId) || !isCovered(pageId) || was.length === 0 || becomes.length === 0)
      return [];
    return gone.size === 0 && come.length === 0
      ? []
      : [{ kind: 'teachers' as const, pageId, was, becomes }];
  });
}
