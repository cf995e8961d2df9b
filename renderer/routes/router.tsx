import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Gate } from '../features/gate/gate';
import { Loading } from '../ui/loading';
import { outdoorScreens, screens } from './screens';

const root = createRootRoute({ component: Gate, notFoundComponent: () => null });

const routes = [...screens, ...outdoorScreens].flatMap((screen) =>
  screen.paths.map((path) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(async () => ({ default: await screen.load() })),
    }),
  ),
);

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
});
