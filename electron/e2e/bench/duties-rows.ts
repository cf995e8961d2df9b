import { buildDemo } from '#core/demo/build-demo';
import { myDuties, schoolDuties } from '#core/duties/duties';
import type { Core, Session } from '#core/context';
import { temporaryJournal } from '#db/testing/temporary-journal';
import type { IsoDate } from '#domain/calendar/iso-date';
import { timeRow, timesOf, type Row } from './median';
import { THIRTY_CLASSES } from './classes';

/** Three quarters are closed and a part of the fourth is held: 25 thousand lessons to look at. */
const TODAY: IsoDate = '2027-04-20';
const RUNS = 60;
/** The list of the whole school is the first a deputy sees in the morning: two tenths of a second. */
const SCHOOL_MS = 200;
/** Own duties are on the screen everybody begins with, and are read anew as pages change. */
const OWN_MS = 100;

/** Duties of a school of 30 classes and more than 60 teachers (D1, D2), nothing of them kept. */
export async function dutiesRows(core: Core, actor: Session): Promise<Row[]> {
  const place = temporaryJournal();
  try {
    await buildDemo({
      journal: place.journal,
      journalId: 'bench',
      today: TODAY,
      years: 1,
      seed: 3,
      classes: THIRTY_CLASSES,
    });
    const { db } = place.journal;
    const school = {
      db,
      actor,
      today: TODAY,
      core: {
        ...core,
        today: () => TODAY,
        now: () => new Date(2027, 3, 20, 15),
      },
    } as const;
    const { people, lines } = schoolDuties(school);
    if (people.length < 50) throw new Error('a school with too few teachers');
    const busiest = Map.groupBy(lines, ({ staffId }) => staffId);
    const [staffId = 0] =
      [...busiest].toSorted(([, a], [, b]) => b.length - a.length).find(([id]) => id !== null) ??
      [];
    const own = { ...actor, staffId: staffId ?? 0, roles: ['teacher', 'classTeacher'] as const };
    return [
      timeRow(
        `Duties of a school of ${people.length} people in April`,
        timesOf(RUNS, () => schoolDuties(school)),
        SCHOOL_MS,
        `${lines.length} lines`,
      ),
      timeRow(
        'Own duties of its busiest teacher',
        timesOf(RUNS, () => myDuties({ ...school, actor: own })),
        OWN_MS,
      ),
    ];
  } finally {
    place.remove();
  }
}
