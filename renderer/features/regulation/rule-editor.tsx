import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { PRESETS } from '#domain/regulation/presets/index';
import type { PresetId, RuleEntry } from '#domain/regulation/regulation';
import { RULES, type RuleId, type RuleValue } from '#domain/regulation/rules';
import { sentenceOf } from '#domain/regulation/sentences';
import { VALUE_SCHEMAS } from '#domain/regulation/values';
import { regulationTexts } from '../../text/regulation';
import { ErrorNotice } from '../../ui/error-notice';
import { ValueField, type AnyValue } from './value-field';

const { edit: words, actions } = regulationTexts;

export type RuleDraft = {
  readonly value: AnyValue;
  readonly clauses: readonly string[];
  readonly words: string;
};

const clausesOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** A rule being changed: its value, where it comes from, and how it will read. */
export function RuleEditor(props: {
  readonly id: RuleId;
  readonly preset: PresetId;
  readonly entry: RuleEntry<AnyValue>;
  readonly onSave: (draft: RuleDraft) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { id, preset, entry, onClose } = props;
  const [value, setValue] = useState<AnyValue>(entry.value);
  const [clauses, setClauses] = useState(entry.clauses.join('; '));
  const [said, setSaid] = useState(entry.words);
  const form = useRef<HTMLFormElement & HTMLDivElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const fits = VALUE_SCHEMAS[RULES[id].kind].safeParse(value).success;
  const save = useMutation({
    mutationFn: () => props.onSave({ value, clauses: clausesOf(clauses), words: said.trim() }),
    onSuccess: onClose,
  });
  const reset = () => {
    const ofPreset: RuleEntry<AnyValue> = PRESETS[preset].rules[id];
    setValue(ofPreset.value);
    setClauses(ofPreset.clauses.join('; '));
    setSaid(ofPreset.words);
  };
  return (
    <Paper
      ref={form}
      withBorder
      p="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits && !save.isPending) save.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <Stack gap="sm">
        <ValueField id={id} value={value} onChange={setValue} />
        <Text aria-live="polite" fw={600}>
          {fits ? `${words.reads} ${sentenceOf(id, value as RuleValue<typeof id>)}` : words.wrong}
        </Text>
        <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label={words.clauses}
            description={words.clausesHint}
            maxLength={300}
            value={clauses}
            onChange={(event) => setClauses(event.currentTarget.value)}
          />
          <Textarea
            label={words.words}
            autosize
            minRows={2}
            maxRows={5}
            maxLength={1000}
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
          />
        </Group>
        <ErrorNotice error={save.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!fits} loading={save.isPending}>
            {actions.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {actions.cancel}
          </Button>
          <Button variant="subtle" onClick={reset}>
            {actions.reset}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
