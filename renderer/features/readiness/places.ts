import type { ReadinessSection } from '#domain/readiness/sections';
import type { Role } from '#domain/people/roles';
import { mayCall, type ProcedureName } from '../../api/procedure-meta';

/** Where a section is made; `asks` is what that screen asks first. */
const PLACES: Readonly<
  Record<ReadinessSection, { readonly to: `/${string}`; readonly asks: ProcedureName }>
> = {
  profile: { to: '/school/profile', asks: 'profile.get' },
  periods: { to: '/school/calendar', asks: 'calendar.get' },
  holidays: { to: '/school/calendar', asks: 'calendar.get' },
  bells: { to: '/school/bells', asks: 'bells.list' },
  rooms: { to: '/school/rooms', asks: 'rooms.list' },
  staff: { to: '/school/staff', asks: 'staff.list' },
  classes: { to: '/school/classes', asks: 'classes.setup' },
  pupils: { to: '/pupils', asks: 'people.pupils' },
  subjects: { to: '/school/curriculum', asks: 'curriculum.view' },
  groups: { to: '/school/groups', asks: 'groups.ofClass' },
  individual: { to: '/school/individual', asks: 'individual.plans' },
  load: { to: '/school/load', asks: 'load.view' },
  accounts: { to: '/people', asks: 'people.staff' },
  timetable: { to: '/timetable/editor', asks: 'timetable.editor' },
  plans: { to: '/plans', asks: 'plans.list' },
  controlWorks: { to: '/timetable/control', asks: 'controlWorks.schedule' },
};

/** The address where a section is made, or at least seen, by somebody with these roles. */
export function placeOfSection(section: ReadinessSection, roles: readonly Role[]): string {
  const { to, asks } = PLACES[section];
  return mayCall(roles, asks) ? to : to.slice(0, to.indexOf('/', 1));
}
