import { insertClass, insertClassMembership, insertPupil } from '#db/queries/import-people';
import { findMembersOfClass, findPupilsOfYear } from '#db/queries/import-marks';
import {
  findGroupsOfYear,
  findPageKeys,
  insertGroup,
  insertLesson,
  insertPage,
} from '#db/queries/import-timetable';
import { saveCell, savePeriodMark, saveWork } from '#db/queries/journal-cell';
import { saveNameMatch } from '#db/queries/name-match';
import { insertHoliday, insertPeriod, insertYear } from '#db/queries/school';
import { findSubjects, insertSubject } from '#db/queries/subjects';
import type { IsoDate } from '#domain/calendar/iso-date';
import { WHOLE_CLASS } from '#domain/import/netschool/split-report';
import { parseClassName } from '#domain/people/class-name';
import { defaultPeriods } from '#domain/school/default-periods';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { NETSCHOOL, type MatchedMarks } from './match-marks';
import type { PlannedMarks } from './plan-marks-import';

type Unit = Pick<Writing, 'db' | 'record'>;
type RealId = (id: number) => number;

/** The year of the report, added where missing; period ids of the plan become real ones. */
function yearToFill({ db, record }: Unit, { year }: MatchedMarks): { id: number; period: RealId } {
  if (year.id !== undefined) return { id: year.id, period: (id) => id };
  const suggested = defaultPeriods(year.startYear);
  const id = insertYear(db, suggested);
  const periods = new Map(
    suggested.periods.map((period, index) => [-1 - index, insertPeriod(db, id, period)]),
  );
  for (const holiday of suggested.holidays) insertHoliday(db, id, holiday);
  const { name, startsOn, endsOn } = suggested;
  record('schoolYear', String(id), null, { name, startsOn, endsOn });
  return { id, period: (planned) => periods.get(planned) ?? planned };
}

function classToFill({ db, record }: Unit, matched: MatchedMarks, yearId: number): number {
  if (matched.classId !== undefined) return matched.classId;
  const name = parseClassName(matched.className) ?? refuse('INVALID', { why: 'unmatchedNames' });
  const id = insertClass(db, yearId, name);
  record('class', String(id), null, { yearId, ...name });
  return id;
}

/** «Иванов Иван Иванович» in its parts. */
function pupilOf(name: string) {
  const [lastName = name, firstName = '—', ...rest] = name.split(/\s+/u);
  const unknown = { sex: null, birthDate: null, personalFile: '' };
  return { lastName, firstName, middleName: rest.join(' '), ...unknown };
}

/** Pupils that are made, and everybody's place in the class. */
function pupilsToFill(
  { db, record }: Unit,
  { year }: MatchedMarks,
  planned: PlannedMarks,
  place: { readonly yearId: number; readonly classId: number; readonly today: IsoDate },
): RealId {
  const real = new Map<number, number>();
  for (const [id, name] of planned.pupils.made) {
    const row = pupilOf(name);
    const pupilId = insertPupil(db, row);
    real.set(id, pupilId);
    record('pupil', String(pupilId), null, row);
  }
  const realId = (id: number) => real.get(id) ?? id;
  const members = new Set(findMembersOfClass(db, place.classId).map(({ id }) => id));
  const elsewhere = findPupilsOfYear(db, place.yearId);
  const to = year.endsOn < place.today ? year.endsOn : null;
  for (const pupilId of new Set([...planned.pupils.ids.values()].map(realId))) {
    if (members.has(pupilId) || elsewhere.has(pupilId)) continue;
    const member = { classId: place.classId, pupilId, from: year.startsOn, to };
    record('classMembership', String(insertClassMembership(db, member)), null, member);
  }
  return realId;
}

function subjectsToFill({ db, record }: Unit, { subjects }: PlannedMarks): RealId {
  const real = new Map<number, number>();
  let position = findSubjects(db).length;
  for (const [id, name] of subjects.made) {
    const row = { name, shortName: '', grading: 'marks' as const, position: (position += 1) };
    real.set(id, insertSubject(db, row));
    record('subject', String(real.get(id)), null, row);
  }
  const realId = (id: number) => real.get(id) ?? id;
  for (const [name, id] of subjects.ids) saveNameMatch(db, NETSCHOOL, 'subject', name, realId(id));
  return realId;
}

