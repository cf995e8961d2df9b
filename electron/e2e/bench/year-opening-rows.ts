import type { Core, Session } from '#core/context';
import { buildDemo } from '#core/demo/build-demo';
import type { Writing } from '#core/unit-of-work';
import { finishOpening, moveClass, yearEndPupils } from '#core/year-opening/pupils';
import { openingState } from '#core/year-opening/state';
import { copyStep, makeClasses, openYear } from '#core/year-opening/steps';
import { temporaryJournal } from '#db/testing/temporary-journal';
import { timeRow, type Row } from './median';
import { THIRTY_CLASSES } from './classes';

const TODAY = '2027-06-15';
/** Above a second a step has to show how far it is; only the pupils' one, class by class, may. */
const STEP_MS = 1000;

/** The next year opened and everybody promoted in a school of 30 classes and 900 pupils (S8). */
export async function yearOpeningRows(core: Core, actor: Session): Promise<Row[]> {
  const place = temporaryJournal();
  const { journal } = place;
  try {
    await buildDemo({
      journal,
      journalId: 'bench',
      today: TODAY,
      years: 1,
      seed: 3,
      classes: THIRTY_CLASSES.map((one) => ({ ...one, size: 30 })),
    });
    const reading = { db: journal.db, actor, today: TODAY, core } as const;
    const writing = (work: (unit: Writing) => void) => {
      const started = performance.now();
      journal.write((db) =>
        work({
          ...reading,
          db,
          now: '2027-06-15T09:00:00.000Z',
          requestId: '',
          record: () => undefined,
          afterCommit: () => undefined,
        } as unknown as Writing),
      );
      return performance.now() - started;
    };
    const reads: number[] = [];
    const state = () => {
      const started = performance.now();
      const found = openingState(reading);
      reads.push(performance.now() - started);
      return found;
    };
    const dates = state().dates;
    const steps = [writing((unit) => openYear(unit, dates))];
    const classes = state();
    steps.push(writing((unit) => makeClasses(unit, classes)));
    for (const step of ['curriculum', 'groups', 'load'] as const) {
      steps.push(writing((unit) => copyStep(unit, { step })));
      state();
    }
    const before = yearEndPupils(reading).classes;
    const moves = before.map(({ id, pupils }) =>
      writing((unit) =>
        moveClass(unit, {
          classId: id,
          order: { number: '41-у', date: '2027-06-11' },
          graduationOn: '2027-06-11',
          debtsDueOn: '2027-10-01',
          pupils: pupils.map(({ id: pupilId, kind, toClassId, subjectIds }) => ({
            pupilId,
            kind: toClassId === null ? 'graduation' : kind,
            toClassId,
            subjectIds: toClassId === null ? [] : subjectIds,
          })),
        }),
      ),
    );
    writing(finishOpening);
    const moved = before.reduce((sum, { pupils }) => sum + pupils.length, 0);
    const all = moves.reduce((sum, ms) => sum + ms, 0);
    return [
      timeRow('Assistant of a new year read, 30 classes', reads, STEP_MS),
      timeRow('A step of a new year but the pupils, 30 classes', steps, STEP_MS),
      timeRow('A class promoted', moves, STEP_MS),
      timeRow(`Year promotion of ${moved} pupils`, [all], 10_000),
    ];
  } finally {
    place.remove();
  }
}
