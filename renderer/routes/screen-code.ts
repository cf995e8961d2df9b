import { lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import type { Lazy } from './screens';

let held: (() => void)[] = [];

/** A screen whose code is loaded when it is opened first; until then the one before it stays. */
export const screenCode = (load: Lazy['load']): AsyncRouteComponent<unknown> =>
  lazyRouteComponent(async () => ({ default: await load() }));

/**
 * The same behind the log-in. The router draws nothing before it has the code of what the address
 * leads to, so it learns that there is some to load only after the log-in has been drawn.
 */
export function heldScreenCode(load: Lazy['load']) {
  const component = screenCode(load);
  const { preload } = component;
  delete component.preload;
  held.push(() => Object.assign(component, { preload }));
  return component;
}

/** The log-in stands: from now on the code of every screen is loaded before it is shown. */
export function releaseScreens(): void {
  for (const release of held) release();
  held = [];
}
