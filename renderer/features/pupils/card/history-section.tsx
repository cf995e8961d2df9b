import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CardChange, PupilCard } from '#contract/pupils';
import { queries } from '../../../api/queries';
import { cardTexts } from '../../../text/pupil-card';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import classes from './card.module.css';
import { changeLines } from './history-text';
import { Section } from './section';

const words = cardTexts.history;
const moment = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short' });
const when = (at: string) => moment.format(new Date(at));

function Changes({ changes }: { readonly changes: readonly CardChange[] }) {
  const lines = changes.flatMap((change, at) =>
    changeLines(change).map((line, index) => ({ ...line, change, key: `${at} ${index}`, index })),
  );
  return (
    <Table className={classes['history'] ?? ''} aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          {[words.when, words.who, words.what, words.before, words.after].map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ key, index, change, what, before, after }) => (
          <Table.Tr key={key}>
            <Table.Td className="sj-numbers">{index === 0 ? when(change.at) : ''}</Table.Td>
            <Table.Td>{index === 0 ? change.actor : ''}</Table.Td>
            <Table.Td>{what}</Table.Td>
            <Table.Td>{before}</Table.Td>
            <Table.Td>{after}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Who changed what, when, from what to what; who opened the card, for the administration. */
export function HistorySection({ card }: { readonly card: PupilCard }) {
  const [shown, setShown] = useState(false);
  const history = useQuery({
    ...queries.pupils.history.queryOptions({ input: { pupilId: card.id } }),
    enabled: shown,
  });
  const { changes = [], looks = [] } = history.data ?? {};
  return (
    <Section
      title={words.title}
      actions={
        !shown && (
          <Button size="compact-xs" variant="default" onClick={() => setShown(true)}>
            {words.show}
          </Button>
        )
      }
    >
      {shown && history.isPending && <Loading />}
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      {history.data && changes.length === 0 && <Text c="dimmed">{words.none}</Text>}
      {changes.length > 0 && <Changes changes={changes} />}
      {looks.length > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {words.looks}: {looks.map(({ at, actor }) => `${actor} (${when(at)})`).join(', ')}
        </Text>
      )}
    </Section>
  );
}
