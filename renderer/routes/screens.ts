import { IconHome, IconTable, type Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '#domain/people/roles';
import { mayCall, type ProcedureName } from '../api/procedure-meta';
import { screenTexts } from '../text/screens';

/** Code of a screen, loaded when it is opened first. `paths` may hold parts like `$pageId`. */
type Lazy = {
  readonly paths: readonly [`/${string}`, ...`/${string}`[]];
  readonly load: () => Promise<ComponentType>;
};

/** A screen behind the log-in; the rail leads to its first path. */
export type Screen = Lazy & {
  readonly title: string;
  readonly icon: Icon;
  /** What the screen asks first: the rail shows it to whom the contract lets. */
  readonly asks: ProcedureName;
};

/** Every screen behind the log-in, in the rail's order. A new screen is one line here. */
export const screens: readonly Screen[] = [
  // oxfmt-ignore
  { paths: ['/'], title: screenTexts.start, icon: IconHome, asks: 'school.overview', load: () => import('../features/start/start-screen').then((file) => file.StartScreen) },
  // oxfmt-ignore
  { paths: ['/journal'], title: screenTexts.journal, icon: IconTable, asks: 'journal.pages', load: () => import('../features/journal/journal-screen').then((file) => file.JournalScreen) },
];

/** Screens that open before the log-in as well. */
export const outdoorScreens: readonly Lazy[] = [];

/** The screens for somebody with these roles. */
export const screensFor = (roles: readonly Role[]): readonly Screen[] =>
  screens.filter(({ asks }) => mayCall(roles, asks));

/** Whether the program has a screen at this path. */
export const hasScreen = (path: string): boolean =>
  [...screens, ...outdoorScreens].some(({ paths }) => paths.some((one) => one === path));
