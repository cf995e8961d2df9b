import { formatHours } from '../curriculum/totals';
import type { BellFacts, ClassFacts, PageFacts, ReadinessFacts } from './facts';
import type { ReadinessSection } from './sections';

/** One thing a section asks for: its name, as said where it is missing, and whether it is there. */
export type Need = { readonly name: string; readonly met: boolean };

/**
 * What a section asks for: things that are counted, or one that is there or not (`whole`). Without any
 * need it waits for the section `after`, or asks for nothing.
 */
export type Needs = {
  readonly needs: readonly Need[];
  readonly whole?: boolean;
  readonly after?: ReadinessSection;
};

const whole = (need: Need): Needs => ({ needs: [need], whole: true });

const isFor = (one: { readonly gradeFrom: number; readonly gradeTo: number }, grade: number) =>
  one.gradeFrom <= grade && grade <= one.gradeTo;

/** Each class asks for it; where there are no classes yet, that there is any at all. */
function perClass(
  classes: readonly ClassFacts[],
  met: (one: ClassFacts) => boolean,
  some: Need,
): Needs {
  if (classes.length === 0) return whole(some);
  return { needs: classes.map((one) => ({ name: one.name, met: met(one) })) };
}

/** The classes that were made, where the section cannot begin before them. */
const ofClasses = (
  classes: readonly ClassFacts[],
  need: (one: ClassFacts) => Need | undefined,
): Needs => ({
  needs: classes.flatMap((one) => need(one) ?? []),
  ...(classes.length === 0 && { after: 'classes' }),
});

/** Bells ring for the class on each of its school days (ТИП А.13). */
function rings(bells: readonly BellFacts[], { grade, shift, studyDays }: ClassFacts): boolean {
  const own = bells.filter(
    (one) => one.bells > 0 && !one.onDate && one.shift === shift && isFor(one, grade),
  );
  const days = Array.from({ length: studyDays }, (_, index) => index + 1);
  return days.every((day) => own.some(({ weekday }) => weekday === null || weekday === day));
}

/** Every hour of the class's pages stands in the timetable, and there are some (ЭЛЖ 1.2.5). */
function timetableOf(pages: readonly PageFacts[], { id, name }: ClassFacts): Need {
  const own = pages.filter(({ classIds, hours }) => hours > 0 && classIds.includes(id));
  const left = own.reduce((sum, { hours, placed }) => sum + Math.max(0, hours - placed), 0);
  const met = own.length > 0 && left === 0;
  return { name: met || left === 0 ? name : `${name} (${formatHours(left)} ч)`, met };
}

const RULES: Readonly<Record<ReadinessSection, (facts: ReadinessFacts) => Needs>> = {
  profile: ({ profile: { address, phone } }) => ({
    needs: [
      { name: 'адрес', met: address !== '' },
      { name: 'телефон', met: phone !== '' },
    ],
  }),
  // The year itself is no period of study: lessons are held in its parts.
  periods: ({ classes, periods }) => {
    const parts = periods.filter(({ kind }) => kind !== 'year');
    return perClass(classes, ({ grade }) => parts.some((one) => isFor(one, grade)), {
      name: 'четверти, триместры или полугодия',
      met: parts.length > 0,
    });
  },
  holidays: ({ classes, holidays }) =>
    perClass(classes, ({ grade }) => holidays.some((one) => isFor(one, grade)), {
      name: 'каникулы',
      met: holidays.length > 0,
    }),
  bells: ({ classes, bells }) =>
    perClass(classes, (one) => rings(bells, one), {
      name: 'расписание звонков',
      met: bells.some((one) => one.bells > 0 && !one.onDate),
    }),
  rooms: ({ rooms }) => whole({ name: 'кабинеты и места занятий', met: rooms > 0 }),
  staff: ({ staff }) => ({
    needs: [
      { name: 'директор', met: staff.director },
      { name: 'заместитель директора по УВР', met: staff.deputy },
      ...(staff.subjects.length === 0
        ? [{ name: 'учителя', met: staff.teachers > 0 }]
        : staff.subjects.map(({ name, taught }) => ({ name: `учитель: ${name}`, met: taught }))),
    ],
  }),
  classes: ({ classes }) =>
    classes.length === 0
      ? whole({ name: 'классы', met: false })
      : { needs: classes.map(({ name, led }) => ({ name, met: led })) },
  pupils: ({ classes }) => ofClasses(classes, ({ name, pupils }) => ({ name, met: pupils > 0 })),
  subjects: ({ classes }) =>
    ofClasses(classes, ({ name, subjects }) => ({ name, met: subjects > 0 })),
  groups: ({ groups }) => ({
    needs: groups.map(({ name, pupils, left }) => ({
      name: pupils > left ? `${name} (${left})` : name,
      met: pupils > 0 && left === 0,
    })),
  }),
  individual: ({ individual }) => ({
    needs: individual.map(({ name, subjects, untaught }) => ({
      name,
      met: subjects > 0 && untaught === 0,
    })),
  }),
  load: ({ load }) => ({
    needs: load.map(({ name, given }) => ({ name, met: given })),
    after: 'subjects',
  }),
  accounts: ({ accounts }) => ({
    needs: accounts.map(({ name, open }) => ({ name, met: open })),
    after: 'load',
  }),
  timetable: ({ classes, pages }) => ofClasses(classes, (one) => timetableOf(pages, one)),
  plans: ({ pages }) => ({
    needs: pages.map(({ name, teachers, planFilled }) => ({
      name: [name, ...teachers].join(' — '),
      met: planFilled,
    })),
    after: 'load',
  }),
  controlWorks: ({ classes, controlled }) =>
    ofClasses(classes, ({ id, name, marked }) =>
      marked ? { name, met: controlled.has(id) } : undefined,
    ),
};

/** What a section asks for, by the journal's state. */
export function needsOf(section: ReadinessSection, facts: ReadinessFacts): Needs {
  const found = RULES[section](facts);
  // Where nobody learns yet, it is not known that nobody is divided or learns by a plan of one's own.
  const unknown =
    (section === 'groups' || section === 'individual') &&
    facts.classes.every(({ pupils }) => pupils === 0);
  return unknown && found.needs.length === 0 ? { needs: [], after: 'pupils' } : found;
}
