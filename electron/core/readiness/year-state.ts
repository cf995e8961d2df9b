import { findClassSetups } from '#db/queries/classes';
import { findCurriculum, findCurriculumSubjects } from '#db/queries/curriculum';
import { findDutyPeople } from '#db/queries/duties';
import { findTeacherSubjects } from '#db/queries/load';
import { findPupilsOn } from '#db/queries/people';
import { findOpenAccounts } from '#db/queries/readiness';
import type { YearRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { dayWithin, type IsoDate } from '#domain/calendar/iso-date';
import { compareClassNames, formatClassName } from '#domain/people/class-name';
import { compareNames, shortName } from '#domain/people/name';
import type { Role } from '#domain/people/roles';
import { groundOfYear } from '../timetable/ground-of-year';

export type WorkingPerson = {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly Role[];
};

/** Who works here, with all roles of an account that opens; in the order of names. */
function workingPeople(db: ReadableDb, today: IsoDate): ReadonlyMap<number, WorkingPerson> {
  const byId = Map.groupBy(findDutyPeople(db, today), ({ staffId }) => staffId);
  return new Map(
    [...byId.values()]
      .flatMap((own) => own[0] ?? [])
      .sort(compareNames)
      .map((row) => {
        const roles = (byId.get(row.staffId) ?? []).flatMap(({ role }) => role ?? []);
        return [row.staffId, { id: row.staffId, name: shortName(row), roles }];
      }),
  );
}

/** What several sections of the readiness are told from, read once. */
export function yearState(db: ReadableDb, year: YearRow, today: IsoDate) {
  const day = dayWithin(year, today);
  const classes = findClassSetups(db, year.id).sort(compareClassNames);
  return {
    db,
    year,
    today,
    /** Of the year: its first one before it begins. */
    day,
    classes,
    className: new Map(classes.map((one) => [one.id, formatClassName(one)])),
    people: workingPeople(db, today),
    pupils: findPupilsOn(db, year.id, day),
    ground: groundOfYear(db, year.id, day),
    curriculum: findCurriculum(db, year.id),
    subjectName: new Map(findCurriculumSubjects(db, year.id).map(({ id, name }) => [id, name])),
    teaches: findTeacherSubjects(db),
    open: findOpenAccounts(db),
  };
}
export type YearState = ReturnType<typeof yearState>;
