import { formatClassName } from '../people/class-name';
import type {
  KnownPage,
  PlannedEntry,
  PlannedGroup,
  PlannedPage,
  ResolvedLesson,
  TimetableGround,
  TimetableNote,
} from './file-timetable';
import { teachersOn } from './file-timetable';
import { guessMembers, nameParts, partName } from './group-names';
import type { PageHour } from './plan-teachers';

/** What a file asks for in the journal's own terms. */
export interface LaidOutFile {
  readonly notes: readonly TimetableNote[];
  readonly groups: readonly PlannedGroup[];
  /** Groups we have that get their first members. */
  readonly filledGroups: readonly PlannedGroup[];
  readonly pages: readonly PlannedPage[];
  readonly entries: readonly PlannedEntry[];
  readonly hours: readonly PageHour[];
}

const sameSet = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** The same hour of the same page in the same room every week, where both weeks have it. */
function joinWeeks(entries: readonly PlannedEntry[]): PlannedEntry[] {
  const same = ({ pageId, weekday, lessonNumber, roomId }: PlannedEntry) =>
    `${pageId} ${weekday} ${lessonNumber} ${roomId}`;
  return [...Map.groupBy(entries, same).values()].flatMap((some) => {
    const [first] = some;
    const weeks = new Set(some.map(({ week }) => week));
    return first !== undefined && weeks.has(1) && weeks.has(2)
      ? [{ ...first, week: 0 as const }]
      : some;
  });
}

const hourKey = ({ pageId, weekday, lessonNumber, week }: PlannedEntry) =>
  `${pageId} ${weekday} ${lessonNumber} ${week}`;

/**
 * The pages, groups and weekly hours a file asks for, with those we have already (T3). A lesson of
 * several classes is one hour of their stream where the school has made one for the subject, else
 * an hour on the page of each class. A part of a class is the group of its name; a part of another
 * name is the group of the subject that its teacher has.
 */
