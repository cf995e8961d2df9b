import type { MarksCounts } from '#contract/import-marks';
import {
  findClassContent,
  findLessonsOfClass,
  findPartMembers,
  findPeriodMarksOfYear,
} from '#db/queries/import-marks';
import { findGroupsOfYear, findPageKeys } from '#db/queries/import-timetable';
import { findSubjectAssessments } from '#db/queries/assessment';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { AttendanceReport } from '#domain/import/netschool/attendance-report';
import { mergeSubjects } from '#domain/import/netschool/merge-subjects';
import {
  describeMarksNote,
  planMarks,
  type CellContent,
  type JournalLesson,
  type MarksGround,
} from '#domain/import/netschool/plan-marks';
import { planPeriodMarks, reportedPeriodMarks } from '#domain/import/netschool/plan-period-marks';
import { splitByPart, WHOLE_CLASS } from '#domain/import/netschool/split-report';
import { FIVE_POINT_MARKS } from '#domain/marks/assessment';
import type { MarkValue } from '#domain/marks/mark-value';
import type { Regulation } from '#domain/regulation/regulation';
import { regulationOn } from '../regulation/versions';
import type { Reading } from '../unit-of-work';
import type { MarksFiles } from './marks-file';
import type { MatchedMarks } from './match-marks';
import { idsOfNames, type DecidedIds } from './names';

type Subjects = MarksGround['subjects'];

/** How the class is assessed in each subject; a new one gets five points, as the store makes it. */
function subjectsOf(db: ReadableDb, { made }: DecidedIds, classId: number | undefined): Subjects {
  return new Map([
    ...findSubjectAssessments(db, classId).map((subject) => [subject.id, subject] as const),
    ...[...made].map(([id, name]) => [id, { name, ...FIVE_POINT_MARKS }] as const),
  ]);
}

/** What stands on the pages of the class already; lessons with the part they are for. */
type ClassGround = Omit<MarksGround, 'lessons'> & {
  readonly lessons: readonly (JournalLesson & { readonly part: number })[];
};

function groundOf(
  db: ReadableDb,
  { classId, grade }: MatchedMarks,
  subjects: Subjects,
  regulation: Regulation,
): ClassGround {
  if (classId === undefined) {
    return { grade, regulation, subjects, lessons: [], busy: new Map(), cells: new Map() };
  }
  const all = findLessonsOfClass(db, classId);
  const busy = new Map<IsoDate, Set<number>>();
  for (const { date, number } of all) busy.set(date, (busy.get(date) ?? new Set()).add(number));
  const content = findClassContent(db, classId);
  const works = Map.groupBy(content.works, ([lessonId]) => lessonId);
  const marks = Map.groupBy(content.marks, ([lessonId, pupilId]) => `${lessonId}:${pupilId}`);
  return {
    grade,
    regulation,
    subjects,
    busy,
    // A lesson cancelled by a day's change takes no marks, but its hour stays taken.
    lessons: all
      .filter(({ cancelled }) => cancelled === 0)
      .map((lesson) => ({
        ...lesson,
        part: lesson.groupName === '' ? WHOLE_CLASS : lesson.groupId,
        works: (works.get(lesson.id) ?? []).map(([, position]) => position),
      })),
    cells: new Map(
      content.cells.map(([lessonId, pupilId, version, attendance, lateMinutes, remark]) => {
        const key = `${lessonId}:${pupilId}`;
        const stored: CellContent = {
          attendance,
          lateMinutes,
          remark,
          marks: (marks.get(key) ?? []).map(([, , work, value]) => ({
            work,
            value: value as MarkValue,
          })),
        };
        return [key, { version, content: stored }];
      }),
    ),
  };
}

/**
 * In which part of the class somebody learns a subject: the whole class, unless the subject has pages
 * of parts only and the pupil is in one of them.
 */
function partsOf(db: ReadableDb, { classId, year }: MatchedMarks) {
  if (classId === undefined || year.id === undefined) return () => WHOLE_CLASS;
  const groups = new Map(
    findGroupsOfYear(db, year.id)
      .filter((group) => group.classId === classId)
      .map(({ id, name }) => [id, name]),
  );
  const pages = findPageKeys(db, year.id).filter(({ groupId }) => groups.has(groupId));
  const bySubject = Map.groupBy(pages, ({ subjectId }) => subjectId);
  const members = new Set(
    findPartMembers(db, classId).map(({ groupId, pupilId }) => `${groupId} ${pupilId}`),
  );
  return (pupilId: number | undefined, subjectId: number): number => {
    const own = bySubject.get(subjectId) ?? [];
    if (own.some(({ groupId }) => groups.get(groupId) === '')) return WHOLE_CLASS;
    const part = own.find(({ groupId }) => members.has(`${groupId} ${pupilId}`));
    return part?.groupId ?? WHOLE_CLASS;
  };
}

