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

const ports = () => {
  const shell = { start: vi.fn() };
  const core = { start: vi.fn() };
  return [shell, core] as unknown as MessagePort[];
};

afterEach(() => {
  vi.useRealTimers();
});

test('only the preload’s own message opens the doors', async () => {
  const wrong = ports();
  const right = ports();
  const connected = receivePorts(window);
  post({ ports: wrong, origin: 'https://elsewhere.test' });
  post({ ports: wrong, source: null });
  post({ ports: wrong, data: 'something else' });
  post({ ports: wrong.slice(0, 1) });
  post({ ports: right });
  const { shell, core } = await connected;
  expect([shell, core]).toEqual(right);
  expect(shell.start).toHaveBeenCalledOnce();
  expect(core.start).toHaveBeenCalledOnce();
});

test('without an answer it says so after half a minute', async () => {
  vi.useFakeTimers();
  const connected = receivePorts(window);
  const failed = expect(connected).rejects.toBeInstanceOf(ConnectionError);
  await vi.advanceTimersByTimeAsync(31_000);
  await failed;
});
