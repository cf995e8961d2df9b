import { schoolTexts } from '../../text/school';
import { yearOpeningTexts } from '../../text/year-opening';
import { tabbedScreen } from '../../ui/tabbed-screen';

/** «Школа»: the school, its year and its dictionaries. A new part is one entry here. */
export const SchoolTabs = tabbedScreen('/school', schoolTexts.title, [
  {
    key: 'overview',
    title: schoolTexts.tabs.overview,
    group: schoolTexts.tabGroups.school,
    asks: 'school.overview',
    load: () => import('./school-screen').then((file) => file.SchoolScreen),
  },
  {
    key: 'profile',
    title: schoolTexts.tabs.profile,
    group: schoolTexts.tabGroups.school,
    asks: 'profile.get',
    load: () => import('./profile-screen').then((file) => file.ProfileScreen),
  },
  {
    key: 'calendar',
    title: schoolTexts.tabs.calendar,
    group: schoolTexts.tabGroups.school,
    asks: 'calendar.get',
    load: () => import('./calendar-screen').then((file) => file.CalendarScreen),
  },
  {
    key: 'bells',
    title: schoolTexts.tabs.bells,
    group: schoolTexts.tabGroups.school,
    asks: 'bells.list',
    load: () => import('./bells-screen').then((file) => file.BellsScreen),
  },
  {
    key: 'rooms',
    title: schoolTexts.tabs.rooms,
    group: schoolTexts.tabGroups.school,
    asks: 'rooms.list',
    load: () => import('./rooms-screen').then((file) => file.RoomsScreen),
  },
  {
    key: 'staff',
    title: schoolTexts.tabs.staff,
    group: schoolTexts.tabGroups.school,
    asks: 'staff.list',
    load: () => import('./staff-screen').then((file) => file.StaffScreen),
  },
  {
    key: 'new-year',
    title: yearOpeningTexts.tab,
    group: schoolTexts.tabGroups.school,
    asks: 'yearOpening.state',
    load: () => import('../year-opening/new-year-screen').then((file) => file.NewYearScreen),
  },
  {
    key: 'subjects',
    title: schoolTexts.tabs.subjects,
    group: schoolTexts.tabGroups.teaching,
    asks: 'dictionaries.subjects',
    load: () => import('./subjects-screen').then((file) => file.SubjectsScreen),
  },
  {
    key: 'work-kinds',
    title: schoolTexts.tabs.workKinds,
    group: schoolTexts.tabGroups.teaching,
    asks: 'dictionaries.workKinds',
    load: () => import('./work-kinds-screen').then((file) => file.WorkKindsScreen),
  },
  {
    key: 'scales',
    title: schoolTexts.tabs.scales,
    group: schoolTexts.tabGroups.teaching,
    asks: 'dictionaries.scales',
    load: () => import('./scales-screen').then((file) => file.ScalesScreen),
  },
  {
    key: 'classes',
    title: schoolTexts.tabs.classes,
    group: schoolTexts.tabGroups.teaching,
    asks: 'classes.setup',
    load: () => import('../classes/classes-screen').then((file) => file.ClassesScreen),
  },
  {
    key: 'curriculum',
    title: schoolTexts.tabs.curriculum,
    group: schoolTexts.tabGroups.teaching,
    asks: 'curriculum.view',
    load: () => import('../curriculum/curriculum-screen').then((file) => file.CurriculumScreen),
  },
  {
    key: 'load',
    title: schoolTexts.tabs.load,
    group: schoolTexts.tabGroups.teaching,
    asks: 'load.view',
    load: () => import('../load/load-screen').then((file) => file.LoadScreen),
  },
  {
    key: 'groups',
    title: schoolTexts.tabs.groups,
    group: schoolTexts.tabGroups.teaching,
    asks: 'groups.ofClass',
    load: () => import('../groups/groups-screen').then((file) => file.GroupsScreen),
  },
  {
    key: 'individual',
    title: schoolTexts.tabs.individual,
    group: schoolTexts.tabGroups.teaching,
    asks: 'individual.plans',
    load: () => import('../individual/individual-screen').then((file) => file.IndividualScreen),
  },
]);
