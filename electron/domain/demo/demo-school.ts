import type { IsoDate } from '../calendar/iso-date';
import { MONTH_NAMES } from '../calendar/month-names';
import { DEFAULT_WORK_KINDS } from '../marks/work-kinds';
import { defaultPeriods, startYearOf } from '../school/default-periods';
import { DEFAULT_SUBJECTS } from '../school/default-subjects';
import { SHOW_CLASS, type ClassPlan } from './classes';
import { dataCheckRows } from './data-checks';
import { familyRegistrar } from './families';
import { lastYearRows } from './last-year';
import type { Load } from './load';
import { enrol, registrarOf, rosterAtEnd, type Roster } from './pupils';
import { randomOf } from './random';
import type { DemoRows } from './rows';
import { firstStaff, nextStaff, recruiterOf, type Staff, type StaffMember } from './staff';
import { ELECTIVE } from './special-groups';
import type { LastIds } from './structure';
import { makeYear, pupilRows, type DemoPiece } from './year';

export type { DemoPiece, DemoStep } from './year';

/** Somebody to log in as: the accounts themselves are made by whoever asked for the school. */
export type DemoPerson = {
  readonly staffId: number;
  readonly login: string;
  readonly roles: readonly (
    | 'director'
    | 'deputy'
    | 'administrator'
    | 'secretary'
    | 'classTeacher'
    | 'teacher'
  )[];
};

export type DemoPlan = {
  readonly seed: number;
  /** The day up to which the journal is filled, itself left empty. */
  readonly today: IsoDate;
  /** How many school years, the last being the one `today` lies in (in summer: the one just over). */
  readonly years: number;
  readonly classes: readonly ClassPlan[];
};

function staffRows(members: readonly StaffMember[]): DemoRows['staff'] {
  return members.map(({ id, name, position, hiredOn }) => [
    id,
    name.lastName,
    name.firstName,
    name.middleName,
    position,
    hiredOn,
  ]);
}

const everybody = ({ director, deputy, secretary, administrator, teachers }: Staff) => [
  director,
  deputy,
  secretary,
  administrator,
  ...teachers,
];

const dictionaryRows = (): Pick<DemoRows, 'subjects' | 'workKinds'> => ({
  subjects: [...DEFAULT_SUBJECTS, ELECTIVE].map((subject, index) => [
    index + 1,
    subject.name,
    subject.shortName,
    subject.grading,
    'scaleId' in subject ? subject.scaleId : FIVE_POINT_SCALE,
    index + 1,
  ]),
  workKinds: DEFAULT_WORK_KINDS.map(({ name, shortName, weight, written }, index) => [
    index + 1,
    name,
    shortName,
    weight,
    written ? 1 : 0,
    index + 1,
  ]),
});

const FIVE_POINT_SCALE = 1;
const MAIN_BUILDING = 1;

/** Each teacher's room; who comes later takes over the room of who left. */
const roomRows = ({ teachers }: Staff): Pick<DemoRows, 'buildings' | 'rooms'> => ({
  buildings: [[MAIN_BUILDING, 'Основное здание', 'ул. Школьная, д. 1']],
  rooms: teachers.map(({ roomId, room }) => [roomId, MAIN_BUILDING, room]),
});

/** The class teacher leads the class that screens are shown on; the other teacher leads none. */
function peopleOf(staff: Staff, { assignments, homerooms }: Load, classes: readonly ClassPlan[]) {
  const { director, deputy, administrator, secretary } = staff;
  const shown = classes.findIndex(
    ({ grade, letter }) => grade === SHOW_CLASS.grade && letter === SHOW_CLASS.letter,
  );
  const classTeacher = homerooms[Math.max(0, shown)];
  const inShown = assignments.filter(({ classIndex }) => classIndex === Math.max(0, shown));
  const teacher = [...inShown, ...assignments]
    .flatMap(({ teachers }) => teachers)
    .find((one) => !homerooms.includes(one));
  const people: DemoPerson[] = [
    { staffId: director.id, login: 'director', roles: ['director'] },
    { staffId: deputy.id, login: 'zavuch', roles: ['deputy'] },
    { staffId: administrator.id, login: 'admin', roles: ['administrator'] },
    { staffId: secretary.id, login: 'secretary', roles: ['secretary'] },
  ];
  if (classTeacher !== undefined) {
    const roles = ['classTeacher', 'teacher'] as const;
    people.push({ staffId: classTeacher.id, login: 'klassruk', roles });
  }
  if (teacher !== undefined) {
    people.push({ staffId: teacher.id, login: 'teacher', roles: ['teacher'] });
  }
  return people;
}

