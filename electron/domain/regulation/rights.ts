import type { Actor, Role } from '../people/roles';
import { ruleOf, type Regulation } from './regulation';
import type { RuleOf } from './rules';

/** What the regulation gives to some roles and not to others (R4). */
export type RegulatedAction = RuleOf<'roles'>;

/**
 * To whom the regulation can give an action: those who have a place in the program for it. A rule
 * chooses among them; a role outside does not get it by any rule.
 */
export const GIVEN_TO = {
  fillAnyPage: ['administrator', 'director', 'deputy', 'classTeacher'],
  setAbsenceReasons: ['administrator', 'deputy', 'classTeacher', 'teacher'],
  openLocks: ['administrator', 'director', 'deputy'],
  registerSubstitutions: ['administrator', 'director', 'deputy'],
  changeTimetable: ['administrator', 'director', 'deputy'],
  enterPlans: ['administrator', 'director', 'deputy', 'teacher'],
  correctPupilData: ['administrator', 'deputy', 'classTeacher', 'secretary'],
  moveBetweenGroups: ['administrator', 'deputy', 'classTeacher'],
} as const satisfies Readonly<Record<RegulatedAction, readonly Role[]>>;

/** Whether a role may do what is asked about. */
export type Lets = (role: Role) => boolean;

/** Whether a role may do it, and by which clauses. */
export function rightOf(
  regulation: Regulation,
  role: Role,
  action: RegulatedAction,
): { readonly may: boolean; readonly clauses: readonly string[] } {
  const { value, clauses } = ruleOf(regulation, action);
  const reachable: readonly Role[] = GIVEN_TO[action];
  return { may: value.includes(role) && reachable.includes(role), clauses };
}

/** Who may do it, as a question that rules of rows ask. */
export const letsOf =
  (regulation: Regulation, action: RegulatedAction): Lets =>
  (role) =>
    rightOf(regulation, role, action).may;

/** Whether the person may do it in any of the own roles. */
export const mayByRegulation = (
  regulation: Regulation,
  actor: Pick<Actor, 'roles'>,
  action: RegulatedAction,
): boolean => actor.roles.some(letsOf(regulation, action));

/** The same where class teachers may only in the own class. */
export const mayInClass = (
  actor: Actor,
  homeroomTeacherIds: readonly (number | null)[],
  lets: Lets,
): boolean =>
  actor.roles.some(
    (role) => lets(role) && (role !== 'classTeacher' || homeroomTeacherIds.includes(actor.staffId)),
  );

/** Who may do what by a regulation: what screens need to leave out what nobody behind them may. */
export const rightsBy = (
  regulation: Regulation,
): Readonly<Record<RegulatedAction, readonly Role[]>> => {
  const of = (action: RegulatedAction) => GIVEN_TO[action].filter(letsOf(regulation, action));
  return {
    fillAnyPage: of('fillAnyPage'),
    setAbsenceReasons: of('setAbsenceReasons'),
    openLocks: of('openLocks'),
    registerSubstitutions: of('registerSubstitutions'),
    changeTimetable: of('changeTimetable'),
    enterPlans: of('enterPlans'),
    correctPupilData: of('correctPupilData'),
    moveBetweenGroups: of('moveBetweenGroups'),
  };
};
