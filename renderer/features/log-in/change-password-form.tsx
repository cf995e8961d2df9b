import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { SessionInfo } from '#contract/session';
import { isWeakPassword } from '#domain/people/password-rule';
import { core } from '../../api/clients';
import { setSession } from '../../api/session-state';
import { newJournalTexts } from '../../text/first-start';
import { newPasswordTexts } from '../../text/session';
import { ErrorNotice } from '../../ui/error-notice';
import { NewPasswordFields } from '../../ui/new-password-fields';
import { notifyDone } from '../../ui/notify';

/** The old password and a new one twice; `oldLabel` says which password the old one is. */
export function ChangePasswordForm(props: {
  readonly session: SessionInfo;
  readonly oldLabel: string;
  readonly onSaved?: () => void;
  readonly error?: unknown;
  /** The way out, beside the button that saves. */
  readonly children: ReactNode;
}) {
  const { session } = props;
  const [oldPassword, setOldPassword] = useState('');
  const [fresh, setFresh] = useState({ password: '', repeat: '' });
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (input: { oldPassword: string; newPassword: string }) =>
      core.session.changePassword(input),
    onSuccess: (changed) => {
      setSession(changed);
      notifyDone(newPasswordTexts.saved);
      props.onSaved?.();
    },
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
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ErrorNotice error={save.error ?? props.error} />
        <PasswordInput
          size="sm"
          label={props.oldLabel}
          value={oldPassword}
          error={tried && oldPassword === '' ? words.missing : undefined}
          onChange={(event) => setOldPassword(event.currentTarget.value)}
          autoComplete="off"
          autoFocus
          data-autofocus
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
          {props.children}
          <Button size="sm" type="submit" loading={save.isPending}>
            {newPasswordTexts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
