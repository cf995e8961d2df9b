import { Alert, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { refusalOf } from '../api/refusal';
import { errorTexts, type Explanation } from '../text/errors';
import { ErrorNotice } from './error-notice';

/** What is wrong, in words of this place. */
export const Trouble = ({ title, text }: Explanation) => (
  <Alert color="red" role="alert" icon={<IconAlertCircle size={18} />} title={title}>
    <Text>{text}</Text>
  </Alert>
);

/**
 * An error of work with files a person chose: where one is missing, it is that file or copy and
 * not the journal's own.
 */
export function StorageError(props: {
  readonly error: unknown;
  readonly missing: 'file' | 'copy';
}) {
  const refusal = refusalOf(props.error);
  const missing = refusal?.code === 'STORAGE_PROBLEM' && refusal.data.problem === 'missing';
  if (missing) return <Trouble {...errorTexts.notFound[props.missing]} />;
  return <ErrorNotice error={props.error} />;
}
