import { findBellSchedules } from '#db/queries/bells';
import { findPlanItems, findPlans } from '#db/queries/individual-plans';
import { findFilledPlans, findPagePlans } from '#db/queries/plans';
import { findProfile } from '#db/queries/profile';
import { findControlledPages } from '#db/queries/readiness';
import { findHolidays, findPeriods } from '#db/queries/school';
import { findPlaced } from '#db/queries/timetable-editor';
import { pageWords } from '#domain/duties/words';
import { isOn } from '#domain/groups/membership';
import { stateOf } from '#domain/load/need';
import { hoursOn } from '#domain/load/page-teachers';
import { formatClassName, formatClassNames } from '#domain/people/class-name';
import { compareNames, shortName } from '#domain/people/name';
import type { ReadinessFacts } from '#domain/readiness/facts';
import { marksInGrade } from '#domain/regulation/deadlines';
import type { Regulation } from '#domain/regulation/regulation';
import { weightOf } from '#domain/timetable/unplaced';
import { loadLines } from '../load/load';
import { signerOf } from '../profile/signer';
import { versionsOf } from '../timetable/versions';
import { groupsLeft } from './groups-left';
import type { YearState } from './year-state';

const LEADS = ['director', 'deputy', 'administrator', 'secretary'] as const;

/** Hours a week of each page in the timetable that is in force on the day. */
function placedHours({ db, year, day }: YearState): ReadonlyMap<number, number> {
  const version = versionsOf(db, year, day).find(({ state }) => state === 'now');
  const hours = new Map<number, number>();
  if (version === undefined) return hours;
  for (const { pageId, week } of findPlaced(db, version.id)) {
    const weight = weightOf({ week }, version.cycleFrom !== null);
    hours.set(pageId, (hours.get(pageId) ?? 0) + weight);
  }
  return hours;
}

/** Pages that are taught; one without a teacher only where no other of its class's subject is. */
function taughtPages({ ground, classes }: YearState) {
  const key = ({ classIds, subjectId }: (typeof ground.pages)[number]) =>
    `${classIds[0]} ${subjectId}`;
  const taught = new Set(ground.pages.filter(({ teacherIds }) => teacherIds.length > 0).map(key));
  const byId = new Map(classes.map((one) => [one.id, one]));
  return ground.pages
    .filter((page) => page.teacherIds.length > 0 || (!taught.has(key(page)) && page.hours > 0))
    .map((page) => ({
      page,
      name: pageWords({
        className: formatClassNames(page.classIds.flatMap((id) => byId.get(id) ?? [])),
        groupName: page.groupName,
        subjectName: page.subjectName,
      }),
    }));
}

function pagesOf(state: YearState): ReadinessFacts['pages'] {
  const { db, year, people } = state;
  const placed = placedHours(state);
  const planOf = findPagePlans(db, year.id);
  const filled = findFilledPlans(db, year.id);
  return taughtPages(state).map(({ page, name }) => ({
    name,
    classIds: page.classIds,
    teachers: page.teacherIds.flatMap((id) => people.get(id)?.name ?? []),
    hours: page.hours,
    placed: placed.get(page.id) ?? 0,
    planFilled: filled.has(planOf.get(page.id) ?? 0),
  }));
}

function loadOf({ db, year, day }: YearState): ReadinessFacts['load'] {
  return loadLines(db, year.id)
    .filter(({ planned }) => planned > 0)
    .map(({ kind, className, subjectName, planned, cells }) => {
      const hours = cells.map(({ groupName, teachers }) => ({
        apart: kind === 'class' && groupName !== '',
        given: hoursOn(teachers, day),
      }));
      const whole = hours.reduce((sum, { apart, given }) => (apart ? sum : sum + given), 0);
      const groups = hours.filter(({ apart }) => apart).map(({ given }) => given);
      return {
        name: pageWords({ className, groupName: '', subjectName }),
        given: stateOf({ planned, whole, groups }) !== 'missing',
      };
    });
}

