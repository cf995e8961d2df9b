import {
  IconCalendarWeek,
  IconFileImport,
  IconGavel,
  IconDatabaseExport,
  IconHome,
  IconListCheck,
  IconListNumbers,
  IconReportAnalytics,
  IconSchool,
  IconTable,
  IconUsers,
  IconUserCheck,
  IconUserShield,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ProcedureName } from '../api/procedure-meta';
import type { Part } from '../ui/tabbed-screen';
import { screenTexts } from '../text/screens';

/** Code of a screen, loaded when it is opened first. `paths` may hold parts like `$pageId`. */
export type Lazy = {
  readonly paths: readonly [`/${string}`, ...`/${string}`[]];
  readonly load: () => Promise<ComponentType>;
};

/** A screen behind the log-in; the rail leads to its first path. */
export type Screen = Lazy & {
  readonly title: string;
  readonly icon: Icon;
  /** What the screen asks first: the rail shows it to whom the contract lets. */
  readonly asks: ProcedureName;
  /** Its tabs, where it has some: the search leads to each. */
  readonly parts?: () => Promise<readonly Part[]>;
};

/** Every screen behind the log-in, in the rail's order. A new screen is one entry here. */
export const screens: readonly Screen[] = [
  {
    paths: ['/'],
    title: screenTexts.start,
    icon: IconHome,
    asks: 'school.overview',
    load: () => import('../features/start/start-screen').then((file) => file.StartScreen),
  },
  {
    paths: ['/duties'],
    title: screenTexts.duties,
    icon: IconListCheck,
    asks: 'duties.school',
    load: () =>
      import('../features/duties/school-duties-screen').then((file) => file.SchoolDutiesScreen),
  },
  {
    paths: ['/journal', '/journal/$pageId'],
    title: screenTexts.journal,
    icon: IconTable,
    asks: 'journal.pages',
    load: () => import('../features/journal/journal-screen').then((file) => file.JournalScreen),
  },
  {
    paths: ['/attendance'],
    title: screenTexts.attendance,
    icon: IconUserCheck,
    asks: 'attendance.classes',
    load: () =>
      import('../features/attendance/attendance-screen').then((file) => file.AttendanceScreen),
  },
  {
    paths: ['/timetable', '/timetable/$tab'],
    title: screenTexts.timetable,
    icon: IconCalendarWeek,
    asks: 'school.timetable',
    load: () => import('../features/timetable/timetable-tabs').then((file) => file.TimetableTabs),
    parts: () =>
      import('../features/timetable/timetable-tabs').then((file) => file.TimetableTabs.parts),
  },
  {
    paths: ['/plans', '/plans/$tab', '/plans/$tab/$id'],
    title: screenTexts.plans,
    icon: IconListNumbers,
    asks: 'plans.list',
    load: () => import('../features/plans/plans-tabs').then((file) => file.PlansTabs),
    parts: () => import('../features/plans/plans-tabs').then((file) => file.PlansTabs.parts),
  },
  {
    paths: [
      '/pupils',
      '/pupils/$tab',
      '/pupils/card/$pupilId',
      '/pupils/paper/$paper',
      '/pupils/brought/$arrivedId',
    ],
    title: screenTexts.pupils,
    icon: IconUsers,
    asks: 'people.pupils',
    load: () => import('../features/pupils/pupils-area').then((file) => file.PupilsArea),
    parts: () => import('../features/pupils/pupils-tabs').then((file) => file.PupilsTabs.parts),
  },
  {
    paths: ['/reports', '/reports/$tab'],
    title: screenTexts.reports,
    icon: IconReportAnalytics,
    asks: 'corrections.list',
    load: () => import('../features/reports/reports-tabs').then((file) => file.ReportsTabs),
    parts: () => import('../features/reports/reports-tabs').then((file) => file.ReportsTabs.parts),
  },
  {
    paths: ['/copies'],
    title: screenTexts.copies,
    icon: IconDatabaseExport,
    asks: 'copies.list',
    load: () => import('../features/copies/copies-screen').then((file) => file.CopiesScreen),
  },
  {
    paths: ['/school', '/school/$tab'],
    title: screenTexts.school,
    icon: IconSchool,
    asks: 'school.overview',
    load: () => import('../features/school/school-tabs').then((file) => file.SchoolTabs),
    parts: () => import('../features/school/school-tabs').then((file) => file.SchoolTabs.parts),
  },
  {
    paths: ['/regulation'],
    title: screenTexts.regulation,
    icon: IconGavel,
    asks: 'regulation.versions',
    load: () =>
      import('../features/regulation/regulation-screen').then((file) => file.RegulationScreen),
  },
  {
    paths: ['/import'],
    title: screenTexts.import,
    icon: IconFileImport,
    asks: 'imports.start',
    load: () => import('../features/import/import-screen').then((file) => file.ImportScreen),
  },
  {
    paths: ['/people'],
    title: screenTexts.people,
    icon: IconUserShield,
    asks: 'people.staff',
    load: () => import('../features/people/people-screen').then((file) => file.PeopleScreen),
  },
];

/** Screens that open before the log-in as well. */
export const outdoorScreens: readonly Lazy[] = [
  {
    paths: ['/restore'],
    load: () => import('../features/copies/restore-screen').then((file) => file.RestoreScreen),
  },
];

/** Whether the program has a screen at this path. */
export const hasScreen = (path: string): boolean =>
  [...screens, ...outdoorScreens].some(({ paths }) => paths.some((one) => one === path));
