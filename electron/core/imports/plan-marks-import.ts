import type { MarksCounts } from '#contract/import-marks';
import {
  findClassContent,
  findLessonsOfClass,
  findPeriodMarksOfYear,
} from '#db/queries/import-marks';
import { findGroupsOfYear, findPageKeys } from '#db/queries/import-timetable';
import { findSubjects } from '#db/queries/subjects';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { mergeSubjects } from '#domain/import/netschool/merge-subjects';
import {
  describeMarksNote,
  planMarks,
  type CellContent,
  type MarksGround,
} from '#domain/import/netschool/plan-marks';
import { planPeriodMarks, reportedPeriodMarks } from '#domain/import/netschool/plan-period-marks';
import type { MarkValue } from '#domain/marks/mark-value';
import type { MarksFiles } from './marks-file';
import type { MatchedMarks } from './match-marks';
import { idsOfNames, type DecidedIds } from './names';

type Subjects = MarksGround['subjects'];

function subjectsOf(db: ReadableDb, { made }: DecidedIds): Subjects {
  return new Map([
    ...findSubjects(db).map(({ id, name, grading }) => [id, { name, grading }] as const),
    ...[...made].map(([id, name]) => [id, { name, grading: 'marks' as const }] as const),
  ]);
}

/** What stands on the pages of the class already. */
function groundOf(
  db: ReadableDb,
  { classId, grade }: MatchedMarks,
  subjects: Subjects,
): MarksGround {
  if (classId === undefined) {
    return { grade, subjects, lessons: [], busy: new Map(), cells: new Map() };
  }
  const all = findLessonsOfClass(db, classId);
  const busy = new Map<IsoDate, Set<number>>();
  for (const { date, number } of all) busy.set(date, (busy.get(date) ?? new Set()).add(number));
  const content = findClassContent(db, classId);
  const works = Map.groupBy(content.works, ([lessonId]) => lessonId);
  const marks = Map.groupBy(content.marks, ([lessonId, pupilId]) => `${lessonId}:${pupilId}`);
  return {
    grade,
    subjects,
    busy,
    lessons: all
      .filter(({ groupName }) => groupName === '')
      .map((lesson) => ({
        ...lesson,
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

/** Subjects that the class learns in parts here: the report does not tell the parts. */
function subjectsInParts(
  db: ReadableDb,
  { classId, year }: MatchedMarks,
  taken: ReadonlySet<number>,
  subjects: Subjects,
): string[] {
  if (classId === undefined || year.id === undefined) return [];
  const whole = findGroupsOfYear(db, year.id).find(
    (group) => group.classId === classId && group.name === '',
  );
  const pages = findPageKeys(db, year.id).filter((page) => page.classId === classId);
  const onWhole = new Set(
    pages.filter(({ groupId }) => groupId === whole?.id).map(({ subjectId }) => subjectId),
  );
  const inParts = new Set(pages.map(({ subjectId }) => subjectId));
  return [...taken]
    .filter((id) => inParts.has(id) && !onWhole.has(id))
    .map((id) => {
      const name = subjects.get(id)?.name ?? '';
      return `${name}: класс учит этот предмет по группам, отметки лягут на новую страницу всего класса`;
    });
}

const EMPTY = { newLessons: [], newWorks: [], cells: [], same: 0, notes: [] } as const;

/** The plan, where the class and every name are decided. */
export function planMarksImport(db: ReadableDb, files: MarksFiles, matched: MatchedMarks) {
  const pupils = idsOfNames({ ...matched.pupils, ours: [] });
  const subjects = idsOfNames(matched.subjects);
  if (matched.classTaken === null || pupils === undefined || subjects === undefined) {
    return undefined;
  }
  const known = subjectsOf(db, subjects);
  const { report, gradeSheet } = files;
  const ground = groundOf(db, matched, known);
  const plan =
    report === undefined
      ? EMPTY
      : planMarks(mergeSubjects(report, subjects.ids), pupils.ids, ground);
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
    subjects: known,
    present: new Map(
      present.map(([periodId, subjectId, pupilId, version, value, note]) => [
        `${periodId}:${subjectId}:${pupilId}`,
        { version, value, note },
      ]),
    ),
  });
  const parted = subjectsInParts(db, matched, new Set(subjects.ids.values()), known);
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
    ...parted.map((text) => ({ kind: 'notice' as const, text })),
  ];
  return { plan, periodPlan, pupils, subjects, known, counts, notes };
}
export type PlannedMarks = NonNullable<ReturnType<typeof planMarksImport>>;
