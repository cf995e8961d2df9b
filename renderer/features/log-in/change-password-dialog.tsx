import { Button, Modal, Text } from '@mantine/core';
import { useSession } from '../../api/session';
import { commonTexts } from '../../text/common';
import { newPasswordTexts } from '../../text/session';
import { ChangePasswordForm } from './change-password-form';

/** A new password of one's own will, without leaving the work. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  return (
    <Modal
      opened
      onClose={onClose}
      title={newPasswordTexts.title}
      size={460}
      closeButtonProps={{ 'aria-label': commonTexts.close }}
    >
      <Text c="dimmed" mb="sm">
        {newPasswordTexts.ownWill}
      </Text>
      <ChangePasswordForm session={session} oldLabel={newPasswordTexts.current} onSaved={onClose}>
        <Button size="sm" variant="default" onClick={onClose}>
          {commonTexts.cancel}
        </Button>
      </ChangePasswordForm>
    </Modal>
  );
}
