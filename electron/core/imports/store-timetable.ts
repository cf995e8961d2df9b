import { insertClass, setHomeroomTeacher } from '#db/queries/import-people';
import {
  deletePageTeacher,
  endPageTeacher,
  findArchivedGroups,
  insertGroup,
  insertGroupMember,
  insertPage,
  insertPageTeacher,
  insertTimetableEntry,
  insertTimetableVersion,
  setTeacherHours,
  unarchiveGroup,
} from '#db/queries/import-timetable';
import { saveNameMatch, type NameKind } from '#db/queries/name-match';
import { insertStaffMember } from '#db/queries/people';
import {
  findFirstBuilding,
  findRoomOfName,
  insertBuilding,
  insertRoom,
  unarchiveRoom,
} from '#db/queries/rooms';
import { findSubjects, insertSubject } from '#db/queries/subjects';
import type { IsoDate } from '#domain/calendar/iso-date';
import { SKIPPED } from '#domain/import/matching/decide-names';
import { roomName } from '#domain/import/matching/match-rooms';
import { parseClassName } from '#domain/people/class-name';
import { assertNever } from '#domain/assert-never';
import type { Writing } from '../unit-of-work';
import { relayLessons, type RelayResult } from '../timetable/relay-lessons';
import type { MatchedTimetable } from './match-timetable';
import type { NamesOfKind } from './names';
import type { PlannedImport } from './plan-timetable-import';

type Unit = Pick<Writing, 'db' | 'record'>;

/** «Лаптева О. С.» in its parts; initials are all that is known. */
function staffNameOf(name: string) {
  const [lastName = name, ...given] = name
    .replace(/\.(?=\S)/gu, '. ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return {
    lastName,
    firstName: given[0] ?? '',
    middleName: given.slice(1).join(' '),
    position: '',
  };
}

/** Makes what the person chose to create; answers the real id behind any id of the plan. */
function createMissing({ db, record }: Unit, matched: MatchedTimetable, planned: PlannedImport) {
  const real = new Map<number, number>();
  for (const [id, name] of planned.teachers.made) {
    const row = staffNameOf(name);
    real.set(id, insertStaffMember(db, row));
    record('staff', String(real.get(id)), null, row);
  }
  const teacherId = (id: number) => real.get(id) ?? id;
  const subjects = new Map<number, number>();
  let position = findSubjects(db).length;
  for (const [id, name] of planned.subjects.made) {
    const row = { name, shortName: '', grading: 'marks' as const, position: (position += 1) };
    subjects.set(id, insertSubject(db, row));
    record('subject', String(subjects.get(id)), null, row);
  }
  const classes = new Map<number, number>();
  for (const [id, name] of planned.classes.made) {
    const className = parseClassName(name);
    if (className === undefined) throw new Error('not a class');
    classes.set(id, insertClass(db, matched.year.id, className));
    record('class', String(classes.get(id)), null, { yearId: matched.year.id, ...className });
  }
  const rooms = new Map<number, number>();
  for (const [id, name] of planned.rooms.made)
    rooms.set(id, roomOf({ db, record }, roomName(name)));
  return {
    teacherId,
    subjectId: (id: number) => subjects.get(id) ?? id,
    classId: (id: number) => classes.get(id) ?? id,
    roomId: (id: number) => rooms.get(id) ?? id,
  };
}
type Made = ReturnType<typeof createMissing>;

/** A room of this name in the first building: taken into use again, or made. */
function roomOf({ db, record }: Unit, name: string): number {
  const buildingId = findFirstBuilding(db) ?? insertBuilding(db, 'Основное здание');
  const known = findRoomOfName(db, buildingId, name);
  if (known !== undefined) {
    unarchiveRoom(db, known.id);
    record('room', String(known.id), { archived: known.archived === 1 }, { archived: false });
    return known.id;
  }
  const id = insertRoom(db, buildingId, name);
  record('room', String(id), null, { buildingId, name });
  return id;
}

/** Keeps what each name of the file was said to mean, and which are not taken. */
function remember(
  { db }: Unit,
  source: string,
  kind: NameKind,
  { names }: NamesOfKind,
  realId: (name: string) => number | undefined,
): void {
  for (const { name, decided } of names) {
    const id = decided === 'skip' ? SKIPPED : realId(name);
    if (id !== undefined) saveNameMatch(db, source, kind, name, id);
  }
}

function rememberAll(
  unit: Unit,
  matched: MatchedTimetable,
  planned: PlannedImport,
  made: Made,
): void {
  const { source } = matched;
  const real = (
    { ids }: { readonly ids: ReadonlyMap<string, number> },
    realId: (id: number) => number,
  ) => {
    return (name: string) => {
      const id = ids.get(name);
      return id === undefined ? undefined : realId(id);
    };
  };
  remember(unit, source, 'teacher', matched.teachers, real(planned.teachers, made.teacherId));
  remember(unit, source, 'subject', matched.subjects, real(planned.subjects, made.subjectId));
  remember(unit, source, 'class', matched.classes, real(planned.classes, made.classId));
  remember(unit, source, 'room', matched.rooms, real(planned.rooms, made.roomId));
}

