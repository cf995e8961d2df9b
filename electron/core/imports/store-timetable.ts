import { insertClass } from '#db/queries/import-people';
import {
  deleteLesson,
  deletePageTeacher,
  endPageTeacher,
  insertGroup,
  insertGroupMember,
  insertLesson,
  insertPage,
  insertPageTeacher,
  insertTimetableEntry,
  insertTimetableVersion,
  setTeacherHours,
} from '#db/queries/import-timetable';
import { saveNameMatch, type NameKind } from '#db/queries/name-match';
import { insertStaffMember } from '#db/queries/people';
import { findFirstBuilding, findRooms, insertBuilding, insertRoom } from '#db/queries/rooms';
import { findSubjects, insertSubject } from '#db/queries/subjects';
import type { IsoDate } from '#domain/calendar/iso-date';
import { parseClassName } from '#domain/people/class-name';
import { assertNever } from '#domain/assert-never';
import type { Writing } from '../unit-of-work';
import { FET, type MatchedTimetable, type PlannedImport } from './plan-timetable-import';

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
  return {
    teacherId,
    subjectId: (id: number) => subjects.get(id) ?? id,
    classId: (id: number) => classes.get(id) ?? id,
  };
}

function remember(
  { db }: Unit,
  kind: NameKind,
  ids: ReadonlyMap<string, number>,
  realId: (id: number) => number,
): void {
  for (const [name, id] of ids) saveNameMatch(db, FET, kind, name, realId(id));
}

/** The school's room of a name; what it does not have yet is made in the first building. */
function roomFinder({ db, record }: Unit): (name: string) => number | null {
  const known = new Map(findRooms(db).map(({ id, name }) => [name, id]));
  return (name) => {
    if (name === '') return null;
    const found = known.get(name);
    if (found !== undefined) return found;
    const buildingId = findFirstBuilding(db) ?? insertBuilding(db, 'Основное здание');
    const id = insertRoom(db, buildingId, name);
    record('room', String(id), null, { buildingId, name });
    known.set(name, id);
    return id;
  };
}

/** Stores a plan: everything new first, then the version, then the lessons of the days. */
export function storeTimetable(
  unit: Unit,
  matched: MatchedTimetable,
  planned: PlannedImport,
  version: { readonly name: string; readonly validFrom: IsoDate },
): void {
  const { db, record } = unit;
  const { plan, ground } = planned;
  const made = createMissing(unit, matched, planned);
  const groups = new Map<number, number>();
  const pages = new Map<number, number>();
  const pageId = (id: number) => pages.get(id) ?? id;

  for (const group of plan.groups) {
    const classId = made.classId(group.classId);
    const id = insertGroup(db, classId, group.name);
    groups.set(group.id, id);
    record('studyGroup', String(id), null, { classId, name: group.name, members: group.members });
  }
  for (const group of [...plan.groups, ...plan.filledGroups]) {
    const id = groups.get(group.id) ?? group.id;
    for (const member of ground.members.get(group.classId) ?? []) {
      if (!group.members.includes(member.id)) continue;
      const from = member.from > version.validFrom ? member.from : version.validFrom;
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
  for (const change of plan.teachers) {
    switch (change.kind) {
      case 'begins': {
        const row = {
          pageId: pageId(change.pageId),
          staffId: made.teacherId(change.staffId),
          hoursPerWeek: change.hoursPerWeek,
          from: version.validFrom,
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
  const versionId = insertTimetableVersion(db, matched.year.id, { ...version, source: FET });
  const roomId = roomFinder(unit);
  for (const { room, ...entry } of plan.entries) {
    const placed = { ...entry, pageId: pageId(entry.pageId), roomId: roomId(room) };
    insertTimetableEntry(db, versionId, placed);
  }
  for (const lesson of plan.removeLessons) deleteLesson(db, lesson.id);
  for (const lesson of plan.addLessons) {
    insertLesson(db, pageId(lesson.pageId), lesson.date, lesson.lessonNumber);
  }
  record('timetableVersion', String(versionId), null, {
    ...version,
    entries: plan.entries.length,
    lessonsAdded: plan.addLessons.length,
    lessonsRemoved: plan.removeLessons.length,
  });
  remember(unit, 'teacher', planned.teachers.ids, made.teacherId);
  remember(unit, 'subject', planned.subjects.ids, made.subjectId);
  remember(unit, 'class', planned.classes.ids, made.classId);
}
