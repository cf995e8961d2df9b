import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { Gate } from '../features/gate/gate';
import { Loading } from '../ui/loading';
import { ScreenError } from '../ui/screen-error';
import { heldScreenCode, screenCode } from './screen-code';
import { outdoorScreens, screens, type Lazy } from './screens';

const root = createRootRoute({ component: Gate, notFoundComponent: () => null });

const routesOf = ({ paths, load }: Lazy, code: typeof screenCode) =>
  paths.map((path) => createRoute({ getParentRoute: () => root, path, component: code(load) }));

const routes = [
  ...screens.flatMap((screen) => routesOf(screen, heldScreenCode)),
  ...outdoorScreens.flatMap((screen) => routesOf(screen, screenCode)),
];

/** Addresses live behind the hash: the page itself is one file of the program. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  // Plain text after «?»: the router's own way puts quotes around numbers.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (parts) => {
    const text = new URLSearchParams(parts).toString();
    return text === '' ? '' : `?${text}`;
  },
  defaultPendingComponent: Loading,
  defaultErrorComponent: ScreenError,
});
