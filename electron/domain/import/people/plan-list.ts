import { formatClassName } from '../../people/class-name';
import { pupilChanges, type FieldChange } from './field-change';
import { planParents, type KnownParent, type KnownTie, type ParentPlan } from './plan-parents';
import { planPupils, type Answers, type KnownPupil, type PersonDecision } from './plan-people';
import type { PupilRow } from './person-row';
import type { RepresentativeData } from '../../pupils/representative';

/** What the journal knows of pupils and their parents. */
export interface KnownFamilies {
  readonly pupils: readonly KnownPupil[];
  readonly parents: readonly KnownParent[];
  readonly ties: readonly KnownTie[];
}

/** What becomes of one row, with every difference to be agreed to. */
export interface RowPlan {
  readonly row: PupilRow;
  readonly decision: PersonDecision;
  /** Of the pupil's own card. */
  readonly changes: readonly FieldChange[];
  readonly parents: readonly ParentPlan[];
  /** The class of the journal where the list names another: only an order moves a pupil (C2). */
  readonly elsewhere: string | null;
}

export interface ListPlan {
  readonly rows: readonly RowPlan[];
  /** New representatives by the key of the plan that brings them. */
  readonly people: ReadonlyMap<string, RepresentativeData>;
}

/**
 * Plans what a list of pupils or of parents brings into the journal (C4): who is new, who is known,
 * what differs. The same list after it was taken over plans nothing more.
 */
export function planList(
  rows: readonly PupilRow[],
  known: KnownFamilies,
  list: 'pupils' | 'parents',
  answers: Answers,
): ListPlan {
  const decisions = planPupils(rows, known.pupils, answers, list);
  const byId = new Map(known.pupils.map((pupil) => [pupil.id, pupil]));
  const idOf = (decision: PersonDecision | undefined) =>
    decision?.kind === 'exists' || decision?.kind === 'joins' ? decision.id : null;
  const coming = rows.flatMap((row, index) => {
    const decision = decisions[index];
    const kinds = list === 'pupils' ? ['new', 'exists', 'joins'] : ['exists'];
    if (decision === undefined || !kinds.includes(decision.kind)) return [];
    const pupilId = idOf(decision);
    const card = pupilId === null ? undefined : byId.get(pupilId);
    return [{ row, pupilId, address: row.contacts.address || (card?.address ?? '') }];
  });
  const { ofRows, people } = planParents(coming, known, byId, answers);
  return {
    people,
    rows: rows.map((row, index): RowPlan => {
      const decision = decisions[index] ?? { kind: 'new' };
      const pupilId = idOf(decision);
      const card = pupilId === null ? undefined : byId.get(pupilId);
      const named = row.className === null ? '' : formatClassName(row.className);
      const moved =
        card !== undefined && card.className !== '' && named !== '' && card.className !== named;
      return {
        row,
        decision,
        changes: card === undefined || list === 'parents' ? [] : pupilChanges(row, card),
        parents: ofRows.get(row.key) ?? [],
        elsewhere: moved ? card.className : null,
      };
    }),
  };
}

/** Every difference of a row, in the order in which it is shown. */
export const changesOfRow = ({ changes, parents }: RowPlan): FieldChange[] => [
  ...changes,
  ...parents.flatMap((parent) => [...(parent.tie === null ? [] : [parent.tie]), ...parent.changes]),
];
