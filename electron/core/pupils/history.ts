import type { CardChange, CardHistory } from '#contract/pupils';
import { auditOfEntity } from '#db/queries/audit';
import { representativesOf } from '#db/queries/representatives';
import { hasRole } from '#domain/people/roles';
import type { Reading } from '../unit-of-work';
import { cardToSee } from './card-access';

/** What the trail says of a card, by the pupil's own id. */
const OF_PUPIL = [
  'pupil',
  'pupilPhoto',
  'pupilRepresentative',
  'pupilConsent',
  'pupilCheck',
  'health',
  'broughtMarks',
  'broughtDocument',
];

type Values = CardChange['before'];
const parsed = (json: string | null): Values =>
  json === null ? null : (JSON.parse(json) as Values);

/**
 * Who changed what on the card, when, from what to what, the newest first. Who looked at it is told
 * to the administration only (U4).
 */
export function history(reading: Reading, { pupilId }: { readonly pupilId: number }): CardHistory {
  const { db, actor } = reading;
  cardToSee(reading, pupilId);
  const things = [
    ...OF_PUPIL.map((entity) => [entity, String(pupilId)] as const),
    ...representativesOf(db, [pupilId]).map(({ id }) => ['representative', String(id)] as const),
  ];
  const changes = things.flatMap(([entity, id]) =>
    auditOfEntity(db, entity, id).map((row) => ({
      at: row.at,
      actor: row.actor,
      action: row.action,
      entity,
      before: parsed(row.before),
      after: parsed(row.after),
    })),
  );
  const watches = hasRole(actor, 'administrator', 'director', 'deputy');
  return {
    changes: changes.sort((a, b) => b.at.localeCompare(a.at)),
    looks: watches
      ? auditOfEntity(db, 'pupilLook', String(pupilId)).map(({ at, actor: who }) => ({
          at,
          actor: who,
        }))
      : [],
  };
}
