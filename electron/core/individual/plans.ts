import type { IndividualPlans, PlanPupil } from '#contract/individual';
import { findClassSetups } from '#db/queries/classes';
import { findCurriculum, findCurriculumSubjects } from '#db/queries/curriculum';
import {
  findClassesOfPupil,
  findPlanItems,
  findPlans,
  groupHasLessons,
} from '#db/queries/individual-plans';
import { findPagesOfYear, findTeachersOfYear } from '#db/queries/journal-page';
import { findPupilsOn } from '#db/queries/people';
import { findYearOr } from '#db/queries/school';
import { dayWithin, type IsoDate } from '#domain/calendar/iso-date';
import { isOn } from '#domain/groups/membership';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName, shortName } from '#domain/people/name';
import { refuse } from '../refuse';

import type { OfYear, Reading } from '../unit-of-work';

/** The class a pupil is in on a day of the year, or was in last. */
export function classOfPupil(db: Reading['db'], pupilId: number, yearId: number, day: IsoDate) {
  const times = findClassesOfPupil(db, pupilId).filter((one) => one.yearId === yearId);
  return times.find((one) => isOn(one, day)) ?? times.at(-1);
}

/** Who teaches the pages of groups of one now, by group and subject. */
function teachersOfPages(db: Reading['db'], yearId: number, day: IsoDate) {
  const teachers = Map.groupBy(
    findTeachersOfYear(db, yearId).filter(({ fromDate: from, toDate: to }) =>
      isOn({ from, to }, day),
    ),
    ({ pageId }) => pageId,
  );
  return new Map(
    findPagesOfYear(db, yearId)
      .filter(({ groupKind }) => groupKind === 'individual')
      .map((page) => [
        `${page.groupId}:${page.subjectId}`,
        (teachers.get(page.id) ?? []).map((one) => shortName(one)),
      ]),
  );
}

/** The individual plans of a year (S5), with all that is needed to make one. */
export function individualPlans({ db, today }: Reading, { yearId }: OfYear): IndividualPlans {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const day = dayWithin(year, today);
  const names = new Map(findCurriculumSubjects(db, year.id).map(({ id, name }) => [id, name]));
  const items = Map.groupBy(findPlanItems(db, year.id), ({ planId }) => planId);
  const teachers = teachersOfPages(db, year.id, day);
  const classNames = new Map(
    findClassSetups(db, year.id).map((one) => [one.id, formatClassName(one)]),
  );
  const pupils = findPupilsOn(db, year.id, day)
    .sort(compareNames)
    .map((pupil): PlanPupil => ({
      id: pupil.id,
      name: fullName(pupil),
      classId: pupil.classId,
      className: formatClassName(pupil),
    }));
  return {
    yearId: year.id,
    year: { startsOn: year.startsOn, endsOn: year.endsOn },
    pupils,
    curriculum: findCurriculum(db, year.id).map(([classId, subjectId, hoursPerWeek]) => ({
      classId,
      subjectId,
      subjectName: names.get(subjectId) ?? '',
      hoursPerWeek,
    })),
    plans: findPlans(db, year.id).map((plan) => {
      const own = items.get(plan.id) ?? [];
      const place = classOfPupil(db, plan.pupilId, year.id, plan.from);
      return {
        id: plan.id,
        pupilId: plan.pupilId,
        pupilName: fullName(plan),
        classId: place?.classId ?? 0,
        className: classNames.get(place?.classId ?? 0) ?? '',
        from: plan.from,
        to: plan.to,
        reason: plan.reason,
        items: own.map(({ subjectId, mode, hoursPerWeek, groupId }) => ({
          subjectId,
          mode,
          hoursPerWeek,
          subjectName: names.get(subjectId) ?? '',
          teachers: teachers.get(`${groupId}:${subjectId}`) ?? [],
        })),
        removable: !own.some(({ groupId }) => groupId !== null && groupHasLessons(db, groupId)),
      };
    }),
  };
}
