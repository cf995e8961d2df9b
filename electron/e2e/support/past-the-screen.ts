import type { Page } from '@playwright/test';
import { bundleForWindow } from './bundle-for-window';

type Answer = {
  readonly answer?: unknown;
  readonly refused?: string;
  readonly data?: unknown;
};
type Call = (topic: string, name: string, input?: unknown) => Promise<Answer>;

let tool: Promise<string> | undefined;

/** A way to the core that no screen stands in front of, in a session of its own. */
export async function pastTheScreen(window: Page): Promise<Call> {
  const text = await (tool ??= bundleForWindow('window-client.ts'));
  await window.evaluate(`(async () => { ${text} })()`);
  return (topic, name, input) =>
    window.evaluate(
      ([one, two, three]) =>
        (globalThis as unknown as { pastTheScreen: Call }).pastTheScreen(
          one as string,
          two as string,
          three,
        ),
      [topic, name, input],
    );
}
