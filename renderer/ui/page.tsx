import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A screen: its name, what can be done there, and its body that takes the rest of the height. */
export function Page(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** The body is only read and scrolled, so the keyboard has to reach it as a whole. */
  readonly readOnly?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes['page']}>
      <Group justify="space-between" align="center" gap="md" wrap="nowrap">
        <Stack gap={0}>
          <Title order={1}>{props.title}</Title>
          {props.hint !== undefined && (
            <Text component="div" c="dimmed" size="xs">
              {props.hint}
            </Text>
          )}
        </Stack>
        <Group gap="xs">{props.actions}</Group>
      </Group>
      <div
        className={classes['body']}
        {...(props.readOnly && { tabIndex: 0, role: 'region', 'aria-label': props.title })}
      >
        {props.children}
      </div>
    </div>
  );
}
