import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SessionInfo } from '#contract/session';
import { isWeakPassword } from '#domain/people/password-rule';
import { core } from '../../api/clients';
import { setSession } from '../../api/session-state';
import { newJournalTexts } from '../../text/first-start';
import { lockTexts, newPasswordTexts } from '../../text/session';
import { CardScreen } from '../../ui/card-screen';
import { ErrorNotice } from '../../ui/error-notice';
import { NewPasswordFields } from '../../ui/new-password-fields';
import { notifyDone } from '../../ui/notify';

/** The first log-in with a temporary password: an own one is needed before the work opens. */
export function ChangePasswordScreen({ session }: { readonly session: SessionInfo }) {
  const [oldPassword, setOldPassword] = useState('');
  const [fresh, setFresh] = useState({ password: '', repeat: '' });
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (input: { oldPassword: string; newPassword: string }) =>
      core.session.changePassword(input),
    onSuccess: (changed) => {
      setSession(changed);
      notifyDone(newPasswordTexts.saved);
    },
  });
  const logOut = useMutation({
    mutationFn: () => core.session.logOut(),
    onSuccess: () => setSession(null),
  });
  const words = newJournalTexts.administrator;
  const problems = {
    ...(isWeakPassword(fresh.password, session.login) && { password: words.weak }),
    ...(fresh.password !== fresh.repeat && { repeat: words.different }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0 || oldPassword === '') return;
    save.mutate({ oldPassword, newPassword: fresh.password });
  };
  return (
    <CardScreen title={newPasswordTexts.title} subtitle={newPasswordTexts.text} width={460}>
      <form onSubmit={submit} noValidate>
        <Stack gap="xs">
          <ErrorNotice error={save.error ?? logOut.error} />
          <PasswordInput
            size="sm"
            label={newPasswordTexts.old}
            value={oldPassword}
            error={tried && oldPassword === '' ? words.missing : undefined}
            onChange={(event) => setOldPassword(event.currentTarget.value)}
            autoComplete="off"
            autoFocus
          />
          <NewPasswordFields
            cols={1}
            label={newPasswordTexts.fresh}
            login={session.login}
            {...fresh}
            problems={tried ? problems : {}}
            onChange={(part) => setFresh((now) => ({ ...now, ...part }))}
          />
          <Group justify="space-between" wrap="nowrap">
            <Button size="sm" variant="default" onClick={() => logOut.mutate()}>
              {lockTexts.logOut}
            </Button>
            <Button size="sm" type="submit" loading={save.isPending}>
              {newPasswordTexts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </CardScreen>
  );
}
