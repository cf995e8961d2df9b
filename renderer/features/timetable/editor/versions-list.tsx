import { ActionIcon, Badge, Button, Group, Menu, Table } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TimetableVersion, VersionState } from '#contract/timetable';
import { formatDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../../api/chosen-year';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { editorTexts } from '../../../text/timetable-editor';
import { confirm } from '../../../ui/confirm';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyDone } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { refreshTimetables } from './use-draft';

const { versions: words } = editorTexts;

const COLOURS: Readonly<Record<VersionState, string>> = {
  draft: 'gray',
  past: 'gray',
  now: 'green',
  coming: 'blue',
  replaced: 'gray',
};

type Open = (parts: Readonly<Record<string, string | undefined>>) => void;

function VersionRow(props: { readonly version: TimetableVersion; readonly onOpen: Open }) {
  const { version, onOpen } = props;
  const isDraft = version.state === 'draft';
  const versionId = version.id;
  const id = String(versionId);
  const copy = useMutation({
    mutationFn: () =>
      core.timetable.newDraft({ copyOf: versionId, name: words.copyName(version.name) }),
    onSuccess: async (made) => {
      await refreshTimetables();
      notifyDone(words.made);
      onOpen({ version: String(made.versionId) });
    },
  });
  const remove = useMutation({
    mutationFn: () => core.timetable.deleteDraft({ versionId }),
    onSuccess: refreshTimetables,
  });
  const withdraw = useMutation({
    mutationFn: () => core.timetable.withdraw({ versionId }),
    onSuccess: refreshTimetables,
  });
  const askRemove = async () => {
    if (await confirm({ ...words.deleteQuestion(version.name), danger: true })) remove.mutate();
  };
  const askWithdraw = async () => {
    if (await confirm(words.withdrawQuestion(version.name))) withdraw.mutate();
  };
  const error = copy.error ?? remove.error ?? withdraw.error;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <strong>{version.name}</strong>
          {version.note !== '' && <div>{version.note}</div>}
        </Table.Td>
        <Table.Td>
          <Badge variant="light" color={COLOURS[version.state]}>
            {words.states[version.state]}
          </Badge>
        </Table.Td>
        <Table.Td className="sj-numbers">
          {version.until === null
            ? words.notYet
            : words.span(formatDate(version.validFrom), formatDate(version.until))}
        </Table.Td>
        <Table.Td className="sj-numbers">{version.hours}</Table.Td>
        <Table.Td>
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            <Button variant="default" onClick={() => onOpen({ version: id })}>
              {isDraft ? words.edit : words.look}
            </Button>
            {isDraft ? (
              <Button onClick={() => onOpen({ version: id, doing: 'force' })}>
                {words.putInForce}
              </Button>
            ) : (
              <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
                {words.copy}
              </Button>
            )}
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={`${words.more}: ${version.name}`}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onOpen({ version: id, doing: 'compare' })}>
                  {words.compare}
                </Menu.Item>
                {isDraft && <Menu.Item onClick={() => copy.mutate()}>{words.copy}</Menu.Item>}
                {version.state === 'coming' && (
                  <Menu.Item onClick={() => void askWithdraw()}>{words.withdraw}</Menu.Item>
                )}
                {isDraft && (
                  <Menu.Item c="var(--mantine-color-error)" onClick={() => void askRemove()}>
                    {words.delete}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Table.Td>
      </Table.Tr>
      {error !== null && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <ErrorNotice error={error} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** Every version of the year: what is in force when, and what is being prepared. */
export function VersionsList(props: { readonly onOpen: Open }) {
  const year = useYearInput();
  const versions = useQuery(queries.timetable.versions.queryOptions({ input: year }));
  const empty = useMutation({
    mutationFn: () => core.timetable.newDraft({ ...year, copyOf: null, name: words.emptyName }),
    onSuccess: async ({ versionId }) => {
      await refreshTimetables();
      props.onOpen({ version: String(versionId) });
    },
  });
  if (versions.isPending) return <Loading />;
  const all = versions.data ?? [];
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <Button variant="default" loading={empty.isPending} onClick={() => empty.mutate()}>
          {words.newEmpty}
        </Button>
      }
    >
      <ErrorNotice error={versions.error ?? empty.error} />
      {all.length === 0 && !versions.error && (
        <EmptyState title={words.empty} text={words.emptyText} />
      )}
      {all.length > 0 && (
        <Table aria-label={words.table} verticalSpacing="xs" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              {words.columns.map((title) =>
                title === '' ? (
                  <Table.Td key="actions" />
                ) : (
                  <Table.Th key={title}>{title}</Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.toReversed().map((version) => (
              <VersionRow key={version.id} version={version} onOpen={props.onOpen} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  );
}
