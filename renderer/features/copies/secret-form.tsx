import {
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { parseRecoveryKey } from '#domain/keys/recovery-key-text';
import { refusalOf } from '../../api/refusal';
import { restoreTexts } from '../../text/copies';
import { useKeyHint } from '../../ui/key-hint';
import { StorageError, Trouble } from '../../ui/storage-error';
import { RecoveryKeyField } from './recovery-key-field';
import type { CopySecret } from './use-restore';

const words = restoreTexts.secret;

type Kind = 'key' | 'password';

/** The key did not open the copy: not a failure of the program, but a thing to be told plainly. */
function Refused(props: { readonly error: unknown; readonly kind: Kind }) {
  const refused = refusalOf(props.error)?.code === 'WRONG_PASSWORD';
  if (refused) return <Trouble {...words.wrong[props.kind]} />;
  return <StorageError error={props.error} missing="copy" />;
}

/** What is typed to open the copy; it stays while an attempt runs and fails. */
export type SecretDraft = {
  readonly kind: Kind;
  readonly key: string;
  readonly login: string;
  readonly password: string;
};

export const EMPTY_SECRET: SecretDraft = { kind: 'key', key: '', login: '', password: '' };

function secretOf(draft: SecretDraft): CopySecret | undefined {
  if (draft.kind === 'password') {
    const { login, password } = draft;
    return login.trim() === '' || password === '' ? undefined : { login: login.trim(), password };
  }
  const parsed = parseRecoveryKey(draft.key);
  return parsed.ok ? { recoveryKey: parsed.key } : undefined;
}

/** The recovery key, or a log-in and password of the copy's day. */
export function SecretForm(props: {
  readonly draft: SecretDraft;
  readonly onChange: (draft: SecretDraft) => void;
  readonly error: unknown;
  readonly onStart: (secret: CopySecret) => void;
  readonly onOtherFolder: () => void;
}) {
  const { draft } = props;
  const { onKeyDown, hint } = useKeyHint();
  const [tried, setTried] = useState<Kind>(draft.kind);
  const change = (part: Partial<SecretDraft>) => props.onChange({ ...draft, ...part });
  const secret = secretOf(draft);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The caret waits where the person goes on: in the key, or in the password that did not fit.
    const fields =
      form.current?.querySelectorAll<HTMLInputElement>('input:not([type=radio])') ?? [];
    const wanted = [...fields].find(({ value }) => value === '') ?? [...fields].at(-1);
    wanted?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret === undefined) return;
    setTried(draft.kind);
    props.onStart(secret);
  };
  return (
    <form ref={form} onSubmit={submit} aria-label={words.title}>
      <Stack gap="sm">
        <Title order={2}>{words.title}</Title>
        {tried === draft.kind && <Refused error={props.error} kind={draft.kind} />}
        <SegmentedControl
          aria-label={words.title}
          data={[
            { value: 'key', label: words.kinds.key },
            { value: 'password', label: words.kinds.password },
          ]}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        {draft.kind === 'key' ? (
          <RecoveryKeyField value={draft.key} onChange={(key) => change({ key })} />
        ) : (
          <>
            <TextInput
              size="sm"
              label={words.login}
              value={draft.login}
              onChange={(event) => change({ login: event.currentTarget.value })}
              autoComplete="off"
              spellCheck={false}
            />
            <PasswordInput
              size="sm"
              label={words.password}
              value={draft.password}
              onChange={(event) => change({ password: event.currentTarget.value })}
              onKeyDown={onKeyDown}
              autoComplete="off"
            />
            {hint}
          </>
        )}
        <Group justify="space-between">
          <Button size="sm" variant="default" onClick={props.onOtherFolder}>
            {restoreTexts.otherFolder}
          </Button>
          <Button size="sm" type="submit" disabled={secret === undefined}>
            {restoreTexts.start}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
