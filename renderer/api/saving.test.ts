// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { useSaving, whileSaving } from './saving';

afterEach(() => {
  vi.useRealTimers();
});

test('only what takes long is told, and only until it is done', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const told: boolean[] = [];
  const Probe = () => {
    told.push(useSaving());
    return null;
  };
  const root = createRoot(document.createElement('div'));
  await act(async () => root.render(createElement(Probe)));
  await act(async () => whileSaving(Promise.resolve()));
  expect(told).toEqual([false]);
  const { promise, resolve } = Promise.withResolvers<void>();
  const saving = whileSaving(promise);
  await act(async () => vi.advanceTimersByTimeAsync(1000));
  expect(told).toEqual([false, true]);
  resolve();
  await act(async () => saving);
  expect(told).toEqual([false, true, false]);
  await act(async () => root.unmount());
});
