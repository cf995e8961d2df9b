import type { Journal } from '#db/open';
import { healthAccountOf, saveHealthAccess } from '#db/queries/health';
import { findPupilsOn } from '#db/queries/people';
import { findYear } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { HEALTH_GROUPS, type HealthData, type SportGroup } from '#domain/health/health-sheet';
import { ensureHealthKeys, healthKeyFor } from '../health/account-keys';
import { newHealthKey } from '../health/seal';
import { writeHealth } from '../health/sheets';

export type DemoAccount = {
  readonly accountId: number;
  readonly staffId: number;
  readonly name: string;
  readonly accountSecret: Buffer;
};

/** Invented, and the same at every building of the demonstration. */
function inventedHealth(pupilId: number): HealthData {
  const group = HEALTH_GROUPS[[1, 0, 1, 1, 2, 1, 0][pupilId % 7] ?? 1] ?? 'II';
  const weak: readonly SportGroup[] = ['preparatory', 'specialA', 'exempt'];
  const strong: SportGroup = group === 'II' && pupilId % 6 === 3 ? 'preparatory' : 'main';
  const glasses = pupilId % 5 === 2;
  return {
    group,
    sport: group === 'III' ? (weak[pupilId % 3] ?? 'preparatory') : strong,
    seat: glasses ? `${(pupilId % 3) + 1}-й ряд, 1-я парта` : `${(pupilId % 3) + 1}-й ряд`,
    recommendations: glasses ? 'Сидеть ближе к доске, очки' : '',
    conditions: glasses ? 'Близорукость' : '',
    disability: '',
  };
}

/**
 * Gives the demonstration's accounts their keys, and opens the health sheets of the class teacher's
 * class to these two: the class teacher and the deputy. Nobody else opens them, as in a real school.
 */
export function layDemoHealth(
  journal: Journal,
  accounts: readonly DemoAccount[],
  holders: { readonly classTeacher: DemoAccount; readonly deputy: DemoAccount } | undefined,
  today: IsoDate,
): void {
  journal.write((db) => {
    for (const { accountId, accountSecret } of accounts) {
      ensureHealthKeys(db, accountId, accountSecret);
    }
    const year = findYear(db, today);
    if (holders === undefined || year === undefined) return;
    const { classTeacher, deputy } = holders;
    const healthKey = newHealthKey();
    const grantedAt = new Date(`${today}T00:00:00Z`).toISOString();
    for (const { accountId } of [classTeacher, deputy]) {
      const keys = healthAccountOf(db, accountId);
      if (keys === undefined) continue;
      const sealedKey = healthKeyFor(accountId, keys.publicKey, healthKey);
      saveHealthAccess(db, { accountId, sealedKey, grantedBy: deputy.name, grantedAt });
    }
    const own = findPupilsOn(db, year.id, today).filter(
      ({ homeroomTeacherId }) => homeroomTeacherId === classTeacher.staffId,
    );
    for (const { id } of own) {
      writeHealth(db, healthKey, { pupilId: id, version: 1, data: inventedHealth(id) });
    }
    healthKey.fill(0);
  });
}
