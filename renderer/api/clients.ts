import {
  createORPCClient,
  type Client,
  type ClientContext,
  type ClientLink,
  type NestedClient,
} from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract/index';
import type { shellContract } from '#contract/shell';
import { connect, ConnectionError, type Ports } from './connect';
import { whileSaving } from './saving';
import { noticeSessionEnd } from './session-state';

/** The client as the screens see it: `requestId` of a command is filled in where it is not given. */
type WithOptionalRequestId<T extends NestedClient<ClientContext>> =
  T extends Client<infer Context, infer Input, infer Output, infer Failure>
    ? Client<
        Context,
        Input extends { requestId: string }
          ? Omit<Input, 'requestId'> & { requestId?: string }
          : Input,
        Output,
        Failure
      >
    : {
        [Key in keyof T]: T[Key] extends NestedClient<ClientContext>
          ? WithOptionalRequestId<T[Key]>
          : never;
      };

export type CoreClient = WithOptionalRequestId<ContractRouterClient<typeof contract>>;
export type ShellClient = ContractRouterClient<typeof shellContract>;

const withRequestId = (input: unknown): unknown =>
  typeof input === 'object' && input !== null
    ? { requestId: crypto.randomUUID(), ...input }
    : input;

/** The contract's schemas are loaded at the first call: the log-in is drawn without them. */
const loadMeta = () => import('./procedure-meta');
let meta: ReturnType<typeof loadMeta> | undefined;
const commandTakingRequestId = async (path: readonly string[]) =>
  (await (meta ??= loadMeta())).takesRequestId(path);

/** A link whose port comes later: calls wait for it, and fail plainly once it is closed. */
function portLink(door: keyof Ports): ClientLink<ClientContext> {
  let link: Promise<ClientLink<ClientContext>> | undefined;
  let closed = false;
  const open = async () => {
    const port = (await connect())[door];
    port.addEventListener('close', () => {
      closed = true;
    });
    return new RPCLink<ClientContext>({ port });
  };
  return {
    async call(path, input, options) {
      const ready = await (link ??= open());
      if (closed) throw new ConnectionError('port closed');
      try {
        if (door === 'shell' || !(await commandTakingRequestId(path))) {
          return await ready.call(path, input, options);
        }
        return await whileSaving(ready.call(path, withRequestId(input), options));
      } catch (error) {
        if (closed) throw new ConnectionError('port closed', { cause: error });
        noticeSessionEnd(error);
        throw error;
      }
    },
  };
}

/** What the journal can be asked. */
export const core: CoreClient = createORPCClient(portLink('core'));
/** Dialogs, printing, windows. */
export const shell: ShellClient = createORPCClient(portLink('shell'));