function individualOf(state: YearState): ReadinessFacts['individual'] {
  const { db, year, day, ground, pupils } = state;
  const items = Map.groupBy(findPlanItems(db, year.id), ({ planId }) => planId);
  const taught = new Set(
    ground.pages
      .filter(({ teacherIds }) => teacherIds.length > 0)
      .map(({ groupId, subjectId }) => `${groupId} ${subjectId}`),
  );
  const classOf = new Map(pupils.map((pupil) => [pupil.id, formatClassName(pupil)]));
  return findPlans(db, year.id)
    .filter((plan) => isOn(plan, day))
    .sort(compareNames)
    .map((plan) => {
      const own = items.get(plan.id) ?? [];
      return {
        name: [shortName(plan), classOf.get(plan.pupilId)].filter(Boolean).join(', '),
        subjects: own.length,
        untaught: own.filter(
          ({ mode, groupId, subjectId }) =>
            mode === 'individual' && !taught.has(`${groupId} ${subjectId}`),
        ).length,
      };
    });
}

function staffOf(state: YearState): ReadinessFacts['staff'] {
  const { db, people, curriculum, subjectName, teaches, ground } = state;
  const working = [...people.values()];
  const taught = new Set([
    ...teaches.filter(({ staffId }) => people.has(staffId)).map(({ subjectId }) => subjectId),
    ...ground.pages
      .filter(({ teacherIds }) => teacherIds.some((id) => people.has(id)))
      .map(({ subjectId }) => subjectId),
  ]);
  const planned = new Set(curriculum.map(([, subjectId]) => subjectId));
  return {
    director: signerOf(db, 'director') !== '',
    deputy: signerOf(db, 'deputy') !== '',
    teachers: working.filter(
      ({ roles }) =>
        roles.includes('teacher') || !roles.some((role) => LEADS.some((one) => one === role)),
    ).length,
    subjects: [...subjectName]
      .filter(([id]) => planned.has(id))
      .map(([id, name]) => ({ name, taught: taught.has(id) })),
  };
}

/** Everything the readiness of a year is told from (D3): some statements a section, none a class. */
export function readinessFacts(state: YearState, regulation: Regulation): ReadinessFacts {
  const { db, year, classes, className, people, pupils, curriculum, ground, open } = state;
  const profile = findProfile(db);
  const inClass = Map.groupBy(pupils, ({ classId }) => classId);
  const planned = Map.groupBy(curriculum, ([classId]) => classId);
  const controlled = findControlledPages(db, year.id);
  const leaders = classes.flatMap(({ homeroomTeacherId }) => homeroomTeacherId ?? []);
  const needed = new Set([...ground.pages.flatMap(({ teacherIds }) => teacherIds), ...leaders]);
  return {
    profile: {
      address: profile?.address ?? '',
      phone: profile?.phone ?? '',
    },
    periods: findPeriods(db, year.id),
    holidays: findHolidays(db, year.id),
    bells: findBellSchedules(db, year.id).flatMap(({ bells, uses }) =>
      uses.map((use) => ({ ...use, onDate: use.date !== null, bells: bells.length })),
    ),
    rooms: ground.rooms.length,
    staff: staffOf(state),
    classes: classes.map(({ id, grade, shift, studyDays, homeroomTeacherId }) => ({
      id,
      name: className.get(id) ?? '',
      grade,
      shift,
      studyDays,
      led: homeroomTeacherId !== null && people.has(homeroomTeacherId),
      pupils: inClass.get(id)?.length ?? 0,
      subjects: planned.get(id)?.length ?? 0,
      marked: marksInGrade(regulation, grade),
    })),
    groups: groupsLeft(state),
    individual: individualOf(state),
    load: loadOf(state),
    accounts: [...people.values()]
      .filter(({ id }) => needed.has(id))
      .map(({ id, name }) => ({ name, open: open.has(id) })),
    pages: pagesOf(state),
    controlled: new Set(
      ground.pages.filter(({ id }) => controlled.has(id)).flatMap(({ classIds }) => classIds),
    ),
  };
}