/**
 * The demonstration school, piece by piece, for an empty journal: the rows of each piece refer only
 * to its own and earlier ones. All names are invented. The same plan gives the same rows.
 * Returns whom to make accounts for.
 */
export function* makeDemoSchool(plan: DemoPlan): Generator<DemoPiece, readonly DemoPerson[]> {
  const { seed, today, years, classes } = plan;
  const random = randomOf(seed);
  const recruiter = recruiterOf(random.fork('staff names'));
  const register = registrarOf(random.fork('pupils'));
  const families = familyRegistrar();
  const lastYear = startYearOf(today);
  const last: LastIds = {
    schoolClass: 0,
    membership: 0,
    group: 0,
    groupMembership: 0,
    page: 0,
    lesson: 0,
    period: 0,
    order: 0,
    movement: 0,
  };
  let staff: Staff | undefined;
  let roster: Roster = [];
  let people: readonly DemoPerson[] = [];

  for (let index = 0; index < years; index += 1) {
    const startYear = lastYear - years + 1 + index;
    const calendar = defaultPeriods(startYear);
    const own = random.fork(`year ${startYear}`);
    const share = (done: number) => (index + done) / years;

    if (staff === undefined) {
      staff = firstStaff(recruiter, classes, calendar.startsOn, own.fork('staff'));
      const rows = { ...dictionaryRows(), ...roomRows(staff), staff: staffRows(everybody(staff)) };
      yield { step: 'people', done: 0, rows };
    } else {
      const next = nextStaff(recruiter, staff, calendar.startsOn, own.fork('staff'));
      staff = next.staff;
      const dismissals = next.left.map(({ id }) => [`${startYear}-08-25`, id] as const);
      const rows = { staff: staffRows(next.hired), dismissals };
      yield { step: 'people', done: share(0), rows };
    }

    const known = new Set(roster.flatMap((pupils) => pupils.map((pupil) => pupil.id)));
    roster = enrol(roster, classes, startYear, register);
    const enrolled = roster.flat().filter(({ id }) => !known.has(id));
    const ofEnrolled = families(enrolled, calendar.startsOn);
    yield { step: 'people', done: share(0), rows: { pupils: pupilRows(enrolled), ...ofEnrolled } };

    const year = makeYear(
      {
        id: index + 1,
        startYear,
        calendar,
        today,
        over: index < years - 1,
        classes,
        roster,
        staff,
      },
      { register, families },
      last,
      own,
    );
    let piece = year.next();
    for (; piece.done !== true; piece = year.next()) {
      yield { ...piece.value, done: share(piece.value.done) };
    }
    if (index === years - 1) {
      const checks = dataCheckRows({
        classes,
        members: piece.value.members,
        firstClassId: last.schoolClass - classes.length + 1,
        startsOn: calendar.startsOn,
        today,
        name: `${MONTH_NAMES[Number(today.slice(5, 7)) - 1] ?? ''} ${today.slice(0, 4)}`,
      });
      yield { step: 'periodMarks', done: 1, rows: checks };
    }
    if (index === 0) {
      const { memberships, groupMemberships, load } = piece.value;
      const rows = lastYearRows(
        years + 1,
        {
          startYear,
          startsOn: calendar.startsOn,
          classes,
          firstClassId: 1,
          roster,
          homerooms: load.homerooms.map(({ id }) => id),
          memberships,
          groupMemberships,
        },
        { subjectId: 1, dueOn: `${startYear}-12-25` },
        last,
      );
      yield { step: 'people', done: share(1), rows };
    }
    roster = rosterAtEnd(piece.value.members);
    people = peopleOf(staff, piece.value.load, classes);
  }
  return people;
}