/** The plans of all parts of the class as one; new lessons bear the part they are for. */
function planParts(
  report: AttendanceReport,
  pupilIds: ReadonlyMap<string, number>,
  ground: ClassGround,
  partOf: ReturnType<typeof partsOf>,
) {
  const parts = splitByPart(report, (pupil, subject) => partOf(pupilIds.get(pupil), subject));
  let lastId = 0;
  const plans = [...parts].map(([part, own]) => {
    const lessons = ground.lessons.filter((lesson) => lesson.part === part);
    const plan = planMarks(own, pupilIds, { ...ground, lessons }, lastId);
    lastId -= plan.newLessons.length;
    return { ...plan, newLessons: plan.newLessons.map((lesson) => ({ ...lesson, part })) };
  });
  return {
    newLessons: plans.flatMap(({ newLessons }) => newLessons),
    newWorks: plans.flatMap(({ newWorks }) => newWorks),
    cells: plans.flatMap(({ cells }) => cells),
    notes: plans.flatMap(({ notes }) => notes),
    same: plans.reduce((sum, { same }) => sum + same, 0),
  };
}

const EMPTY = { newLessons: [], newWorks: [], cells: [], same: 0, notes: [] } as const;

/** The plan, where the class and every name are decided. */
export function planMarksImport(
  { db, today }: Pick<Reading, 'db' | 'today'>,
  files: MarksFiles,
  matched: MatchedMarks,
) {
  const pupils = idsOfNames({ ...matched.pupils, ours: [] });
  const subjects = idsOfNames(matched.subjects);
  if (matched.classTaken === null || pupils === undefined || subjects === undefined) {
    return undefined;
  }
  const known = subjectsOf(db, subjects, matched.classId);
  const { report, gradeSheet } = files;
  const regulation = regulationOn(db, today);
  const ground = groundOf(db, matched, known, regulation);
  const plan =
    report === undefined
      ? EMPTY
      : planParts(mergeSubjects(report, subjects.ids), pupils.ids, ground, partsOf(db, matched));
  const periods = matched.year.periods.filter(
    ({ gradeFrom, gradeTo }) => gradeFrom <= matched.grade && matched.grade <= gradeTo,
  );
  const reported = reportedPeriodMarks(gradeSheet, report, periods, {
    pupils: pupils.ids,
    subjects: subjects.ids,
  });
  const present = matched.year.id === undefined ? [] : findPeriodMarksOfYear(db, matched.year.id);
  const periodPlan = planPeriodMarks(reported.marks, {
    grade: matched.grade,
    regulation,
    subjects: known,
    present: new Map(
      present.map(([periodId, subjectId, pupilId, version, value, note]) => [
        `${periodId}:${subjectId}:${pupilId}`,
        { version, value, note },
      ]),
    ),
  });
  const conflicts = plan.notes.filter(({ kind }) => kind === 'conflict').length;
  const counts: MarksCounts = {
    newLessons: plan.newLessons.length,
    cells: plan.cells.length,
    marks: plan.cells.reduce((sum, { content }) => sum + content.marks.length, 0),
    absences: plan.cells.filter(({ content }) => content.attendance !== null).length,
    periodMarks: periodPlan.write.length,
    same: plan.same + periodPlan.same,
    conflicts: conflicts + periodPlan.conflicts.length,
    remarks: plan.notes.length - conflicts,
  };
  const notes = [
    ...plan.notes.map((note) => ({ kind: note.kind, text: describeMarksNote(note) })),
    ...periodPlan.conflicts.map((text) => ({ kind: 'conflict' as const, text })),
    ...[...periodPlan.problems, ...reported.untaken].map((text) => ({
      kind: 'problem' as const,
      text,
    })),
  ];
  return { plan, periodPlan, pupils, subjects, known, counts, notes };
}
export type PlannedMarks = NonNullable<ReturnType<typeof planMarksImport>>;
