import { findClassHead, type ClassHeadRow } from '#db/queries/class-members';
import type { ReadableDb } from '#db/statement';
import type { Actor } from '#domain/people/roles';
import { canKeepPapers, canSeeCard } from '#domain/pupils/card-rights';
import { refuse } from '../refuse';

type Asking = { readonly db: ReadableDb; readonly actor: Actor };
type ClassOfMine = { readonly head: ClassHeadRow; readonly mayEdit: boolean };

/** Whether the person sees the cards of a class with this teacher and keeps the papers beside them. */
export const classRights = (actor: Actor, homeroomTeacherId: number | null) => {
  const staff = { homeroomTeacherIds: [homeroomTeacherId] };
  return { sees: canSeeCard(actor, staff), edits: canKeepPapers(actor, staff) };
};

/** The class, if the one who asks may see its pupils' cards. */
export function classToSee({ db, actor }: Asking, classId: number): ClassOfMine {
  const head = findClassHead(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const { sees, edits } = classRights(actor, head.homeroomTeacherId);
  if (!sees) refuse('FORBIDDEN', { why: 'notYourClass' });
  return { head, mayEdit: edits };
}

/** The class, if the one who asks keeps the papers of its pupils. */
export function classToEdit(asking: Asking, classId: number): ClassHeadRow {
  const { head, mayEdit } = classToSee(asking, classId);
  if (!mayEdit) refuse('FORBIDDEN', { why: 'notYourClass' });
  return head;
}