export function layOutFile(
  lessons: readonly ResolvedLesson[],
  ground: TimetableGround,
): LaidOutFile {
  const notes: TimetableNote[] = [];
  const groups: PlannedGroup[] = [];
  const filledGroups: PlannedGroup[] = [];
  const pages: PlannedPage[] = [];
  const entries = new Map<string, PlannedEntry>();
  const hours: PageHour[] = [];
  const counted = new Set<string>();
  const groupNames = new Map(ground.groups.map(({ id, name }) => [id, name]));
  const ofSubject = Map.groupBy(ground.pages, ({ subjectId }) => subjectId);
  const nameOf = (classId: number) => {
    const found = ground.classes.find(({ id }) => id === classId);
    return found === undefined ? '' : formatClassName(found);
  };
  let nextId = -1;
  const newId = () => (nextId -= 1);

  /** Of several the one whose teacher the lesson names. */
  function byTeacher(
    candidates: readonly KnownPage[],
    teacherIds: readonly number[],
  ): KnownPage | undefined {
    const taught = candidates.filter(({ id }) =>
      teachersOn(ground.teachers, id, ground.validFrom).some((one) => teacherIds.includes(one)),
    );
    return taught.length === 1 ? taught[0] : undefined;
  }
  function streamOf({ classes, subjectId, teacherIds }: ResolvedLesson): KnownPage | undefined {
    const ids = [...new Set(classes.map(({ id }) => id))];
    if (ids.length < 2) return undefined;
    const streams = (ofSubject.get(subjectId) ?? []).filter(
      (page) => page.kind === 'stream' && sameSet(page.classIds, ids),
    );
    return streams.length === 1 ? streams[0] : byTeacher(streams, teacherIds);
  }
  function groupOf(classId: number, told: string, siblings: readonly string[]): number {
    const taken = ground.takenNames.has(`${classId} ${told}`);
    const name = taken ? `${told} (подгруппа)` : told;
    const same = (one: { classId: number; name: string }) =>
      one.classId === classId && one.name === name;
    const made = groups.find(same) ?? filledGroups.find(same);
    if (made !== undefined) return made.id;
    const known = ground.groups.find(same);
    const members =
      name === '' ? [] : guessMembers(told, siblings, ground.members.get(classId) ?? []);
    const division = name === '' ? '' : siblings.join(' / ');
    const group = { id: known?.id ?? newId(), classId, name, division, members };
    if (known === undefined) groups.push(group);
    else if (ground.emptyGroups.has(known.id) && members.length > 0) filledGroups.push(group);
    return group.id;
  }
  function pageOf(groupId: number, subjectId: number): number {
    const same = (one: PlannedPage) => one.groupId === groupId && one.subjectId === subjectId;
    const known = ground.pages.find(same) ?? pages.find(same);
    if (known !== undefined) return known.id;
    const page = { id: newId(), groupId, subjectId };
    pages.push(page);
    return page.id;
  }
  /** The page of a part of a class whose name the school writes otherwise. */
  function renamedPart(classId: number, name: string, { subjectId, teacherIds }: ResolvedLesson) {
    if (name === '') return undefined;
    const parts = (ofSubject.get(subjectId) ?? []).filter(
      (page) =>
        page.kind === 'subgroup' &&
        page.classIds[0] === classId &&
        groupNames.get(page.groupId) !== '',
    );
    if (parts.some((page) => groupNames.get(page.groupId) === name)) return undefined;
    return byTeacher(parts, teacherIds);
  }
  function place(pageId: number, { lesson, roomId, teacherIds }: ResolvedLesson): void {
    const { weekday, lessonNumber, week } = lesson;
    const entry = { pageId, weekday, lessonNumber, week, roomId };
    const key = hourKey(entry);
    // Of several lessons of one page at one hour the first tells the room.
    if (!entries.has(key)) entries.set(key, entry);
    const fresh = teacherIds.filter((id) => !counted.has(`${key} ${id}`));
    for (const id of fresh) counted.add(`${key} ${id}`);
    hours.push({ pageId, teacherIds: fresh, weight: week === 0 ? 1 : 0.5 });
  }

  const streams = new Map(lessons.map((lesson) => [lesson, streamOf(lesson)]));
  for (const [lesson, page] of streams) if (page !== undefined) place(page.id, lesson);
  const parts = lessons
    .filter((resolved) => streams.get(resolved) === undefined)
    .flatMap((resolved) =>
      resolved.classes.map(({ id, name }) => ({ resolved, classId: id, className: name })),
    );
  const ofClassAndSubject = Map.groupBy(
    parts,
    ({ resolved, classId }) => `${classId} ${resolved.subjectId}`,
  );
  for (const some of ofClassAndSubject.values()) {
    const { names, unclear } = nameParts(
      some.map(({ resolved, className }) => ({ lesson: resolved.lesson, className })),
    );
    const own = [...new Set(names)].filter((name) => name !== '').sort();
    for (const [index, { resolved, classId, className }] of some.entries()) {
      if (unclear && index === 0) {
        notes.push({
          kind: 'partsUnclear',
          className: nameOf(classId),
          subject: resolved.subjectName,
        });
      }
      const name = names[index] ?? '';
      const known = renamedPart(classId, name, resolved);
      const siblings = divisionOf(className, name, ground) ?? own;
      place(known?.id ?? pageOf(groupOf(classId, name, siblings), resolved.subjectId), resolved);
    }
  }
  for (const [classId, made] of Map.groupBy([...groups, ...filledGroups], (one) => one.classId)) {
    const named = made.map(({ name }) => name).filter((name) => name !== '');
    if (named.length > 0) {
      notes.push({ kind: 'checkGroups', className: nameOf(classId), groups: named });
    }
  }
  return { notes, groups, filledGroups, pages, entries: joinWeeks([...entries.values()]), hours };
}

/** The parts that exclude each other with this one, where the file tells them. */
function divisionOf(
  className: string,
  name: string,
  { divisions }: TimetableGround,
): readonly string[] | undefined {
  for (const division of divisions) {
    if (division.className !== className || name === '') continue;
    const names = division.groupNames.map((group) => partName(group, className));
    if (names.includes(name)) return names.toSorted();
  }
  return undefined;
}
