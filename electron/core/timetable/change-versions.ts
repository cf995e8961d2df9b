import type { InForceSummary, TimetableVersion } from '#contract/timetable';
import { findYearOr, type YearRow } from '#db/queries/school';
import {
  deleteVersion,
  describeVersion,
  findPlaced,
  insertDraft,
  setVersionState,
} from '#db/queries/timetable-editor';
import type { ReadableDb } from '#db/statement';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { allClashes } from '#domain/timetable/clashes';
import { timetableGround } from '#domain/timetable/ground';
import { unplacedHours } from '#domain/timetable/unplaced';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { groundOfYear } from './ground-of-year';
import { previewRelay, relayLessons, versionsInForce, type RelayResult } from './relay-lessons';
import { dayOfVersion, draftToChange, versionsOf, versionToSee } from './versions';

type Named = { readonly versionId: number };

/** A new draft, empty or as a copy: meant for tomorrow, or for the first day of a year to come. */
export function newDraft(
  { db, today, record }: Writing,
  input: {
    readonly yearId?: number | undefined;
    readonly copyOf: number | null;
    readonly name: string;
  },
): { readonly versionId: number } {
  const source = input.copyOf === null ? undefined : versionToSee(db, input.copyOf, today);
  const year =
    source?.year ?? findYearOr(db, input.yearId, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const tomorrow = addDays(today, 1);
  const draft = {
    yearId: year.id,
    name: input.name,
    validFrom: tomorrow < year.startsOn ? year.startsOn : tomorrow,
    cycleFrom: source?.version.cycleFrom ?? null,
    copyOf: input.copyOf,
  };
  const versionId = insertDraft(db, draft);
  record('timetableVersion', String(versionId), null, draft);
  return { versionId };
}

/** Renames a draft, notes something on it, sets from which week A its weeks alternate. */
export function describe(
  { db, today, record }: Writing,
  input: Named & {
    readonly name: string;
    readonly note: string;
    readonly cycleFrom: IsoDate | null;
  },
): void {
  const { versionId, name, note, cycleFrom } = input;
  const { version } = draftToChange(db, versionId, today);
  const before = { name: version.name, note: version.note, cycleFrom: version.cycleFrom };
  describeVersion(db, versionId, { name, note, cycleFrom });
  record('timetableVersion', String(versionId), before, { name, note, cycleFrom });
}

export function deleteDraft({ db, today, record }: Writing, { versionId }: Named): void {
  const { version } = draftToChange(db, versionId, today);
  const hours = findPlaced(db, versionId);
  deleteVersion(db, versionId);
  record('timetableVersion', String(versionId), { name: version.name, hours }, null);
}

/**
 * The first day a version may be put in force: tomorrow, since today's lessons are being held by the
 * timetable there is; any day of the year while no timetable is in force on it.
 */
function checkFirstDay(
  db: ReadableDb,
  draft: {
    readonly id: number;
    readonly year: YearRow;
    readonly from: IsoDate;
    readonly today: IsoDate;
  },
): void {
  const { id, year, from, today } = draft;
  if (from < year.startsOn || from > year.endsOn) refuse('INVALID', { why: 'dates' });
  const inForce = versionsOf(db, year, today).filter(({ until }) => until !== null);
  // Of two that begin on one day the later made holds: this draft would never be in force.
  if (inForce.some((one) => one.validFrom === from && one.id > id)) {
    refuse('INVALID', { why: 'sameDay' });
  }
  if (from <= today && inForceOn(inForce, from) !== undefined) {
    refuse('INVALID', { why: 'pastDay' });
  }
}

const inForceOn = (all: readonly TimetableVersion[], day: IsoDate) =>
  all.find(({ until, validFrom }) => until !== null && validFrom <= day && day <= until);

/** What putting a draft in force from a day would do: told before it is done. */
export function inForceSummary(
  { db, today }: Reading,
  { versionId, from }: Named & { readonly from: IsoDate },
): InForceSummary {
  const { version, year } = draftToChange(db, versionId, today);
  checkFirstDay(db, { id: versionId, year, from, today });
  const entries = findPlaced(db, versionId);
  const { cycleFrom } = version;
  const all = versionsOf(db, year, today);
  const next = all.find(({ until, validFrom }) => until !== null && validFrom > from);
  const parts = groundOfYear(db, year.id, dayOfVersion({ validFrom: from }, year, today));
  const left = unplacedHours(parts.pages, entries, cycleFrom !== null);
  return {
    ...previewRelay(db, {
      year,
      from,
      versions: [
        ...versionsInForce(db, year.id),
        // Of two that begin on one day the later made holds.
        { id: Number.MAX_SAFE_INTEGER, validFrom: from, cycleFrom, entries },
      ],
    }),
    next: next === undefined ? null : { name: next.name, from: next.validFrom },
    instead: inForceOn(all, from)?.name ?? null,
    clashes: allClashes(timetableGround(parts), entries).length,
    unplaced: [...left.values()].reduce((sum, hours) => sum + Math.max(0, hours), 0),
  };
}

/** Puts a draft in force from a day on and lays its lessons; days before are not touched (T1). */
export function putInForce(
  { db, today, record }: Writing,
  { versionId, from }: Named & { readonly from: IsoDate },
): RelayResult {
  const { version, year } = draftToChange(db, versionId, today);
  checkFirstDay(db, { id: versionId, year, from, today });
  if (version.hours === 0) refuse('INVALID', { why: 'emptyTimetable' });
  setVersionState(db, versionId, { draft: false, validFrom: from });
  record('timetableVersion', String(versionId), { draft: true }, { draft: false, validFrom: from });
  return relayLessons({ db, record }, { year, from });
}

/** Takes back a version that has not begun: it is a draft again, the one before goes on. */
export function withdrawVersion({ db, today, record }: Writing, { versionId }: Named): RelayResult {
  const { version, year } = versionToSee(db, versionId, today);
  if (version.state !== 'coming') refuse('INVALID', { why: 'versionInForce' });
  setVersionState(db, versionId, { draft: true, validFrom: version.validFrom });
  record('timetableVersion', String(versionId), { draft: false }, { draft: true });
  const takenBack = findPlaced(db, versionId).map(({ pageId }) => pageId);
  return relayLessons({ db, record }, { year, from: version.validFrom, takenBack });
}
