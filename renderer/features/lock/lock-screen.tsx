import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import type { SessionInfo } from '#contract/session';
import { core } from '../../api/clients';
import { setSession } from '../../api/session-state';
import { lockTexts } from '../../text/session';
import { CardScreen } from '../../ui/card-screen';
import { ErrorNotice } from '../../ui/error-notice';
import { useKeyHint } from '../../ui/key-hint';

/** Stands instead of the program, not over it: nothing of the journal is left in the page. */
export function LockScreen({ session }: { readonly session: SessionInfo }) {
  const [password, setPassword] = useState('');
  const keys = useKeyHint();
  const passwordField = useRef<HTMLInputElement>(null);
  const unlock = useMutation({
    mutationFn: (input: { password: string }) => core.session.unlock(input),
    onSuccess: setSession,
    onError: () => {
      setPassword('');
      passwordField.current?.focus();
    },
  });
  const logOut = useMutation({
    mutationFn: () => core.session.logOut(),
    onSuccess: () => setSession(null),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') unlock.mutate({ password });
  };
  return (
    <CardScreen title={lockTexts.title} subtitle={lockTexts.text(session.name)} width={440}>
      <form onSubmit={submit} aria-label={lockTexts.title}>
        <Stack gap="xs">
          <ErrorNotice error={unlock.error ?? logOut.error} />
          <PasswordInput
            ref={passwordField}
            size="sm"
            label={lockTexts.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            onKeyDown={keys.onKeyDown}
            autoComplete="off"
            autoFocus
          />
          {keys.hint}
          <Group justify="space-between" wrap="nowrap">
            <Button
              size="sm"
              variant="default"
              loading={logOut.isPending}
              onClick={() => logOut.mutate()}
            >
              {lockTexts.logOut}
            </Button>
            <Button size="sm" type="submit" loading={unlock.isPending} disabled={password === ''}>
              {lockTexts.unlock}
            </Button>
          </Group>
        </Stack>
      </form>
    </CardScreen>
  );
}
