import { Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing here yet: says so and what to do next. */
export const EmptyState = (props: {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}) => (
  <Center mih={160} p="lg">
    <Stack gap="xs" align="center" maw={480}>
      <Title order={2} ta="center">
        {props.title}
      </Title>
      {props.text !== undefined && (
        <Text c="dimmed" ta="center">
          {props.text}
        </Text>
      )}
      {props.action}
    </Stack>
  </Center>
);
