import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionInfo } from '#contract/session';
import { core } from './clients';
import { SESSION_KEY, sessionBefore } from './session-state';

export const sessionQuery = queryOptions<SessionInfo | null>({
  queryKey: SESSION_KEY,
  queryFn: () => core.session.current(),
  staleTime: Infinity,
});

/** Who works in this window. Only for screens behind the log-in: throws where nobody does. */
export function useSession(): SessionInfo {
  const session = useQuery(sessionQuery).data ?? sessionBefore();
  if (session === null) throw new Error('no session');
  return session;
}
