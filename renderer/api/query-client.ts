import { QueryClient } from '@tanstack/react-query';

/** What the screens know of the journal; the core lies in the same computer, so asking again is cheap. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: 15_000,
      // The core needs no network: without it the queries would wait for the cable to be plugged in.
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
