import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { setSession } from '../../api/session-state';
import { newJournalTexts } from '../../text/first-start';
import { ErrorNotice } from '../../ui/error-notice';
import { printSheet } from '../../ui/print';
import { todayHere } from '../../ui/today-here';
import classes from './first-start.module.css';
import { keyGroups, keyLines, RecoveryKeySheet } from './recovery-key-sheet';

/** The key for the safe; the way on opens when the person says that it is kept. */
export function RecoveryKeyStep(props: {
  readonly schoolName: string;
  readonly recoveryKey: string;
}) {
  const words = newJournalTexts.key;
  const [kept, setKept] = useState(false);
  const start = useMutation({
    mutationFn: () => core.session.current(),
    onSuccess: async (session) => {
      await queryClient.invalidateQueries({ queryKey: queries.setup.workplace.queryKey() });
      setSession(session);
    },
  });
  const groups = keyGroups(props.recoveryKey);
  const sheet = <RecoveryKeySheet {...props} day={todayHere()} groups={groups} />;
  const print = () => void printSheet(sheet);
  return (
    <Stack gap="md">
      <Text>
        <strong>{words.shownOnce}</strong> {words.what}
      </Text>
      <div className={classes['key']} data-testid="recovery-key">
        {keyLines(groups).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <Alert color="yellow">{words.where}</Alert>
      <ErrorNotice error={start.error} />
      <Checkbox
        size="sm"
        label={words.kept}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="space-between">
        <Button size="sm" variant="default" leftSection={<IconPrinter size={16} />} onClick={print}>
          {words.print}
        </Button>
        <Button size="sm" disabled={!kept} loading={start.isPending} onClick={() => start.mutate()}>
          {words.start}
        </Button>
      </Group>
    </Stack>
  );
}
