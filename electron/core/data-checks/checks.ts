import type { CheckResult, DataCheckPupil, DataChecks } from '#contract/data-checks';
import { classMembersOn } from '#db/queries/class-members';
import {
  checkedPupils,
  findDataCheck,
  findDataChecks,
  hasDataCheck,
  insertDataCheck,
  saveCheckedPupil,
  type DataCheckRow,
} from '#db/queries/data-checks';
import { findClasses, findYearOr } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { dayWithin } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName, shortName } from '#domain/people/name';
import { classRights, classToEdit, classToSee } from '../pupils/class-access';
import { refuse } from '../refuse';
import type { OfYear, Reading, Writing } from '../unit-of-work';

/** Whose sheets the check waits for: who was in the class when it began. */
const expected = (db: ReadableDb, check: DataCheckRow) =>
  classMembersOn(db, check.classId, check.startedOn);

/** The checks of a year, with how far each is, and the classes one can begin a check of. */
export function dataChecks({ db, actor, today }: Reading, { yearId }: OfYear): DataChecks {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return { checks: [], classes: [] };
  const classes = findClasses(db, year.id, dayWithin(year, today)).flatMap((one) => {
    const { sees, edits } = classRights(actor, one.homeroomTeacherId);
    return sees ? [{ ...one, edits }] : [];
  });
  const byId = new Map(classes.map((one) => [one.id, one]));
  const checks = findDataChecks(db, year.id).flatMap((check) => {
    const own = byId.get(check.classId);
    if (own === undefined) return [];
    const waiting = new Set(expected(db, check).map(({ pupilId }) => pupilId));
    const done = checkedPupils(db, check.id).filter(({ pupilId }) => waiting.has(pupilId));
    const count = (result: CheckResult) => done.filter((one) => one.result === result).length;
    return {
      ...check,
      className: formatClassName(own),
      homeroomTeacher:
        own.lastName === null
          ? null
          : shortName({
              lastName: own.lastName,
              firstName: own.firstName ?? '',
              middleName: own.middleName ?? '',
            }),
      pupils: waiting.size,
      confirmed: count('confirmed'),
      changed: count('changed'),
      mayEdit: own.edits,
    };
  });
  return {
    checks,
    classes: classes.map((one) => ({
      id: one.id,
      name: formatClassName(one),
      lastOn: checks.find(({ classId }) => classId === one.id)?.startedOn ?? null,
      mayEdit: one.edits,
    })),
  };
}

/** A check, if the one who asks may see its class. */
export function checkToSee(reading: Reading, checkId: number): DataCheckRow {
  const check = findDataCheck(reading.db, checkId) ?? refuse('NOT_FOUND', { what: 'dataCheck' });
  classToSee(reading, check.classId);
  return check;
}

/** The pupils of a check by name, with what their sheets said. */
export function checkPupils(
  reading: Reading,
  { checkId }: { readonly checkId: number },
): readonly DataCheckPupil[] {
  const { db } = reading;
  const check = checkToSee(reading, checkId);
  const done = new Map(checkedPupils(db, checkId).map((one) => [one.pupilId, one]));
  return expected(db, check)
    .sort(compareNames)
    .map((pupil) => {
      const own = done.get(pupil.pupilId);
      return {
        pupilId: pupil.pupilId,
        name: fullName(pupil),
        result: own?.result ?? null,
        doneOn: own?.doneOn ?? null,
        note: own?.note ?? '',
      };
    });
}

/** Begins a check of a class; its name is one for the class (INVALID `nameTaken`). */
export function startCheck(
  writing: Writing,
  { classId, name }: { readonly classId: number; readonly name: string },
): { checkId: number } {
  const { db, today } = writing;
  classToEdit(writing, classId);
  if (hasDataCheck(db, classId, name)) refuse('INVALID', { why: 'nameTaken' });
  const checkId = insertDataCheck(db, classId, name, today);
  writing.record('dataCheck', String(checkId), null, { classId, name, startedOn: today });
  return { checkId };
}

/** Marks whose sheets came back: nothing to change, or changed on the card (ИНС б, КИА 4.3.10). */
export function markChecked(
  writing: Writing,
  input: {
    readonly checkId: number;
    readonly pupilIds: readonly number[];
    readonly result: CheckResult | null;
    readonly note: string;
  },
): void {
  const { db, today } = writing;
  const check = findDataCheck(db, input.checkId) ?? refuse('NOT_FOUND', { what: 'dataCheck' });
  classToEdit(writing, check.classId);
  const waiting = new Set(expected(db, check).map(({ pupilId }) => pupilId));
  const before = new Map(checkedPupils(db, check.id).map((one) => [one.pupilId, one]));
  const { result, note } = input;
  for (const pupilId of new Set(input.pupilIds)) {
    if (!waiting.has(pupilId)) refuse('NOT_FOUND', { what: 'pupil' });
    const done = result === null ? undefined : { doneOn: today, result, note };
    saveCheckedPupil(db, check.id, pupilId, done);
    const old = before.get(pupilId);
    const told = (one: { result: CheckResult; note: string } | undefined) =>
      one === undefined ? null : { check: check.name, result: one.result, note: one.note };
    writing.record('pupilCheck', String(pupilId), told(old), told(done));
  }
}
