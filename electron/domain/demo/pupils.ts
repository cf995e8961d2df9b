import { addDays, type IsoDate } from '../calendar/iso-date';
import type { SchoolDay } from './calendar';
import type { ClassPlan } from './classes';
import { personName, type PersonName, type Sex } from './names';
import type { Random } from './random';
import type { Area } from './works';

export type Pupil = {
  readonly id: number;
  readonly name: PersonName;
  readonly sex: Sex;
  readonly birthDate: IsoDate;
  /** Deviations from the usual pupil: they make the marks of one child alike. */
  readonly talent: number;
  readonly gifts: Readonly<Record<Area, number>>;
  readonly kind: 'excellent' | 'usual' | 'weak';
  /** How often ill, 1 being usual. */
  readonly frailty: number;
  readonly truant: boolean;
  /** Freed from physical education by a doctor. */
  readonly exempt: boolean;
};

/** A pupil in a class: from the first to the last of the year's school days given by their places. */
export type Member = {
  readonly pupil: Pupil;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly from: IsoDate;
  /** Undefined while the membership goes on. */
  readonly to: IsoDate | undefined;
  /** Which half of a class that is split in two. */
  readonly half: 0 | 1;
};

/** Takes children in, one after another, each with an id of its own. */
export type Registrar = (grade: number, startYear: number) => Pupil;

export function registrarOf(random: Random): Registrar {
  let lastId = 0;
  return (grade, startYear) => {
    lastId += 1;
    const sex: Sex = random.chance(0.5) ? 'male' : 'female';
    const kind = random.next();
    // From six and a half to seven and a half on the first day of grade 1.
    const eldest: IsoDate = `${startYear - grade - 6}-03-01`;
    return {
      id: lastId,
      name: personName(random, sex, 'child'),
      sex,
      birthDate: addDays(eldest, random.between(0, 364)),
      talent: random.normal() + (sex === 'female' ? 0.15 : -0.1),
      gifts: { humanities: random.normal(), science: random.normal(), practice: random.normal() },
      kind: kind < 0.07 ? 'excellent' : kind > 0.985 ? 'weak' : 'usual',
      frailty: 0.4 + 1.2 * random.next(),
      truant: random.chance(0.02),
      exempt: random.chance(0.012),
    };
  };
}

/** Classes by their place in the list of classes: who is in them on the first day of a year. */
export type Roster = readonly (readonly Pupil[])[];

/**
 * The classes of a year: everybody moves up a grade within the same letter, those above the size of
 * the next class and grade 11 leave, free places go to new children.
 */
export function enrol(
  before: Roster,
  classes: readonly ClassPlan[],
  startYear: number,
  register: Registrar,
): Roster {
  return classes.map(({ grade, letter, size }) => {
    const below = classes.findIndex((one) => one.grade === grade - 1 && one.letter === letter);
    const pupils = (before[below] ?? []).slice(0, size);
    while (pupils.length < size) pupils.push(register(grade, startYear));
    return pupils;
  });
}

/**
 * Everybody's membership, with the year's movement up to the day `pastDays`: here and there a child
 * leaves or arrives; one moves to the parallel class when the second quarter begins.
 */
export function membersOf(
  roster: Roster,
  classes: readonly ClassPlan[],
  year: {
    readonly startYear: number;
    readonly startsOn: IsoDate;
    readonly days: readonly SchoolDay[];
    readonly pastDays: number;
    readonly secondPeriodDay: number;
  },
  register: Registrar,
  random: Random,
): readonly (readonly Member[])[] {
  const { days, pastDays, secondPeriodDay, startYear, startsOn } = year;
  const lastDay = days.length - 1;
  const dateOf = (day: number) => days[day]?.date ?? startsOn;
  const someDay = () => random.between(8, pastDays - 2);
  const members = roster.map((pupils) =>
    random.shuffled(pupils).map((pupil, place): Member => ({
      pupil,
      firstDay: 0,
      lastDay,
      from: startsOn,
      to: undefined,
      half: place % 2 === 0 ? 0 : 1,
    })),
  );
  const leaves = (member: Member, day: number): Member => ({
    ...member,
    lastDay: day,
    to: dateOf(day),
  });

  for (const [index, { grade, letter }] of classes.entries()) {
    const here = members[index];
    const [first, second] = here ?? [];
    if (here === undefined || first === undefined || second === undefined) continue;
    if (pastDays > 20 && random.chance(0.3)) here[0] = leaves(first, someDay());
    if (pastDays > 20 && random.chance(0.3)) {
      const day = someDay();
      here.push({
        ...first,
        pupil: register(grade, startYear),
        firstDay: day,
        lastDay,
        from: dateOf(day),
        to: undefined,
      });
    }
    const parallel = classes.findIndex((one) => one.grade === grade && one.letter !== letter);
    if (grade === 6 && letter === 'А' && parallel >= 0 && pastDays > secondPeriodDay) {
      here[1] = leaves(second, secondPeriodDay - 1);
      const from = dateOf(secondPeriodDay);
      members[parallel]?.push({ ...second, firstDay: secondPeriodDay, from });
    }
  }
  return members.map((those) => those.toSorted((a, b) => a.pupil.id - b.pupil.id));
}

/** Who is still there when the year ends. */
export const rosterAtEnd = (members: readonly (readonly Member[])[]): Roster =>
  members.map((those) => those.filter(({ to }) => to === undefined).map((member) => member.pupil));
