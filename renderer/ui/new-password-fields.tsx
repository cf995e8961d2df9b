import { Group, PasswordInput, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { newJournalTexts } from '../text/first-start';
import { useKeyHint } from './key-hint';
import { passwordStrength, type Strength } from './password-strength';

const BARS: Readonly<Record<Strength, { readonly value: number; readonly color: string }>> = {
  weak: { value: 25, color: 'red' },
  fair: { value: 60, color: 'yellow.6' },
  good: { value: 100, color: 'green' },
};

/** A new password twice, with a hint how good it is. */
export function NewPasswordFields(props: {
  readonly login: string;
  readonly password: string;
  readonly repeat: string;
  readonly problems: { readonly password?: string; readonly repeat?: string };
  readonly onChange: (part: { password?: string; repeat?: string }) => void;
  readonly cols?: number;
  readonly label?: string;
}) {
  const words = newJournalTexts.administrator;
  const keys = useKeyHint();
  const strength = passwordStrength(props.password, props.login);
  return (
    <Stack gap={4} onKeyDown={keys.onKeyDown}>
      <SimpleGrid cols={props.cols ?? 2} spacing="sm">
        <PasswordInput
          size="sm"
          label={props.label ?? words.password}
          value={props.password}
          error={props.problems.password}
          autoComplete="new-password"
          onChange={(event) => props.onChange({ password: event.currentTarget.value })}
        />
        <PasswordInput
          size="sm"
          label={words.repeat}
          value={props.repeat}
          error={props.problems.repeat}
          autoComplete="new-password"
          onChange={(event) => props.onChange({ repeat: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Group gap="sm" mih={20} wrap="nowrap">
        {props.password === '' ? (
          <Text size="xs" c="dimmed">
            {words.strengthHint}
          </Text>
        ) : (
          <>
            <Progress
              w={140}
              aria-label={words.strengthLabel}
              value={BARS[strength].value}
              color={BARS[strength].color}
            />
            <Text size="xs">{words.strength[strength]}</Text>
          </>
        )}
        {keys.hint}
      </Group>
    </Stack>
  );
}
