import { parentPort, workerData } from 'node:worker_threads';
import { isSound, openReadOnly } from '#db/open';
import { problemOf } from '#db/problem';
import { countJournal, lastEntryAt } from '#db/queries/copies';
import { findSchool } from '#db/queries/school';
import type { Examination, ExaminationAnswer, ExaminationOrder } from './examine';

/*
 * A thread that opens one journal nobody writes, checks every page of it and ends: SQLite's check
 * is a single call, seconds long.
 */
const { file, key } = workerData as ExaminationOrder;

function examine(): Examination {
  const { db, close } = openReadOnly(file, Buffer.from(key));
  try {
    if (!isSound(db)) return { sound: false };
    const turns = countJournal(db);
    let turn = turns.next();
    while (turn.done !== true) turn = turns.next();
    return {
      sound: true,
      counts: turn.value,
      lastEntryAt: lastEntryAt(db),
      journalId: findSchool(db)?.journalId ?? '',
    };
  } finally {
    close();
  }
}

function answer(): ExaminationAnswer {
  try {
    return { examination: examine() };
  } catch (error) {
    return { problem: problemOf(error) ?? 'damaged' };
  }
}

parentPort?.postMessage(answer(), []);
