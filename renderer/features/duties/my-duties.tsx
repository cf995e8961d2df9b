import { Group, Paper, Text, Title } from '@mantine/core';
import { dutiesTexts as words } from '../../text/duties';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { DutyList } from './duty-list';
import { useMyDuties } from './use-duties';

/** What the person owes in all own roles, till when, one click from where it is done (D1). */
export function MyDuties() {
  const duties = useMyDuties();
  if (duties.isPending) return null;
  const lines = duties.data?.lines ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-label={words.list}>
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2}>{words.list}</Title>
        {lines.length > 0 && (
          <Text size="xs" c="dimmed">
            {words.keys}
          </Text>
        )}
      </Group>
      <ErrorNotice error={duties.error} onRetry={() => void duties.refetch()} />
      {duties.data !== undefined && lines.length === 0 && (
        <EmptyState title={words.empty} text={words.emptyText} />
      )}
      {duties.data !== undefined && lines.length > 0 && (
        <>
          {lines.every(({ state }) => state === 'week' || state === 'later') && (
            <Text mb="sm">{words.nothingUrgent}</Text>
          )}
          <DutyList lines={lines} now={duties.data.now} />
        </>
      )}
    </Paper>
  );
}
