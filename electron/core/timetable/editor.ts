import type { EditorData } from '#contract/timetable';
import { findPupilsOn } from '#db/queries/people';
import { deleteTimetableEntry, findPlaced, setBusyHour } from '#db/queries/timetable-editor';
import { insertTimetableEntry } from '#db/queries/import-timetable';
import { staffExists } from '#db/queries/people';
import type { Weekday } from '#domain/calendar/iso-date';
import { listName } from '#domain/people/name';
import { applyEdit, clashesOfEdit, type TimetableEdit } from '#domain/timetable/clashes';
import { placementKey, timetableGround } from '#domain/timetable/ground';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { groundOfYear } from './ground-of-year';
import { dayOfVersion, draftToChange, versionToSee } from './versions';

/** Everything the editor of a version works on (T1). */
export function editor(
  { db, today }: Reading,
  { versionId }: { readonly versionId: number },
): EditorData {
  const { version, year } = versionToSee(db, versionId, today);
  const day = dayOfVersion(version, year, today);
  return {
    version,
    ...groundOfYear(db, year.id, day),
    pupils: findPupilsOn(db, year.id, day).map((pupil) => [pupil.id, listName(pupil)] as const),
    placements: findPlaced(db, versionId),
  };
}

/**
 * Changes a draft: hours go, then others come, whole or not at all (T1). CONFLICT where an hour to
 * take is not there any more or one to put is there already. Refuses INVALID `timetableClash` where
 * somebody would be in two places at once, and, without `override`, where a room would be taken
 * twice and the like (`ClashLevel`).
 */
export function edit(
  { db, today, record }: Writing,
  input: TimetableEdit & { readonly versionId: number; readonly override: boolean },
): void {
  const { versionId, take, put } = input;
  const { version, year } = draftToChange(db, versionId, today);
  const day = dayOfVersion(version, year, today);
  const parts = groundOfYear(db, year.id, day);
  const ground = timetableGround(parts);
  const rooms = new Set(parts.rooms.map(({ id }) => id));
  for (const { pageId, roomId } of put) {
    if (!ground.pages.has(pageId)) refuse('NOT_FOUND', { what: 'page' });
    if (roomId !== null && !rooms.has(roomId)) refuse('NOT_FOUND', { what: 'room' });
  }
  const before = findPlaced(db, versionId);
  const after = applyEdit(new Map(before.map((one) => [placementKey(one), one])), input);
  if (after === undefined) refuse('CONFLICT', { current: before });
  const grave = clashesOfEdit(ground, after, input).some(
    ({ clash }) => clash.level === 'never' || (clash.level === 'ask' && !input.override),
  );
  if (grave) refuse('INVALID', { why: 'timetableClash' });
  for (const entry of take) deleteTimetableEntry(db, versionId, entry);
  for (const entry of put) insertTimetableEntry(db, versionId, entry);
  record('timetableVersion', String(versionId), { hours: take }, { hours: put });
}

/** Notes an hour in which somebody does not teach, or would rather not; or that it is free again. */
export function setBusy(
  { db, record }: Writing,
  input: {
    readonly staffId: number;
    readonly weekday: Weekday;
    readonly lessonNumber: number;
    readonly busy: 'no' | 'wish' | 'strict';
  },
): void {
  const { staffId, weekday, lessonNumber, busy } = input;
  if (!staffExists(db, staffId)) refuse('NOT_FOUND', { what: 'staff' });
  setBusyHour(db, { staffId, weekday, lessonNumber }, busy === 'no' ? null : busy === 'strict');
  record('teacherBusy', String(staffId), null, { weekday, lessonNumber, busy });
}
