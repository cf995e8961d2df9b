import type { Curriculum, CurriculumItem } from '#contract/curriculum';
import { classHasMarks } from '#db/queries/assessment';
import { findCalendar } from '#db/queries/calendar';
import { findClassSetup, findClassSetups } from '#db/queries/classes';
import {
  findCurriculum,
  findCurriculumItem,
  findCurriculumSubjects,
  findCurriculumSubject,
  saveCurriculumItem,
} from '#db/queries/curriculum';
import { findScales } from '#db/queries/dictionaries';
import { hasFinalMarks } from '#db/queries/final-marks';
import { findYearOr } from '#db/queries/school';
import { schoolWeeksOf } from '#domain/curriculum/school-weeks';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
import { finalKindsOf } from '#domain/periods/finals';
import { weekLimitOf } from '#domain/timetable/sanitary-limits';
import { refuse } from '../refuse';
import type { OfYear, Reading, Writing } from '../unit-of-work';

/** The curriculum of a year: classes with their limits and weeks, subjects, and what stands where. */
export function curriculum({ db, today }: Reading, { yearId }: OfYear): Curriculum {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const calendar = findCalendar(db, year.id);
  const weeks = new Map<string, number>();
  const weeksOf = (grade: number, studyDays: 5 | 6): number => {
    const key = `${grade}:${studyDays}`;
    const known = weeks.get(key) ?? schoolWeeksOf(grade, studyDays, year, calendar);
    weeks.set(key, known);
    return known;
  };
  return {
    yearName: year.name,
    classes: findClassSetups(db, year.id)
      .sort(compareClassNames)
      .map(({ id, grade, letter, studyDays }) => ({
        id,
        grade,
        name: formatClassName({ grade, letter }),
        studyDays,
        weeks: weeksOf(grade, studyDays),
        limit: weekLimitOf(grade, studyDays),
      })),
    subjects: findCurriculumSubjects(db, year.id),
    items: findCurriculum(db, year.id),
    scales: findScales(db).map(({ id, name, highest }) => ({ id, name, highest })),
  };
}

type Cell = {
  readonly classId: number;
  readonly subjectId: number;
  readonly before: CurriculumItem | null;
  readonly after: CurriculumItem | null;
};

const same = (one: CurriculumItem | null, other: CurriculumItem | null) =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.hoursPerWeek === other.hoursPerWeek &&
    one.hoursPerYear === other.hoursPerYear &&
    one.part === other.part &&
    one.grading === other.grading &&
    one.scaleId === other.scaleId &&
    one.finals === other.finals);

/** How a class is assessed in a subject: as its line says, or the subject. */
function assessedBy(
  subject: { readonly grading: string; readonly scaleId: number },
  item: CurriculumItem | null,
): string {
  const grading = item?.grading ?? subject.grading;
  return grading === 'marks' ? `${grading} ${item?.scaleId ?? subject.scaleId}` : grading;
}

/**
 * Changes cells of the curriculum (КИА 4.1.8), all of them or none. How a class is assessed may change
 * only while it has no mark in the subject: another way begins with the next year's curriculum.
 */
export function setCurriculum(
  { db, record }: Writing,
  { cells }: { readonly cells: readonly Cell[] },
): void {
  for (const { classId, subjectId, before, after } of cells) {
    if (findClassSetup(db, classId) === undefined) refuse('NOT_FOUND', { what: 'class' });
    const subject =
      findCurriculumSubject(db, subjectId) ?? refuse('NOT_FOUND', { what: 'subject' });
    const current = findCurriculumItem(db, classId, subjectId) ?? null;
    if (!same(current, before)) refuse('CONFLICT', { current });
    if (same(before, after)) continue;
    const { scaleId = null } = after ?? {};
    if (scaleId !== null && !findScales(db).some(({ id }) => id === scaleId)) {
      refuse('NOT_FOUND', { what: 'scale' });
    }
    const otherwise = assessedBy(subject, before) !== assessedBy(subject, after);
    if (otherwise && classHasMarks(db, classId, subjectId)) refuse('INVALID', { why: 'hasMarks' });
    const kept = finalKindsOf(after?.finals ?? 'none');
    const lost = finalKindsOf(before?.finals ?? 'none').filter((kind) => !kept.includes(kind));
    if (lost.some((kind) => hasFinalMarks(db, { classId, subjectId, kind }))) {
      refuse('INVALID', { why: 'hasFinalMarks' });
    }
    saveCurriculumItem(db, classId, subjectId, after);
    record('curriculum', `${classId}:${subjectId}`, before, after);
  }
}
