import type { Role } from '#domain/people/roles';
import { mayCall } from '../api/procedure-meta';
import { screens, type Screen } from './screens';

/** The screens for somebody with these roles. */
export const screensFor = (roles: readonly Role[]): readonly Screen[] =>
  screens.filter(({ asks }) => mayCall(roles, asks));

/** Whether this address leads to a screen for somebody with these roles. */
export const mayOpen = (roles: readonly Role[], address: string): boolean => {
  const [topic] = address.split(/[/?]/).filter(Boolean);
  return screensFor(roles).some(({ paths: [path] }) => path === `/${topic ?? ''}`);
};