/** The page for a subject and a part of the class, made where missing; `any` is some page of it. */
function pagesToFill({ db, record }: Unit, yearId: number, classId: number) {
  const groups = findGroupsOfYear(db, yearId).filter((group) => group.classId === classId);
  let wholeId = groups.find(({ name }) => name === '')?.id;
  const keyOf = (groupId: number | undefined, subjectId: number) => `${groupId} ${subjectId}`;
  const ofClass = findPageKeys(db, yearId).filter((page) => page.classId === classId);
  const pages = new Map(ofClass.map((page) => [keyOf(page.groupId, page.subjectId), page.id]));
  const subjects = new Set(ofClass.map((page) => page.subjectId));
  const page = (part: number, subjectId: number): number => {
    if (part === WHOLE_CLASS) wholeId ??= insertGroup(db, classId, '');
    const groupId = part === WHOLE_CLASS ? (wholeId ?? 0) : part;
    const present = pages.get(keyOf(groupId, subjectId));
    if (present !== undefined) return present;
    const id = insertPage(db, groupId, subjectId);
    pages.set(keyOf(groupId, subjectId), id);
    subjects.add(subjectId);
    record('page', String(id), null, { groupId, subjectId });
    return id;
  };
  const any = (subjectId: number) => {
    if (!subjects.has(subjectId)) page(WHOLE_CLASS, subjectId);
  };
  return { page, any };
}

/**
 * Stores a plan of marks: what is missing first, then lessons, works, cells and period marks. Tells
 * the class and who of it was absent.
 */
export function storeMarks(
  unit: Unit,
  matched: MatchedMarks,
  planned: PlannedMarks,
  today: IsoDate,
): { readonly classId: number; readonly absent: ReadonlySet<number> } {
  const { db, record } = unit;
  const absent = new Set<number>();
  const { plan, periodPlan } = planned;
  const year = yearToFill(unit, matched);
  const classId = classToFill(unit, matched, year.id);
  const pupilId = pupilsToFill(unit, matched, planned, { yearId: year.id, classId, today });
  const subjectId = subjectsToFill(unit, planned);
  const pages = pagesToFill(unit, year.id, classId);

  const lessons = new Map<number, number>();
  for (const lesson of plan.newLessons) {
    const { date, number, part } = lesson;
    const pageId = pages.page(part, subjectId(lesson.subjectId));
    const id = insertLesson(db, pageId, date, number);
    lessons.set(lesson.id, id);
    record('lesson', String(id), null, { pageId, date, number });
  }
  const lessonId: RealId = (id) => lessons.get(id) ?? id;
  const { id: kindId, weight } = matched.kind;
  for (const { lessonId: planId, position } of plan.newWorks) {
    const work = { position, kindId, weight, title: '' };
    saveWork(db, lessonId(planId), work);
    record('work', `${lessonId(planId)}:${position}`, null, work);
  }
  for (const cell of plan.cells) {
    const [lesson, pupil] = [lessonId(cell.lessonId), pupilId(cell.pupilId)];
    saveCell(db, lesson, pupil, { ...cell.content, version: cell.version });
    record('cell', `${lesson}:${pupil}`, cell.before, cell.content);
    if (cell.content.attendance === 'absent') absent.add(pupil);
  }
  for (const mark of periodPlan.write) {
    const key = {
      periodId: year.period(mark.periodId),
      subjectId: subjectId(mark.subjectId),
      pupilId: pupilId(mark.pupilId),
    };
    const after = { value: mark.value, note: '', version: mark.version };
    pages.any(key.subjectId);
    savePeriodMark(db, key, after);
    record('periodMark', `${key.pupilId}:${key.subjectId}:${key.periodId}`, mark.before, after);
  }
  return { classId, absent };
}
