import type { TimetableVersion, VersionHours } from '#contract/timetable';
import { findYearOr, type YearRow } from '#db/queries/school';
import {
  findPlaced,
  findVersion,
  findVersions,
  type VersionRow,
} from '#db/queries/timetable-editor';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { hasRole } from '#domain/people/roles';
import { spansOfVersions } from '#domain/timetable/plan-relay';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';

/** The versions of a year with the days each is in force, the earliest first. */
export function versionsOf(
  db: ReadableDb,
  year: Pick<YearRow, 'id' | 'endsOn'>,
  today: IsoDate,
): readonly TimetableVersion[] {
  const all = findVersions(db, year.id);
  const spans = new Map(
    spansOfVersions(
      all.filter(({ draft }) => draft === 0),
      year.endsOn,
    ).map(({ version, to }) => [version.id, to]),
  );
  return all.map((row) => {
    const until = spans.get(row.id) ?? null;
    return {
      id: row.id,
      yearId: row.yearId,
      name: row.name,
      note: row.note,
      validFrom: row.validFrom,
      until,
      cycleFrom: row.cycleFrom,
      state: stateOf(row, until, today),
      hours: row.entries,
    };
  });
}

function stateOf(row: VersionRow, until: IsoDate | null, today: IsoDate) {
  if (row.draft === 1) return 'draft';
  if (until === null) return 'replaced';
  if (row.validFrom > today) return 'coming';
  return until < today ? 'past' : 'now';
}

export const makesTimetables = (actor: Reading['actor']): boolean =>
  hasRole(actor, 'administrator', 'deputy');

/** Versions of a year (T1); drafts only for those who make them. */
export function versions(
  { db, actor, today }: Reading,
  { yearId }: OfYear,
): readonly TimetableVersion[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  const all = versionsOf(db, year, today);
  return makesTimetables(actor) ? all : all.filter(({ state }) => state !== 'draft');
}

/** A version with its year; refuses where there is none. */
export function versionToSee(
  db: ReadableDb,
  versionId: number,
  today: IsoDate,
): { readonly version: TimetableVersion; readonly year: YearRow } {
  const row = findVersion(db, versionId) ?? refuse('NOT_FOUND', { what: 'timetable' });
  const year = findYearOr(db, row.yearId, today) ?? refuse('NOT_FOUND', { what: 'timetable' });
  const version = versionsOf(db, year, today).find(({ id }) => id === versionId);
  return { version: version ?? refuse('NOT_FOUND', { what: 'timetable' }), year };
}

/** A draft with its year; a version in force is not changed, only followed by another. */
export function draftToChange(db: ReadableDb, versionId: number, today: IsoDate) {
  const found = versionToSee(db, versionId, today);
  if (found.version.state !== 'draft') refuse('INVALID', { why: 'versionInForce' });
  return found;
}

/** The hours of a version, to compare it with another. */
export function hours(
  { db, today }: Reading,
  { versionId }: { readonly versionId: number },
): VersionHours {
  return {
    version: versionToSee(db, versionId, today).version,
    placements: findPlaced(db, versionId),
  };
}

/** The day on which the classes and loads of a version are looked at: its first, but not a past one. */
export function dayOfVersion(
  version: Pick<TimetableVersion, 'validFrom'>,
  year: Pick<YearRow, 'startsOn' | 'endsOn'>,
  today: IsoDate,
): IsoDate {
  const later = version.validFrom > today ? version.validFrom : today;
  return later < year.startsOn ? year.startsOn : later > year.endsOn ? year.endsOn : later;
}
