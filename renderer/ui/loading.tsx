import { Center, Group, Loader, Text } from '@mantine/core';
import { commonTexts } from '../text/common';

/** Shown while the first answer is on its way. */
export const Loading = () => (
  <Center h="100%" mih={120} role="status">
    <Group gap="sm">
      <Loader size="sm" />
      <Text c="dimmed">{commonTexts.loading}</Text>
    </Group>
  </Center>
);
