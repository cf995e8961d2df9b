import { setImmediate } from 'node:timers/promises';
import { findStaffNames } from '#db/queries/day-lessons';
import { hasSchool, insertDemoRows, insertDemoSchool } from '#db/queries/demo';
import type { Journal } from '#db/open';
import type { IsoDate } from '#domain/calendar/iso-date';
import { FULL_SCHOOL, type ClassPlan } from '#domain/demo/classes';
import {
  makeDemoSchool,
  type DemoPerson,
  type DemoPiece,
  type DemoStep,
} from '#domain/demo/demo-school';
import { fullName } from '#domain/people/name';
import type { Role } from '#domain/people/roles';
import { insertDemoBrought } from './demo-brought';
import { insertDemoChanges } from './demo-changes';
import { insertDemoTimetable } from './demo-timetable';
import { insertDemoDocuments } from './demo-documents';
import { insertDemoRegulation } from './demo-regulation';
import { insertDemoControlWorks } from './demo-control-works';

export type DemoProgress = { readonly done: number; readonly step: DemoStep };

export type DemoSummary = {
  readonly classes: number;
  readonly pupils: number;
  readonly staff: number;
  readonly lessons: number;
  readonly marks: number;
  /** Whom to make accounts for, with which roles: one person for each. */
  readonly demoPeople: readonly DemoPerson[];
};

export type DemoOrder = {
  /** Just made: without a school. */
  readonly journal: Journal;
  readonly journalId: string;
  /** Everything before this day is filled in; the day itself is left for whoever tries it. */
  readonly today: IsoDate;
  /** 1 to try everything on, 10 to measure with. */
  readonly years: number;
  readonly seed: number;
  readonly classes?: readonly ClassPlan[];
  readonly onProgress?: (progress: DemoProgress) => void;
  readonly signal?: AbortSignal;
};

/** After so many milliseconds a transaction ends and others get their turn. */
const TURN = 20;

/**
 * Fills an empty journal with the demonstration school, in short transactions between which the
 * event loop goes on. Throws the signal's reason when cancelled: the journal is then a part of a
 * school and only good to be removed.
 */
export async function buildDemo(order: DemoOrder): Promise<DemoSummary> {
  const { journal, journalId, today, years, seed, classes = FULL_SCHOOL, signal } = order;
  if (hasSchool(journal.db)) throw new Error('a demonstration school needs an empty journal');
  signal?.throwIfAborted();
  journal.write((db) => insertDemoSchool(db, 'Демонстрационная школа', journalId));

  const counts = { classes: 0, pupils: 0, staff: 0, lessons: 0, marks: 0 };
  const names = ['classes', 'pupils', 'staff', 'lessons', 'marks'] as const;
  const count = ({ rows }: DemoPiece) => {
    for (const name of names) counts[name] += rows[name]?.length ?? 0;
  };

  const pieces = makeDemoSchool({ seed, today, years, classes });
  let next = pieces.next();
  while (next.done !== true) {
    const first = next.value;
    order.onProgress?.({ step: first.step, done: first.done });
    await setImmediate();
    signal?.throwIfAborted();
    next = journal.write((db) => {
      const end = performance.now() + TURN;
      let piece = first;
      for (;;) {
        insertDemoRows(db, piece.rows);
        count(piece);
        const following = pieces.next();
        if (following.done === true || performance.now() >= end) return following;
        piece = following.value;
      }
    });
  }
  const demoPeople = next.value;
  const staff = findStaffNames(journal.db);
  const nameOf = (role: Role) => {
    const person = demoPeople.find(({ roles }) => roles.includes(role));
    const found = staff.find(({ id }) => id === person?.staffId);
    return found === undefined ? '' : fullName(found);
  };
  journal.write((db) => {
    const loginIds = demoPeople.map(({ staffId }) => staffId);
    insertDemoChanges(db, today, loginIds, nameOf('deputy'));
    insertDemoTimetable(db, today, loginIds);
    insertDemoControlWorks(db, today, seed, loginIds);
    insertDemoDocuments(db, today);
    const people = { director: nameOf('director'), administrator: nameOf('administrator') };
    insertDemoRegulation(db, today, people);
    insertDemoBrought(db, today);
  });
  order.onProgress?.({ step: 'periodMarks', done: 1 });
  return { ...counts, demoPeople };
}
