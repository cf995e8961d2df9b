import { hasRole, type Actor } from '../people/roles';
import { mayInClass, type Lets } from '../regulation/rights';

/** Who leads the class the pupil is in now, was in last or comes to next. */
export type PupilStaff = { readonly homeroomTeacherIds: readonly (number | null)[] };

/** Who sees the pupils of every class, not only of an own one. */
export const seesEveryCard = (actor: Pick<Actor, 'roles'>): boolean =>
  hasRole(actor, 'administrator', 'director', 'deputy', 'secretary');

const isOwnPupil = (actor: Actor, { homeroomTeacherIds }: PupilStaff): boolean =>
  hasRole(actor, 'classTeacher') && homeroomTeacherIds.includes(actor.staffId);

/**
 * Who sees a pupil's card: the administration and the secretary every one, a class teacher those of
 * the own class; a subject teacher none (table of roles; U2).
 */
export const canSeeCard = (actor: Actor, pupil: PupilStaff): boolean =>
  seesEveryCard(actor) || isOwnPupil(actor, pupil);

/**
 * Who changes it: whom the regulation lets (R4), class teachers in the own class (ИНС 4.2); the
 * director looks.
 */
export const canEditCard = (actor: Actor, pupil: PupilStaff, lets: Lets): boolean =>
  mayInClass(actor, pupil.homeroomTeacherIds, lets);

/**
 * Who keeps the papers beside the card, consents, health, checks of the data: the secretary (КИА
 * 4.7) and the administrator of everybody, a class teacher of the own class (ТИП А.1, КИА 4.3.10).
 */
export const canKeepPapers = (actor: Actor, pupil: PupilStaff): boolean =>
  hasRole(actor, 'administrator', 'secretary') || isOwnPupil(actor, pupil);

/**
 * Who writes down the marks a pupil brought from another school: who keeps the papers (the secretary
 * with the order, КИА 4.7; the class teacher of the own class, КИА 4.3.10), and the deputy, who answers
 * for the results of learning. Subject teachers only see them on their pages.
 */
export const canEnterBrought = (actor: Actor, pupil: PupilStaff): boolean =>
  hasRole(actor, 'deputy') || canKeepPapers(actor, pupil);
