import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { CheckResult, DataCheckPupil, DataCheckRow } from '#contract/data-checks';
import { formatDate } from '#domain/calendar/iso-date';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { checksTexts } from '../../../text/data-checks';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyError } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { useUndo } from '../../../ui/use-undo';
import { BackButton } from '../../../ui/document-view/paper-buttons';
import { cardTexts } from '../../../text/pupil-card';

const words = checksTexts;
const RESULTS = ['waiting', 'confirmed', 'changed'] as const;
type Shown = (typeof RESULTS)[number];
const shownOf = (result: CheckResult | null): Shown => result ?? 'waiting';

/** The keys that mark the row under the cursor. */
const KEYS: Readonly<Record<string, CheckResult | null>> = {
  '1': 'confirmed',
  '2': 'changed',
  Delete: null,
};

/** One check of one class: whose sheet has come back, and what it said. */
export function CheckPupils(props: { readonly check: DataCheckRow; readonly onBack: () => void }) {
  const { check } = props;
  const navigate = useNavigate();
  const undo = useUndo(cardTexts.undone);
  const pupils = useQuery(queries.dataChecks.pupils.queryOptions({ input: { checkId: check.id } }));
  const put = async (pupilId: number, result: CheckResult | null, note: string) => {
    await core.dataChecks.mark({ checkId: check.id, pupilIds: [pupilId], result, note });
    await queryClient.invalidateQueries({ queryKey: queries.dataChecks.key() });
  };
  const mark = (row: DataCheckPupil, result: CheckResult | null, note = row.note) => {
    if (row.result === result && row.note === note) return;
    put(row.pupilId, result, result === null ? '' : note).then(
      () => undo.did(row.name, () => put(row.pupilId, row.result, row.note)),
      notifyError,
    );
  };
  const columns: readonly Column<DataCheckPupil>[] = [
    { key: 'name', title: words.pupils, value: (row) => row.name },
    {
      key: 'result',
      title: words.result,
      width: '23rem',
      value: (row) => words[shownOf(row.result)],
      render: (row) =>
        check.mayEdit ? (
          <span onClick={(event) => event.stopPropagation()}>
            <SegmentedControl
              size="xs"
              aria-label={`${words.result}: ${row.name}`}
              data={RESULTS.map((value) => ({ value, label: words[value] }))}
              value={shownOf(row.result)}
              onChange={(next) =>
                mark(row, next === 'confirmed' || next === 'changed' ? next : null)
              }
            />
          </span>
        ) : (
          words[shownOf(row.result)]
        ),
    },
    {
      key: 'doneOn',
      title: words.doneOn,
      width: '7rem',
      value: (row) => row.doneOn && formatDate(row.doneOn),
    },
    {
      key: 'note',
      title: words.note,
      value: (row) => row.note,
      render: (row) =>
        check.mayEdit && row.result === 'changed' ? (
          <TextInput
            key={row.note}
            variant="unstyled"
            aria-label={`${words.note}: ${row.name}`}
            defaultValue={row.note}
            placeholder={words.note}
            maxLength={500}
            onClick={(event) => event.stopPropagation()}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
            onBlur={(event) => mark(row, row.result, event.currentTarget.value.trim())}
          />
        ) : (
          row.note
        ),
    },
  ];
  const done = check.confirmed + check.changed;
  return (
    <Page
      title={`${words.title}: ${check.className}, ${check.name}`}
      hint={check.mayEdit ? words.keys : undefined}
      actions={
        <>
          {undo.last && (
            <Button variant="subtle" onClick={undo.undoLast}>
              {cardTexts.undo(undo.last.name)}
            </Button>
          )}
          <Button
            leftSection={<IconPrinter size={16} />}
            component={Link}
            to="/pupils/paper/check"
            search={{ check: String(check.id) } as never}
          >
            {words.print}
          </Button>
          <BackButton onClick={props.onBack}>{words.back}</BackButton>
        </>
      }
    >
      <ErrorNotice error={pupils.error} onRetry={() => void pupils.refetch()} />
      <Text>{done === check.pupils ? words.finished : words.progress(done, check.pupils)}</Text>
      {pupils.isPending && <Loading />}
      {pupils.data && (
        <DataTable
          label={words.pupils}
          rows={pupils.data}
          columns={columns}
          rowKey={(row) => row.pupilId}
          onOpen={(row) => void navigate({ to: `/pupils/card/${row.pupilId}` })}
          {...(check.mayEdit && {
            onRowKey: (key: string, row: DataCheckPupil) => {
              const result = KEYS[key];
              if (result === undefined) return false;
              mark(row, result);
              return true;
            },
          })}
          empty={<EmptyState title={words.empty} />}
        />
      )}
    </Page>
  );
}