function storeTeachers(
  { db, record }: Unit,
  { plan, ground }: PlannedImport,
  made: Made,
  { pageId, draft, from }: { pageId: (id: number) => number; draft: boolean; from: IsoDate },
): void {
  const taught = new Set(ground.teachers.map((row) => row.pageId));
  for (const change of plan.teachers) {
    // A draft changes nobody's work; it only says who would teach what nobody teaches yet.
    if (draft && (change.kind !== 'begins' || taught.has(change.pageId))) continue;
    switch (change.kind) {
      case 'begins': {
        const row = {
          pageId: pageId(change.pageId),
          staffId: made.teacherId(change.staffId),
          hoursPerWeek: change.hoursPerWeek,
          from,
        };
        record('pageTeacher', String(insertPageTeacher(db, row)), null, row);
        break;
      }
      case 'hours':
        setTeacherHours(db, change.row.id, change.hoursPerWeek);
        record('pageTeacher', String(change.row.id), change.row, {
          ...change.row,
          hoursPerWeek: change.hoursPerWeek,
        });
        break;
      case 'ends':
        endPageTeacher(db, change.row.id, change.to);
        record('pageTeacher', String(change.row.id), change.row, { ...change.row, to: change.to });
        break;
      case 'never':
        deletePageTeacher(db, change.row.id);
        record('pageTeacher', String(change.row.id), change.row, null);
        break;
      default:
        assertNever(change);
    }
  }
}

/** The class teachers the person agreed to take from the file. */
export type NewClassTeacher = {
  readonly classId: number;
  readonly staffId: number;
  readonly now: number | null;
};

/**
 * Stores a plan: everything new first, then the version, then the lessons of the days; of a draft no
 * lesson. Answers what became of the lessons.
 */
export function storeTimetable(
  unit: Unit,
  matched: MatchedTimetable,
  planned: PlannedImport,
  version: {
    readonly name: string;
    readonly validFrom: IsoDate;
    readonly draft: boolean;
    readonly classTeachers: readonly NewClassTeacher[];
  },
): RelayResult {
  const { db, record } = unit;
  const { plan, ground } = planned;
  const { name, validFrom, draft } = version;
  const made = createMissing(unit, matched, planned);
  const groups = new Map<number, number>();
  const pages = new Map<number, number>();
  const pageId = (id: number) => pages.get(id) ?? id;

  for (const group of plan.groups) {
    const classId = made.classId(group.classId);
    const id = insertGroup(db, classId, group.name, group.division);
    groups.set(group.id, id);
    record('studyGroup', String(id), null, { classId, name: group.name, members: group.members });
  }
  for (const group of [...plan.groups, ...plan.filledGroups]) {
    const id = groups.get(group.id) ?? group.id;
    for (const member of ground.members.get(group.classId) ?? []) {
      if (!group.members.includes(member.id)) continue;
      const from = member.from > validFrom ? member.from : validFrom;
      insertGroupMember(db, id, { pupilId: member.id, from, to: member.to });
    }
  }
  for (const group of plan.filledGroups) {
    record('studyGroup', String(group.id), { members: [] }, { members: group.members });
  }
  for (const page of plan.pages) {
    const groupId = groups.get(page.groupId) ?? page.groupId;
    const subjectId = made.subjectId(page.subjectId);
    const id = insertPage(db, groupId, subjectId);
    pages.set(page.id, id);
    record('page', String(id), null, { groupId, subjectId });
  }
  storeTeachers(unit, planned, made, { pageId, draft, from: validFrom });
  const row = { name, validFrom, source: matched.source, cycleFrom: plan.cycleFrom, draft };
  const versionId = insertTimetableVersion(db, matched.year.id, row);
  for (const entry of plan.entries) {
    const roomId = entry.roomId === null ? null : made.roomId(entry.roomId);
    insertTimetableEntry(db, versionId, { ...entry, pageId: pageId(entry.pageId), roomId });
  }
  record('timetableVersion', String(versionId), null, { ...row, entries: plan.entries.length });
  for (const { id } of findArchivedGroups(db, versionId)) {
    unarchiveGroup(db, id);
    record('studyGroup', String(id), { archived: true }, { archived: false });
  }
  for (const { classId, staffId, now } of version.classTeachers) {
    const id = made.classId(classId);
    const teacherId = made.teacherId(staffId);
    setHomeroomTeacher(db, id, teacherId);
    record('class', String(id), { homeroomTeacherId: now }, { homeroomTeacherId: teacherId });
  }
  rememberAll(unit, matched, planned, made);
  if (draft) return { added: 0, removed: 0, kept: 0, held: 0 };
  return relayLessons(unit, { year: matched.year, from: validFrom });
}
