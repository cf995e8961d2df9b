import type { Curriculum, CurriculumItem } from '#contract/curriculum';
import { findCalendar } from '#db/queries/calendar';
import { findClassSetup, findClassSetups } from '#db/queries/classes';
import {
  findCurriculum,
  findCurriculumItem,
  findCurriculumSubjects,
  saveCurriculumItem,
  subjectExists,
} from '#db/queries/curriculum';
import { findYearOr } from '#db/queries/school';
import { schoolWeeksOf } from '#domain/curriculum/school-weeks';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
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
    one.grading === other.grading);

/** Changes cells of the curriculum (КИА 4.1.8), all of them or none. */
export function setCurriculum(
  { db, record }: Writing,
  { cells }: { readonly cells: readonly Cell[] },
): void {
  for (const { classId, subjectId, before, after } of cells) {
    if (findClassSetup(db, classId) === undefined) refuse('NOT_FOUND', { what: 'class' });
    if (!subjectExists(db, subjectId)) refuse('NOT_FOUND', { what: 'subject' });
    const current = findCurriculumItem(db, classId, subjectId) ?? null;
    if (!same(current, before)) refuse('CONFLICT', { current });
    if (same(before, after)) continue;
    saveCurriculumItem(db, classId, subjectId, after);
    record('curriculum', `${classId}:${subjectId}`, before, after);
  }
}
