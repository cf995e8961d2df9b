import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import type { Workplace } from '#contract/setup';
import { core } from '../../api/clients';
import { setSession } from '../../api/session-state';
import { hasScreen } from '../../routes/screens';
import { commonTexts } from '../../text/common';
import { firstStartTexts } from '../../text/first-start';
import { logInTexts } from '../../text/log-in';
import { CardScreen } from '../../ui/card-screen';
import { ErrorNotice } from '../../ui/error-notice';
import { useKeyHint } from '../../ui/key-hint';
import { JobPanel } from '../../ui/job-panel';
import { useOpenDemo } from '../first-start/use-open-demo';
import { DemoPeople } from './demo-people';

/** The log-in; in the demonstration school its people stand ready as buttons. */
export function LogInScreen({ workplace }: { readonly workplace: Workplace }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const keys = useKeyHint();
  const passwordField = useRef<HTMLInputElement>(null);
  const logIn = useMutation({
    mutationFn: (who: { login: string; password: string }) => core.session.logIn(who),
    onSuccess: setSession,
    onError: () => {
      setPassword('');
      passwordField.current?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (login.trim() !== '' && password !== '') logIn.mutate({ login, password });
  };
  const demo = workplace.place === 'demo';
  const building = useOpenDemo();
  if (building.progress) {
    return (
      <CardScreen title={logInTexts.demo.title} width={620}>
        <JobPanel
          title={firstStartTexts.demo.title}
          step={firstStartTexts.demo.steps[building.progress.step]}
          done={building.progress.done}
        />
      </CardScreen>
    );
  }
  return (
    <CardScreen
      title={demo ? logInTexts.demo.title : (workplace.schoolName ?? commonTexts.program)}
      subtitle={demo ? logInTexts.demo.text : logInTexts.title}
      width={demo ? 620 : 400}
      footer={
        <Group justify="space-between" p="sm">
          <Text c="dimmed" size="xs">
            {commonTexts.program} · {logInTexts.version(workplace.version)}
          </Text>
          {!demo && hasScreen('/restore') && (
            <Anchor component={Link} to="/restore" size="xs">
              {logInTexts.restore}
            </Anchor>
          )}
        </Group>
      }
    >
      {demo && (
        <ModalsProvider>
          <DemoPeople
            people={workplace.demoPeople}
            busy={logIn.isPending}
            onRebuild={building.rebuild}
            onEnter={logIn.mutate}
          />
          <ErrorNotice error={building.error} />
        </ModalsProvider>
      )}
      <form onSubmit={submit} aria-label={logInTexts.title}>
        <Stack gap="xs">
          {demo && <Text fw={600}>{logInTexts.demo.byPassword}</Text>}
          <ErrorNotice error={logIn.error} />
          <TextInput
            size="sm"
            label={logInTexts.login}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            // The log-in is what the person came for: the caret waits in its first field.
            autoFocus={!demo}
          />
          <PasswordInput
            ref={passwordField}
            size="sm"
            label={logInTexts.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            onKeyDown={keys.onKeyDown}
            autoComplete="off"
          />
          {keys.hint}
          <Group justify="space-between" wrap="nowrap" align="center">
            <Text size="xs" c="dimmed" maw={230}>
              {demo ? '' : logInTexts.forgotten}
            </Text>
            <Button
              type="submit"
              size="sm"
              loading={logIn.isPending}
              disabled={login.trim() === '' || password === ''}
            >
              {logInTexts.enter}
            </Button>
          </Group>
        </Stack>
      </form>
    </CardScreen>
  );
}
