// Which address opens which screen. The board comes with the first load; the other screens are fetched when opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { BoardPage } from './desk/board/board-page.tsx';
import { readBoardSearch, readPlaceSearch } from './desk/board/board-search.ts';
import { Crashed, NotFound } from './desk/frame/dead-ends.tsx';
import { Frame } from './desk/frame/frame.tsx';
import { readSignInSearch } from './desk/sign-in/sign-in-search.ts';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Crashed });

/** Everything but the ways in stands under the band. */
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/desk/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./desk/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const accept = createRoute({
  getParentRoute: () => root,
  path: '/desk/accept',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/sign-in/accept-page.tsx'), 'AcceptPage'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk/board', search: {} });
  },
});

const board = createRoute({
  getParentRoute: () => framed,
  path: '/desk/board',
  validateSearch: readBoardSearch,
  component: BoardPage,
});

const commune = createRoute({
  getParentRoute: () => framed,
  path: '/desk/communes/$code',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/communes/commune-page.tsx'), 'CommunePageScreen'),
});

const criterion = createRoute({
  getParentRoute: () => framed,
  path: '/desk/criteria/$code',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/criteria/criterion-page.tsx'), 'CriterionPageScreen'),
});

const intake = createRoute({
  getParentRoute: () => framed,
  path: '/desk/intake',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/intake/intake-page.tsx'), 'IntakePage'),
});

const begin = createRoute({
  getParentRoute: () => framed,
  path: '/desk/begin',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/begin/begin-page.tsx'), 'BeginPage'),
});

const account = createRoute({
  getParentRoute: () => framed,
  path: '/desk/account',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/account/account-page.tsx'), 'AccountPage'),
});

const people = createRoute({
  getParentRoute: () => framed,
  path: '/desk/people',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('./desk/people/people-page.tsx'), 'PeoplePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signIn,
    accept,
    framed.addChildren([board, commune, criterion, intake, begin, account, people]),
  ]),
  // Plain `?under=112&round=2020-nam`, as a person would type it, not JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (values) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values))
      if (value !== undefined && value !== '') query.set(name, String(value));
    const text = query.toString();
    return text === '' ? '' : `?${text}`;
  },
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
