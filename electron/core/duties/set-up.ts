import { findClassSetups } from '#db/queries/classes';
import { findPeriods, findYears } from '#db/queries/school';
import type { Duty } from '#domain/duties/duty';
import { setUpOwed, yearUnopenedOwed } from '#domain/duties/school-duties';
import { sectionFacts } from '#domain/readiness/sections';
import { readinessItems } from '../readiness/readiness';
import type { DutyGround } from './ground';
import { asks, roleHeld } from './of-school';

const OF_SCHOOL = { staffId: null, classIds: [], where: '' } as const;

/**
 * The sections of the coming year, else of this one, that are not done (D3). Plans are their teachers':
 * the deputy is told how many are missing.
 */
export function dutiesOfSetUp(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'administrator', 'deputy', 'secretary')) return [];
  const { db, today } = ground;
  const year = findYears(db).find(({ startsOn }) => startsOn > today) ?? ground.year;
  const { regulation, items } = readinessItems(db, year, today);
  const periods = findPeriods(db, year.id).filter(({ kind }) => kind !== 'year');
  return items.flatMap((item): readonly Duty[] => {
    const { title, by, term } = sectionFacts(item.section);
    const plans = item.section === 'plans';
    const ofSchool = by.filter((one) => one !== 'teacher' && one !== 'classTeacher');
    const role = roleHeld(ground, plans ? ['deputy', 'administrator'] : ofSchool);
    const owed = setUpOwed(regulation, item, year, periods, today);
    if (role === undefined || owed === undefined) return [];
    const duty = { ...OF_SCHOOL, role, group: `${year.id} ${term}`, ...owed };
    if (!plans) {
      return [{ ...duty, kind: 'setUp', place: { at: 'readiness', yearId: year.id }, what: title }];
    }
    const count = item.missing.length;
    return count === 0 ? [] : [{ ...duty, kind: 'plansMissing', place: { at: 'plans' }, count }];
  });
}

/** The year after this one, once this one is over (S8). */
export function dutiesOfYearOpening(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'administrator')) return [];
  const { db, year, today, regulation } = ground;
  const next = findYears(db).find(({ startsOn }) => startsOn > year.startsOn);
  const owed = yearUnopenedOwed(
    regulation(today),
    year,
    next && { classes: findClassSetups(db, next.id).length },
    today,
  );
  if (owed === undefined) return [];
  return [
    {
      ...OF_SCHOOL,
      kind: 'yearUnopened',
      role: 'administrator',
      group: 'year',
      place: { at: 'yearOpening' },
      ...owed,
    },
  ];
}
