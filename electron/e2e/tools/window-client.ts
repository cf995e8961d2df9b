/**
 * Goes past the screens: asks the preload for a second pair of ports, as a hostile page could, and
 * speaks to the core directly. Put into a window by a story; answers by name of the procedure.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

type Call = (input?: unknown) => Promise<unknown>;

function askForPorts(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener('message', ({ data, ports: [, core] }) => {
      if (data === 'school-journal:ports' && core !== undefined) resolve(core);
    });
    window.postMessage('school-journal:ready', location.origin);
  });
}

const port = await askForPorts();
const client = createORPCClient(new RPCLink({ port })) as unknown as Record<
  string,
  Record<string, Call>
>;
port.start();

/** What the core answers to a call, or its refusal. */
async function call(topic: string, name: string, input?: unknown): Promise<unknown> {
  try {
    return { answer: await client[topic]?.[name]?.(input) };
  } catch (error) {
    const { code, data } = error as { code?: string; data?: unknown };
    return { refused: code ?? String(error), data };
  }
}
Object.assign(globalThis, { pastTheScreen: call });
