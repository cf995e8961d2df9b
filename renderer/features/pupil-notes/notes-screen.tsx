import { Badge, Button, Group, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PupilNote } from '#contract/pupil-notes';
import { addDays, formatDate } from '#domain/calendar/iso-date';
import { NOTE_KINDS } from '#domain/pupils/pupil-note';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { notesTexts as words } from '../../text/pupil-notes';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ClassFilter, DaysFilter, useListFilters } from '../../ui/list-filters';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { NOTE_COLORS } from './note-list';

const columns: readonly Column<PupilNote>[] = [
  {
    key: 'date',
    title: words.date,
    width: '6.5rem',
    value: (row) => formatDate(row.date),
    compare: (a, b) => a.date.localeCompare(b.date),
  },
  { key: 'pupil', title: words.pupil, width: '11rem', value: (row) => row.pupil },
  {
    key: 'kind',
    title: words.kind,
    width: '12.5rem',
    value: (row) => words.kinds[row.kind],
    render: (row) => (
      <Badge variant="light" color={NOTE_COLORS[row.kind]}>
        {words.kinds[row.kind]}
      </Badge>
    ),
  },
  { key: 'text', title: words.text, value: (row) => row.text },
  { key: 'subject', title: words.subject, width: '10rem', value: (row) => row.subjectName },
  { key: 'author', title: words.author, width: '10rem', value: (row) => row.author },
];

/** «Записи для родителей» of a class (J8): what teachers wrote, for the extract and the meeting. */
export function NotesScreen() {
  const { today } = useSession();
  const navigate = useNavigate();
  const filters = useListFilters();
  const { parts, setParts } = filters;
  const classes = useQuery(queries.people.pupils.queryOptions({ input: {} }));
  const choices = [
    ...new Map(
      (classes.data ?? []).flatMap(({ classId, className }) =>
        classId === null || className === null ? [] : [[classId, className] as const],
      ),
    ),
  ]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }));
  const { to = today } = filters;
  const { from = addDays(to, -30), classId = choices[0]?.id } = filters;
  const input = { classId: classId ?? 0, from, to };
  const notes = useQuery({
    ...queries.pupilNotes.ofClass.queryOptions({ input }),
    enabled: classId !== undefined,
    placeholderData: keepPreviousData,
  });
  if (parts['paper'] !== undefined && classId !== undefined) {
    return (
      <DocumentPage
        title={words.title}
        label={words.paperLabel}
        view={queries.pupilNotes.paper.queryOptions({ input })}
        save={(place) => core.pupilNotes.savePaper({ ...input, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  const rows = (notes.data ?? []).filter(
    ({ kind }) => parts['kind'] === undefined || kind === parts['kind'],
  );
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          disabled={classId === undefined}
          onClick={() => setParts({ paper: '1' })}
        >
          {words.print}
        </Button>
      }
    >
      <Group gap="sm" align="flex-end" mb="xs">
        <ClassFilter choices={choices} value={classId} always />
        <DaysFilter from={from} to={to} always />
        <Select
          label={words.kind}
          w="14rem"
          clearable
          placeholder={words.allKinds}
          data={NOTE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={parts['kind'] ?? null}
          onChange={(kind) => setParts({ kind: kind ?? undefined })}
        />
      </Group>
      <ErrorNotice error={notes.error} onRetry={() => void notes.refetch()} />
      {(classes.isPending || (notes.isPending && classId !== undefined)) && <Loading />}
      {!classes.isPending && (classId === undefined || notes.data) && (
        <DataTable
          label={words.title}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.key}
          onOpen={(row) =>
            void navigate({
              to: '/pupils/card/$pupilId',
              params: { pupilId: String(row.pupilId) },
            })
          }
          empty={<EmptyState title={words.empty} text={words.emptyText} />}
        />
      )}
    </Page>
  );
}
