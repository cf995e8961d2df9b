import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the card with its name and what can be done in it. */
export const Section = (props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => (
  <Paper withBorder p="sm" component="section" aria-label={props.title}>
    <Group justify="space-between" mb="xs" gap="xs" mih={28}>
      <Title order={2} size="h3">
        {props.title}
      </Title>
      {props.actions}
    </Group>
    {props.children}
  </Paper>
);
