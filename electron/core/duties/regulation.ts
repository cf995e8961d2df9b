import { findRegulations } from '#db/queries/regulation';
import type { Duty } from '#domain/duties/duty';
import { regulationOwed } from '#domain/duties/school-duties';
import type { DutyGround } from './ground';
import { asks } from './of-school';

/** Versions of the regulation that wait: a draft for the director, an approved one for its day (R). */
export function dutiesOfRegulation(ground: DutyGround): readonly Duty[] {
  if (!asks(ground, 'administrator', 'director')) return [];
  const { db, today } = ground;
  return findRegulations(db).flatMap((version): readonly Duty[] => {
    const owed = regulationOwed(version, today);
    if (owed === undefined) return [];
    return [
      {
        staffId: null,
        role: owed.kind === 'regulationDraft' ? 'director' : 'administrator',
        classIds: [],
        where: '',
        group: `regulation ${version.id}`,
        place: { at: 'regulation', versionId: version.id },
        what: version.document.title,
        ...owed,
      },
    ];
  });
}
