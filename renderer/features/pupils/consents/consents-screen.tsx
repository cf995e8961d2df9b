import { Badge, Button, Group, Paper, SegmentedControl, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConsentLine } from '#contract/consents';
import { formatDate } from '#domain/calendar/iso-date';
import { seesEveryCard } from '#domain/pupils/card-rights';
import { CONSENT_KINDS, type ConsentKind } from '#domain/consents/consents';
import { useYearInput } from '../../../api/chosen-year';
import { core } from '../../../api/clients';
import { mayCall } from '../../../api/procedure-meta';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { useSession } from '../../../api/session';
import { useAddressParts } from '../../../routes/use-address-parts';
import { consentKinds, consentStates, consentsTexts } from '../../../text/consents';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyDone } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { useUndo } from '../../../ui/use-undo';
import { ConsentFields, type ConsentDraft } from './consent-fields';
import { CONSENT_FILTERS, filterOf, matchesFilter } from './consent-filters';
import { STATE_COLORS } from './state-colors';

const words = consentsTexts;

function stateText({
  state,
  datedOn,
  validUntil,
  soon,
  document,
}: ConsentLine['kinds'][ConsentKind]) {
  const details = [
    datedOn === null ? '' : formatDate(datedOn),
    validUntil !== null && (soon || state === 'expired') ? words.until(formatDate(validUntil)) : '',
  ].filter(Boolean);
  const paper = document === '' ? '' : words.card.document(document);
  return { word: consentStates[state], details: details.join(' · '), paper };
}

const kindColumn = (kind: ConsentKind): Column<ConsentLine> => ({
  key: kind,
  title: consentKinds[kind],
  width: '12rem',
  value: ({ kinds }) => {
    const { word, details, paper } = stateText(kinds[kind]);
    return [word, details, paper].filter(Boolean).join(' · ');
  },
  render: ({ kinds }) => {
    const { word, details } = stateText(kinds[kind]);
    const { state, soon } = kinds[kind];
    return (
      <Group gap={6} wrap="nowrap">
        <Badge
          variant="light"
          color={soon ? 'orange' : STATE_COLORS[state]}
          autoContrast
          style={{ flexShrink: 0 }}
        >
          {word}
        </Badge>
        <Text span size="xs" c="dimmed" truncate>
          {details}
        </Text>
      </Group>
    );
  },
});

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.consents.key() }),
    queryClient.invalidateQueries({ queryKey: queries.pupils.key() }),
  ]);

/** The register of consents and refusals: filters, and one decision for many pupils at once (C3). */
export function ConsentsScreen() {
  const { roles } = useSession();
  const navigate = useNavigate();
  const [parts, setParts] = useAddressParts();
  const classId = Number(parts['class']) || undefined;
  const filter = filterOf(parts['filter']);
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const undo = useUndo(() => words.form.undone);
  const mayEnter = mayCall(roles, 'consents.add');
  const year = useYearInput();
  const classes = useQuery(queries.school.classes.queryOptions({ input: year }));
  const register = useQuery(
    queries.consents.register.queryOptions({
      input: { ...year, ...(classId === undefined ? {} : { classId }) },
    }),
  );
  const lines = (register.data ?? []).filter((line) => matchesFilter(line, filter));
  const chosen = lines.filter(({ pupilId }) => marked.has(pupilId));
  const add = useMutation({
    mutationFn: (draft: ConsentDraft) =>
      core.consents.add({ ...draft, pupilIds: chosen.map(({ pupilId }) => pupilId) }),
    onSuccess: async ({ consentIds }) => {
      notifyDone(words.form.added(consentIds.length));
      setMarked(new Set());
      await refresh();
      undo.did(words.form.undo, async () => {
        await core.consents.remove({ consentIds });
        await refresh();
      });
    },
  });
  if (register.isPending) return <Loading />;
  const columns: readonly Column<ConsentLine>[] = [
    { key: 'name', title: words.columns.name, value: (line) => line.name },
    {
      key: 'class',
      title: words.columns.className,
      value: (line) => line.className,
      width: '5rem',
    },
    ...CONSENT_KINDS.map(kindColumn),
  ];
  return (
    <Page
      title={words.title}
      hint={mayEnter ? words.hint : undefined}
      actions={
        <>
          {undo.last && (
            <Button variant="subtle" onClick={undo.undoLast}>
              {undo.last.name}
            </Button>
          )}
          {seesEveryCard({ roles }) && (
            <Select
              w="9rem"
              aria-label={words.class}
              placeholder={words.allClasses}
              clearable
              searchable
              data={(classes.data ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
              value={classId === undefined ? null : String(classId)}
              onChange={(next) => setParts({ class: next ?? undefined })}
            />
          )}
        </>
      }
    >
      <ErrorNotice error={register.error} onRetry={() => void register.refetch()} />
      <SegmentedControl
        w="fit-content"
        aria-label={words.filter}
        data={CONSENT_FILTERS.map((value) => ({ value, label: words.filters[value] }))}
        value={filter}
        onChange={(next) => setParts({ filter: next === 'all' ? undefined : next })}
      />
      {mayEnter && chosen.length > 0 && (
        <Paper withBorder p="sm" component="section" aria-label={words.form.title(chosen.length)}>
          <Text fw={600} mb="xs">
            {words.form.title(chosen.length)}
          </Text>
          <ConsentFields loading={add.isPending} onAdd={(draft) => add.mutate(draft)} />
          <ErrorNotice error={add.error} />
        </Paper>
      )}
      <DataTable
        label={words.table}
        rows={lines}
        columns={columns}
        rowKey={(line) => line.pupilId}
        onOpen={(line) => void navigate({ to: `/pupils/card/${line.pupilId}` })}
        {...(mayEnter && {
          marks: {
            has: (line: ConsentLine) => marked.has(line.pupilId),
            set: (changed: readonly ConsentLine[], on: boolean) =>
              setMarked((now) => {
                const next = new Set(now);
                for (const { pupilId } of changed) {
                  if (on) next.add(pupilId);
                  else next.delete(pupilId);
                }
                return next;
              }),
            label: (line: ConsentLine) => line.name,
          },
        })}
        empty={
          (register.data ?? []).length === 0 ? (
            <EmptyState title={words.empty} text={words.emptyText} />
          ) : (
            <EmptyState title={words.nothing} text={words.nothingText[filter]} />
          )
        }
      />
    </Page>
  );
}
