import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InForceSummary, TimetableVersion } from '#contract/timetable';
import { addDays, formatDate, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { useSession } from '../../../api/session';
import { editorTexts } from '../../../text/timetable-editor';
import { DateField } from '../../../ui/date-field/date-field';
import { ErrorNotice } from '../../../ui/error-notice';
import { notifyDone } from '../../../ui/notify';
import { refreshTimetables } from './use-draft';

const { inForce: words } = editorTexts;

const nextMonday = (today: IsoDate) => addDays(today, 8 - weekdayOf(today));

function Summary(props: { readonly summary: InForceSummary }) {
  const { summary } = props;
  const { added, removed, kept, held, next, instead, clashes, unplaced } = summary;
  const lines = [
    instead === null ? words.first : words.instead(instead),
    words.added(added),
    words.removed(removed),
    words.kept(kept),
    ...(held > 0 ? [words.held(held)] : []),
    ...(next === null ? [] : [words.next(next.name, formatDate(next.from))]),
  ];
  const doubts = [
    ...(clashes > 0 ? [words.clashes(clashes)] : []),
    ...(unplaced > 0 ? [words.unplaced(unplaced)] : []),
  ];
  return (
    <Stack gap={4}>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {doubts.map((line) => (
        <Text key={line} fw={600}>
          {editorTexts.signs.warn} {line}
        </Text>
      ))}
    </Stack>
  );
}

/** Asks from which day, tells what that does to the lessons, and does it. */
export function PutInForce(props: {
  readonly version: TimetableVersion;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { version } = props;
  const { today } = useSession();
  const monday = nextMonday(today);
  const [from, setFrom] = useState<IsoDate | null>(
    version.validFrom > monday ? version.validFrom : monday,
  );
  const summary = useQuery({
    ...queries.timetable.inForceSummary.queryOptions({
      input: { versionId: version.id, from: from ?? today },
    }),
    enabled: from !== null,
    staleTime: 0,
  });
  const put = useMutation({
    mutationFn: (day: IsoDate) => core.timetable.putInForce({ versionId: version.id, from: day }),
    onSuccess: async ({ added, removed }) => {
      await refreshTimetables();
      notifyDone(words.done(added, removed));
      props.onDone();
    },
  });
  return (
    <Paper withBorder p="md" maw="44rem">
      <Stack gap="sm">
        <Title order={2}>{words.title(version.name)}</Title>
        <DateField label={words.from} value={from} onChange={setFrom} />
        {from !== null && summary.isFetching && <Text c="dimmed">{words.counting}</Text>}
        {summary.data !== undefined && !summary.isFetching && <Summary summary={summary.data} />}
        <ErrorNotice error={summary.isFetching ? undefined : summary.error} />
        <ErrorNotice error={put.error} />
        <Group gap="xs">
          <Button
            disabled={from === null || summary.data === undefined || summary.isFetching}
            loading={put.isPending}
            onClick={() => from !== null && put.mutate(from)}
          >
            {words.deed(from === null ? '…' : formatDate(from))}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
