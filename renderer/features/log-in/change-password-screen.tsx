import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SessionInfo } from '#contract/session';
import { core } from '../../api/clients';
import { setSession } from '../../api/session-state';
import { lockTexts, newPasswordTexts } from '../../text/session';
import { CardScreen } from '../../ui/card-screen';
import { ChangePasswordForm } from './change-password-form';

/** The first log-in with a temporary password: an own one is needed before the work opens. */
export function ChangePasswordScreen({ session }: { readonly session: SessionInfo }) {
  const logOut = useMutation({
    mutationFn: () => core.session.logOut(),
    onSuccess: () => setSession(null),
  });
  return (
    <CardScreen title={newPasswordTexts.title} subtitle={newPasswordTexts.text} width={460}>
      <ChangePasswordForm
        session={session}
        oldLabel={newPasswordTexts.temporary}
        error={logOut.error}
      >
        <Button size="sm" variant="default" onClick={() => logOut.mutate()}>
          {lockTexts.logOut}
        </Button>
      </ChangePasswordForm>
    </CardScreen>
  );
}
