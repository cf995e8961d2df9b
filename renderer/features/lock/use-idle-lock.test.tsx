// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionInfo } from '#contract/session';
import { PRESETS } from '#domain/regulation/presets/index';
import { rightsBy } from '#domain/regulation/rights';
import { queryClient } from '../../api/query-client';
import { SESSION_KEY, setSession } from '../../api/session-state';
import { useIdleLock } from './use-idle-lock';

const session: SessionInfo = {
  accountId: 1,
  staffId: 1,
  name: 'Иванова М. П.',
  login: 'ivanova.mp',
  roles: ['teacher'],
  schoolName: 'Школа № 5',
  demo: false,
  locked: false,
  mustChangePassword: false,
  idleMinutes: 10,
  today: '2026-11-19',
  rights: rightsBy(PRESETS.tip),
};

const locked = () => queryClient.getQueryData<SessionInfo>(SESSION_KEY)?.locked;

function Work() {
  useIdleLock(session.idleMinutes);
  return null;
}

let root: ReturnType<typeof createRoot>;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  setSession(session);
  root = createRoot(document.createElement('div'));
  act(() => root.render(<Work />));
});

afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nobody at the keyboard for so long: the window locks', () => {
  vi.advanceTimersByTime(9 * 60_000);
  expect(locked()).toBe(false);
  vi.advanceTimersByTime(70_000);
  expect(locked()).toBe(true);
});

test('a key puts it off', () => {
  vi.advanceTimersByTime(9 * 60_000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: '5' }));
  vi.advanceTimersByTime(9 * 60_000);
  expect(locked()).toBe(false);
  vi.advanceTimersByTime(70_000);
  expect(locked()).toBe(true);
});

test('after the work is gone nothing ticks on', () => {
  act(() => root.unmount());
  vi.advanceTimersByTime(60 * 60_000);
  expect(locked()).toBe(false);
  root = createRoot(document.createElement('div'));
});
