import { healthData } from '#contract/health';
import { allPupilHealth, pupilHealthOf, savePupilHealth } from '#db/queries/health';
import type { ReadableDb, WritableDb } from '#db/statement';
import { EMPTY_HEALTH, type HealthData } from '#domain/health/health-sheet';
import { seal, unseal } from './seal';

const sheetOf = (pupilId: number, version: number) => `health sheet ${pupilId} ${version}`;

/** A sheet that does not open is a damaged file or a row put in place of another: never an empty sheet. */
function open(
  healthKey: Buffer,
  row: { readonly pupilId: number; readonly sealed: Buffer; readonly version: number },
): HealthData {
  const plain = unseal(healthKey, row.sealed, sheetOf(row.pupilId, row.version));
  if (plain === undefined)
    throw new Error(`the health sheet of pupil ${row.pupilId} does not open`);
  return healthData.parse(JSON.parse(plain.toString('utf8')));
}

/** The pupil's sheet and its version; an empty one of version 0 where there is none. */
export function readHealth(
  db: ReadableDb,
  healthKey: Buffer,
  pupilId: number,
): { readonly version: number; readonly data: HealthData } {
  const row = pupilHealthOf(db, pupilId);
  return row === undefined
    ? { version: 0, data: EMPTY_HEALTH }
    : { version: row.version, data: open(healthKey, row) };
}

/** Seals the sheet for this pupil and this version alone. */
export function writeHealth(
  db: WritableDb,
  healthKey: Buffer,
  sheet: { readonly pupilId: number; readonly version: number; readonly data: HealthData },
): void {
  const { pupilId, version, data } = sheet;
  const plain = Buffer.from(JSON.stringify(data), 'utf8');
  savePupilHealth(db, {
    pupilId,
    version,
    sealed: seal(healthKey, plain, sheetOf(pupilId, version)),
  });
}

/** Seals every sheet anew, so that who had the old key reads nothing that is written from now on. */
export function resealAll(db: WritableDb, oldKey: Buffer, newKey: Buffer): void {
  for (const row of allPupilHealth(db)) {
    writeHealth(db, newKey, {
      pupilId: row.pupilId,
      version: row.version,
      data: open(oldKey, row),
    });
  }
}
