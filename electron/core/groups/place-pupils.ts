import {
  enteredInGroups,
  findGroup,
  findMembershipsOfPupil,
  findPupilsEver,
  saveMemberships,
} from '#db/queries/groups';
import { findPeriods, findYearOr } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { isOn, moved } from '#domain/groups/membership';
import { moveRule } from '#domain/groups/move-rule';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { classToDivide, excluding, groupsOfClass, movesAllowed } from './groups-of-class';

/**
 * Puts pupils of a class into groups of one division from a day on (S4). Marks stay where they were
 * given; days before the move do not change. Refuses what КИА 4.4.11 does not allow: FORBIDDEN
 * movesAreAdministrators, and INVALID reasonNeeded where only a reason is missing.
 */
export function placePupils(
  writing: Writing,
  input: {
    readonly classId: number;
    readonly ofGroup: number;
    readonly from: IsoDate;
    readonly reason: string;
    readonly moves: readonly { readonly pupilId: number; readonly groupId: number | null }[];
  },
): void {
  const { db, record } = writing;
  const { from, reason } = input;
  const schoolClass = classToDivide(writing, input.classId);
  const year = findYearOr(db, schoolClass.yearId, from) ?? refuse('NOT_FOUND', { what: 'year' });
  if (from < year.startsOn || from > year.endsOn) refuse('INVALID', { why: 'dates' });
  const { groups } = groupsOfClass(db, schoolClass);
  const named = findGroup(db, input.ofGroup);
  if (named === undefined || !groups.some(({ id }) => id === named.id)) {
    refuse('NOT_FOUND', { what: 'group' });
  }
  const division = excluding(groups, named);
  const ids = new Set(division.map(({ id }) => id));
  const times = Map.groupBy(findPupilsEver(db, schoolClass.id), ({ id }) => id);
  const allowed = movesAllowed(writing, schoolClass);
  const periods = findPeriods(db, schoolClass.yearId);
  for (const { pupilId, groupId } of input.moves) {
    const time = times.get(pupilId)?.find((one) => isOn(one, from));
    if (time === undefined) refuse('INVALID', { why: 'pupilNotInClass' });
    const target = division.find(({ id }) => id === groupId);
    if (groupId !== null && (target === undefined || target.archived === 1)) {
      refuse('NOT_FOUND', { what: 'group' });
    }
    const spans = findMembershipsOfPupil(db, pupilId).filter((one) => ids.has(one.groupId));
    const after = moved(spans, { groupId, from, until: time.to });
    const { grade } = schoolClass;
    const entered = enteredInGroups(db, pupilId, spans);
    const rule = moveRule({ ...allowed, spans, after, entered, from, grade, periods });
    if (rule === 'notNow') refuse('INVALID', { why: 'moveWithinPeriod' });
    if (rule === 'forbidden') refuse('FORBIDDEN', { why: 'movesAreAdministrators' });
    if (rule === 'reason' && reason === '') refuse('INVALID', { why: 'reasonNeeded' });
    saveMemberships(db, pupilId, spans, after);
    const plain = (rows: typeof after) => rows.map((row) => [row.groupId, row.from, row.to]);
    record('groupMembership', `${pupilId}:${named.id}`, plain(spans), {
      spans: plain(after),
      ...(reason === '' ? {} : { reason }),
    });
  }
}
