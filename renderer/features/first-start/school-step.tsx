import { Stack, Text, TextInput } from '@mantine/core';
import { newJournalTexts } from '../../text/first-start';
import type { Draft, FieldProblems } from './draft';

/** What the school is called. */
export function SchoolStep(props: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problems: FieldProblems;
}) {
  const words = newJournalTexts.school;
  const { draft, change, problems } = props;
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.hint}</Text>
      <TextInput
        size="sm"
        required
        withAsterisk={false}
        label={words.name}
        placeholder={words.namePlaceholder}
        value={draft.name}
        error={problems.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <TextInput
        size="sm"
        label={words.city}
        value={draft.city}
        error={problems.city}
        onChange={(event) => change({ city: event.currentTarget.value })}
      />
    </Stack>
  );
}
