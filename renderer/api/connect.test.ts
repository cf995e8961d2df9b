// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { ConnectionError, receivePorts } from './connect';

const PORTS = 'school-journal:ports';

function post(message: Partial<MessageEventInit>): void {
  window.dispatchEvent(
    new MessageEvent('message', {
      source: window,
      origin: location.origin,
      data: PORTS,
      ...message,
    }),
  );
}

const ports = (started: string[] = []) =>
  ['shell', 'core'].map((name) => ({ start: () => started.push(name) }) as unknown as MessagePort);

afterEach(() => {
  vi.useRealTimers();
});

test('only the preload’s own message opens the doors', async () => {
  const wrong = ports();
  const started: string[] = [];
  const right = ports(started);
  const connected = receivePorts(window);
  post({ ports: wrong, origin: 'https://elsewhere.test' });
  post({ ports: wrong, source: null });
  post({ ports: wrong, data: 'something else' });
  post({ ports: wrong.slice(0, 1) });
  post({ ports: right });
  const { shell, core } = await connected;
  expect([shell, core]).toEqual(right);
  expect(started).toEqual(['shell', 'core']);
});

test('without an answer it says so after half a minute', async () => {
  vi.useFakeTimers();
  const connected = receivePorts(window);
  const outcome = connected.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await outcome).toBeInstanceOf(ConnectionError);
});
