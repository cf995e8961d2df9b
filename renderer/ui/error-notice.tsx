import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { errorText } from '../api/error-text';
import { commonTexts } from '../text/common';

/** What went wrong, at the place where it did. Nothing where there is no error. */
export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (props.error === null || props.error === undefined) return null;
  const { title, text } = errorText(props.error);
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle size={18} />} title={title}>
      <Group justify="space-between" gap="sm">
        <Text>{text}</Text>
        {props.onRetry && (
          <Button variant="default" onClick={props.onRetry}>
            {commonTexts.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
