import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { commonTexts } from '../text/common';

/** A long work: what is being done, how far it is, and a way to break it off. */
export function JobPanel(props: {
  readonly title: string;
  /** What is being done now, in words. */
  readonly step: string;
  /** 0–1. */
  readonly done: number;
  readonly onCancel?: () => void;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, props.done)) * 100);
  return (
    <Paper withBorder p="md" role="status" aria-live="polite">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{props.title}</Text>
          <Text className="sj-numbers">{percent} %</Text>
        </Group>
        <Progress value={percent} size="lg" aria-label={props.title} />
        <Group justify="space-between" mih={30}>
          <Text c="dimmed">{props.step}</Text>
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              {commonTexts.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
