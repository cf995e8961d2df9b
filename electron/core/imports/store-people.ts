import { findLink } from '#db/queries/representatives';
import type { FieldChange } from '#domain/import/people/field-change';
import type { RowPlan } from '#domain/import/people/plan-list';
import type { ParentPlan } from '#domain/import/people/plan-parents';
import type { PupilData } from '#domain/pupils/pupil-data';
import type { Relation, RepresentativeData } from '#domain/pupils/representative';
import { keepLink, keepNewRepresentative, keepRepresentative } from '../pupils/representatives';
import { keepPupil } from '../pupils/save-card';
import type { Writing } from '../unit-of-work';
import type { PlannedList } from './list-plan';

type Unit = Pick<Writing, 'db' | 'record'>;

/** Changes that were agreed to, as fields of a card. */
const agreedFields = (changes: readonly FieldChange[], agreed: ReadonlySet<string>) =>
  Object.fromEntries(
    changes
      .filter(({ key, field }) => field !== 'relation' && agreed.has(key))
      .map(({ field, becomes }) => [field, becomes]),
  );

/** Keeps the agreed changes of a pupil's own card; answers whether there were any. */
export function storePupilChanges(
  unit: Unit,
  planned: PlannedList,
  { decision, changes }: RowPlan,
  agreed: ReadonlySet<string>,
): boolean {
  const id = decision.kind === 'exists' || decision.kind === 'joins' ? decision.id : null;
  const found = id === null ? undefined : planned.cards.get(id);
  if (found === undefined) return false;
  const { className: _, ...card } = found;
  const fields = agreedFields(changes, agreed) as Partial<PupilData>;
  return keepPupil(unit, card, fields) !== card.version;
}

/**
 * Keeps the parents of a list: new ones once for all their children, ties of new pupils and those
 * agreed to, and agreed changes of known ones.
 */
export function parentStore(unit: Unit, planned: PlannedList, agreed: ReadonlySet<string>) {
  const created = new Map<string, number>();
  const changesOf = new Map<number, Record<string, string>>();

  const personOf = (plan: ParentPlan): RepresentativeData & { readonly id: number } => {
    if ('id' in plan.person) {
      const known = planned.representatives.get(plan.person.id);
      if (known === undefined) throw new Error('a representative of the plan is not there');
      return known;
    }
    const { newKey } = plan.person;
    const data = planned.people.get(newKey);
    if (data === undefined) throw new Error('a new representative of the plan is not there');
    const id = created.get(newKey) ?? keepNewRepresentative(unit, data);
    created.set(newKey, id);
    return { ...data, id };
  };

  const store = (pupilId: number, isNew: boolean, plan: ParentPlan): boolean => {
    const { row, relation, tie } = plan;
    const ties = isNew ? !plan.tied : tie !== null && agreed.has(tie.key);
    if (ties) keepLink(unit, pupilId, personOf(plan), { relation, legal: row.legal, main: false });
    const related = plan.changes.find(({ field, key }) => field === 'relation' && agreed.has(key));
    if (related !== undefined) {
      const person = personOf(plan);
      const before = findLink(unit.db, pupilId, person.id);
      keepLink(unit, pupilId, person, {
        relation: related.becomes as Relation,
        legal: before?.legal === 1,
        main: before?.main === 1,
      });
    }
    if ('id' in plan.person) {
      const fields = agreedFields(plan.changes, agreed);
      if (Object.keys(fields).length > 0) {
        changesOf.set(plan.person.id, { ...changesOf.get(plan.person.id), ...fields });
      }
    }
    return ties || related !== undefined;
  };

  return {
    /** Answers whether the pupil's ties changed. */
    store,
    /** Keeps what was agreed of known representatives; answers how many came new, how many changed. */
    finish: (): { readonly added: number; readonly changed: number } => {
      let changed = 0;
      for (const [id, changes] of changesOf) {
        const known = planned.representatives.get(id);
        if (known === undefined) throw new Error('a representative of the plan is not there');
        if (keepRepresentative(unit, known, changes) !== known.version) changed += 1;
      }
      return { added: created.size, changed };
    },
  };
}
