import { notifyManager, type QueryKey } from '@tanstack/react-query';
import type { SessionInfo } from '#contract/session';
import { chooseYear } from './chosen-year';
import { queryClient } from './query-client';
import { refusalOf } from './refusal';

/** The key under which the screens keep who works in this window. */
export const SESSION_KEY = ['session-of-window'] as const;
queryClient.setQueryDefaults(SESSION_KEY, { gcTime: Infinity });

/** What is known before the log-in as well: the session itself and the workplace. */
function isKnownOutdoors([topic]: QueryKey): boolean {
  return topic === SESSION_KEY[0] || (Array.isArray(topic) && topic[0] === 'setup');
}

let before: SessionInfo | null = null;
/** Who worked here until the log-out: a screen on its way out may be drawn once more. */
export const sessionBefore = (): SessionInfo | null => before;

/** Remembers who works here now; null after the log-out, which also forgets all that was shown. */
export function setSession(session: SessionInfo | null): void {
  if (session === null) {
    before = queryClient.getQueryData<SessionInfo>(SESSION_KEY) ?? before;
    queryClient.removeQueries({ predicate: ({ queryKey }) => !isKnownOutdoors(queryKey) });
  }
  queryClient.setQueryData<SessionInfo | null>(SESSION_KEY, session);
  // Told after the session: a screen that asks who works here must be gone when its year changes.
  if (session === null) notifyManager.schedule(() => chooseYear(undefined));
}

/** Changes what is known of the session, where there is one. */
export function patchSession(change: Partial<SessionInfo>): void {
  queryClient.setQueryData<SessionInfo | null>(SESSION_KEY, (session) =>
    session ? { ...session, ...change } : session,
  );
}

/** A refusal because of the session itself changes what the whole window shows. */
export function noticeSessionEnd(error: unknown): void {
  const code = refusalOf(error)?.code;
  if (code === 'SESSION_LOCKED') patchSession({ locked: true });
  if (code === 'NOT_SIGNED_IN') setSession(null);
  if (code === 'PASSWORD_CHANGE_REQUIRED') patchSession({ mustChangePassword: true });
}
