import type { Core, Session } from '#core/context';
import { buildDemo } from '#core/demo/build-demo';
import { editor } from '#core/timetable/editor';
import { temporaryJournal } from '#db/testing/temporary-journal';
import { allClashes } from '#domain/timetable/clashes';
import { timetableGround } from '#domain/timetable/ground';
import { slotHints } from '#domain/timetable/slot-hints';
import { timeRow, timesOf, type Row } from './median';
import { plansRows } from './plans-rows';
import { THIRTY_CLASSES } from './classes';

const TODAY = '2026-11-23';
const RUNS = 40;
/** The aim for placing a lesson with its clash check, core and paint together. */
const PLACING_MS = 50;

/** A school of 30 classes: opening the timetable's editor, the clash check of a placing, its plans. */
export async function thirtyClassesRows(core: Core, actor: Session): Promise<Row[]> {
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
    const reading = { db: place.journal.db, actor, today: TODAY, core } as const;
    const open = () => editor(reading, { versionId: 1 });
    const data = open();
    const ground = timetableGround(data);
    const [first] = data.placements;
    if (first === undefined) throw new Error('a school without a timetable');
    const week = { weekdays: [1, 2, 3, 4, 5] as const, numbers: [1, 2, 3, 4, 5, 6, 7, 8] };
    return [
      timeRow('Timetable editor of 30 classes opened in the core', timesOf(RUNS, open), null),
      timeRow(
        'Hints of a whole week, 30 classes',
        timesOf(RUNS, () => slotHints(ground, data.placements, [first], week)),
        PLACING_MS,
      ),
      timeRow(
        'Every clash of a timetable, 30 classes',
        timesOf(RUNS, () => allClashes(ground, data.placements)),
        PLACING_MS,
      ),
      ...plansRows(reading, 1),
    ];
  } finally {
    place.remove();
  }
}
