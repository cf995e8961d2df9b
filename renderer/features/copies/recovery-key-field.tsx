import { Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import {
  parseRecoveryKey,
  readRecoverySigns,
  RECOVERY_KEY_SIGNS,
} from '#domain/keys/recovery-key-text';
import { restoreTexts } from '../../text/copies';
import classes from './copies.module.css';

const words = restoreTexts.secret;

/** What is wrong with the key so far, in words; undefined while nothing is. */
export function keyComplaint(text: string): string | undefined {
  const { count, foreign } = readRecoverySigns(text);
  if (foreign !== undefined) return words.foreign(foreign);
  if (count > RECOVERY_KEY_SIGNS) return words.tooMany(count - RECOVERY_KEY_SIGNS);
  if (count === RECOVERY_KEY_SIGNS && !parseRecoveryKey(text).ok) return words.mistyped;
  return undefined;
}

/** The recovery key as people type it, with what was read shown in the sheet's groups beneath. */
export function RecoveryKeyField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { printed, count } = readRecoverySigns(props.value);
  const complaint = keyComplaint(props.value);
  const right = parseRecoveryKey(props.value).ok;
  return (
    <Stack gap="xs">
      <TextInput
        className={classes['key'] ?? ''}
        size="sm"
        label={words.key}
        description={words.keyHint}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        error={complaint}
        autoComplete="off"
        spellCheck={false}
      />
      <Group justify="space-between" gap="md" mih="1.4rem" aria-live="polite">
        <Text className={classes['read'] ?? ''}>{printed === '' ? '' : words.read(printed)}</Text>
        {right ? (
          <Group gap={4} wrap="nowrap" className={classes['right'] ?? ''}>
            <IconCircleCheck size={16} aria-hidden />
            <Text>{words.right}</Text>
          </Group>
        ) : (
          <Text c="dimmed" className="sj-numbers">
            {count === 0 ? '' : words.count(count, RECOVERY_KEY_SIGNS)}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
