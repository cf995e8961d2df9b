import type { MyDuties, SchoolDuties } from '#contract/duties';
import { isYearClosed } from '#db/queries/calendar';
import { findClasses, findYear } from '#db/queries/school';
import { isDutyOf, type Duty } from '#domain/duties/duty';
import { dutyLines } from '#domain/duties/lines';
import { formatClassName } from '#domain/people/class-name';
import type { Actor } from '#domain/people/roles';
import { minuteHere } from '../local-time';
import type { Reading } from '../unit-of-work';
import { dutyGround, type DutyGround } from './ground';
import { DUTY_SOURCES } from './sources';

/** The ground of today's year and its duties; a closed year leaves nothing to do. */
function computed(
  reading: Reading,
  of: Actor | null,
): { readonly ground: DutyGround; readonly duties: readonly Duty[] } | undefined {
  const { db, today } = reading;
  const year = findYear(db, today);
  if (year === undefined || isYearClosed(db, year.id)) return undefined;
  const ground = dutyGround(reading, year, of);
  return { ground, duties: DUTY_SOURCES.flatMap((source) => source(ground)) };
}

/** «Мои дела»: what the one who asks owes in all own roles (D1). */
export function myDuties(reading: Reading): MyDuties {
  const { actor, core } = reading;
  const now = minuteHere(core);
  const own = computed(reading, actor)?.duties.filter((duty) => isDutyOf(actor, duty)) ?? [];
  return { now, lines: dutyLines(own, now) };
}

/** The same of everybody, with what is closed already (D2). */
export function schoolDuties(reading: Reading): SchoolDuties {
  const { db, core, today } = reading;
  const now = minuteHere(core);
  const found = computed(reading, null);
  if (found === undefined) return { now, lines: [], people: [], classes: [] };
  const lines = dutyLines(found.duties, now);
  const named = new Set(lines.flatMap(({ staffId }) => staffId ?? []));
  return {
    now,
    lines,
    people: [...found.ground.people().values()]
      .filter(({ staffId }) => named.has(staffId))
      .map(({ staffId, name }) => ({ staffId, name })),
    classes: findClasses(db, found.ground.year.id, today).map((one) => ({
      id: one.id,
      name: formatClassName(one),
    })),
  };
}
