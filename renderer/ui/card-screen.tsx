import { Paper, ScrollArea, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './card-screen.module.css';

/** A screen of one card in the middle of the window: log-in, lock, first start. */
export const CardScreen = (props: {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly width?: number;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}) => (
  <ScrollArea h="100%" classNames={{ content: classes['middle'] ?? '' }} type="auto">
    <main className={classes['card']} style={{ maxWidth: `${(props.width ?? 400) / 16}rem` }}>
      <Paper withBorder shadow="sm" p="xl" radius="md">
        <Stack gap="md">
          <div>
            <Title order={1}>{props.title}</Title>
            {props.subtitle !== undefined && <Text c="dimmed">{props.subtitle}</Text>}
          </div>
          {props.children}
        </Stack>
      </Paper>
      {props.footer}
    </main>
  </ScrollArea>
);
