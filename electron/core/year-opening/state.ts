import type { OpeningState } from '#contract/year-opening';
import { findCalendar } from '#db/queries/calendar';
import { findHolidays, findPeriods } from '#db/queries/school';
import { findSubjects } from '#db/queries/subjects';
import { findBellSchedules, findWorkingStaff, findYearClasses } from '#db/queries/year-opening';
import type { ReadableDb } from '#db/statement';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, shortName } from '#domain/people/name';
import { suggestClasses } from '#domain/year-opening/next-classes';
import { nextYearDraft } from '#domain/year-opening/next-year';
import type { Reading } from '../unit-of-work';
import { findOpening } from './opening';
import { planStructure } from './steps';

function calendarOf(db: ReadableDb, yearId: number) {
  const { specialDays } = findCalendar(db, yearId);
  return { holidays: findHolidays(db, yearId), specialDays };
}

/** Where the opening of the next year stands, and what each step would make (S8). */
export function openingState({ db, today }: Reading): OpeningState {
  const { from, to, done, finished } = findOpening(db, today);
  const old = findYearClasses(db, from.id);
  const staff = findWorkingStaff(db);
  const works = new Set(staff.map(({ id }) => id));
  const made = to === undefined ? [] : findYearClasses(db, to.id);
  const known = new Set(made.map(formatClassName));
  const drafts = suggestClasses(old, (id) => works.has(id)).filter(
    (one) => !done.includes('classes') && !known.has(formatClassName(one)),
  );
  const oldNames = new Map(old.map((one) => [one.id, formatClassName(one)]));
  const classes = [
    ...made.map((one) => ({ ...one, exists: true })),
    ...drafts.map((one) => ({ ...one, exists: false })),
  ].map(({ grade, letter, homeroomTeacherId, shift, studyDays, profile, continuesId, exists }) => ({
    grade,
    letter,
    homeroomTeacherId,
    shift,
    studyDays,
    profile,
    roomId: null,
    continuesId,
    exists,
    name: formatClassName({ grade, letter }),
    continues: continuesId === null ? null : (oldNames.get(continuesId) ?? null),
  }));
  const plan = planStructure(db, from.id, to?.id ?? 0);
  const classNames = new Map(made.map((one) => [one.id, formatClassName(one)]));
  const subjects = new Map(findSubjects(db).map(({ id, name }) => [id, name]));
  const newPeriods = to === undefined ? [] : findPeriods(db, to.id);
  const draft = nextYearDraft({
    startsOn: from.startsOn,
    periods: findPeriods(db, from.id),
    holidays: findHolidays(db, from.id),
    specialDays: findCalendar(db, from.id).specialDays,
  });
  const settled = newPeriods.flatMap(({ kind, ...rest }) =>
    kind === 'year' ? [] : [{ kind, ...rest }],
  );
  return {
    from,
    to: to ?? null,
    done,
    finished,
    dates:
      to === undefined || settled.length === 0
        ? draft
        : { ...to, periods: settled, ...calendarOf(db, to.id) },
    bellSchedules: findBellSchedules(db, from.id).length,
    classes: classes.toSorted(
      (a, b) => a.grade - b.grade || a.letter.localeCompare(b.letter, 'ru'),
    ),
    teachers: staff.sort(compareNames).map((one) => ({ id: one.id, name: shortName(one) })),
    structure: {
      curriculum: { make: plan.curriculum.length, kept: plan.kept.curriculum },
      groups: { make: plan.groups.length, kept: plan.kept.groups },
      load: {
        make: plan.load.length,
        kept: plan.kept.load,
        without: plan.load
          .filter(({ staffId }) => staffId === null)
          .map(({ classId, subjectId }) => ({
            className: classNames.get(classId) ?? '',
            subject: subjects.get(subjectId) ?? '',
          })),
      },
    },
  };
}
