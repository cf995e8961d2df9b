import type { Duty } from '#domain/duties/duty';
import { copyOwed } from '#domain/duties/school-duties';
import { lastCopyOn } from '../copies/next-copy';
import type { DutyGround } from './ground';
import { asks } from './of-school';

/** The next copy of the journal (B1), by the copies that were registered. */
export function dutiesOfCopies(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'administrator')) return [];
  const { db, year, today, regulation } = ground;
  const owed = copyOwed(regulation(today), lastCopyOn(db), year, ground.periods(), today);
  if (owed === undefined) return [];
  return [
    {
      staffId: null,
      role: 'administrator',
      classIds: [],
      where: '',
      group: 'copies',
      place: { at: 'copies' },
      ...owed,
    },
  ];
}
