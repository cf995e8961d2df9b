import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OutageSummary } from '#contract/outages';
import { formatDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../api/chosen-year';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { outagesTexts as words } from '../../text/outages';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { OutageForm } from './outage-form';
import { OutageLessons } from './outage-lessons';

const columns: readonly Column<OutageSummary>[] = [
  {
    key: 'span',
    title: words.columns.span,
    width: '16rem',
    value: (row) => row.span,
    compare: (a, b) => a.fromAt.localeCompare(b.fromAt),
  },
  { key: 'what', title: words.columns.what, value: (row) => row.what },
  {
    key: 'classes',
    title: words.columns.classes,
    width: '10rem',
    value: (row) => row.classNames || words.wholeSchool,
  },
  {
    key: 'until',
    title: words.columns.until,
    width: '8rem',
    value: (row) => formatDate(row.untilDay),
    compare: (a, b) => a.untilDay.localeCompare(b.untilDay),
  },
  {
    key: 'filled',
    title: words.columns.filled,
    width: '9rem',
    align: 'right',
    value: (row) => words.filled(row.filled, row.lessons),
    compare: (a, b) => a.filled - b.filled,
  },
  {
    key: 'state',
    title: words.columns.state,
    width: '8rem',
    value: (row) => words.states[row.state],
  },
];

/** «Сбои»: when the journal could not be filled, and what is still to be entered from paper (J10). */
export function OutagesScreen() {
  const year = useYearInput();
  const { roles } = useSession();
  const [parts, setParts] = useAddressParts();
  const list = useQuery(queries.outages.list.queryOptions({ input: year }));
  const mayRecord = mayCall(roles, 'outages.record');
  if (parts['paper'] !== undefined) {
    return (
      <DocumentPage
        title={words.paperTitle}
        label={words.paperLabel}
        view={queries.outages.paper.queryOptions({ input: year })}
        save={(place) => core.outages.savePaper({ ...year, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  const outages = list.data?.outages ?? [];
  const chosen = outages.find(({ id }) => String(id) === parts['outage']);
  if (chosen !== undefined && list.data !== undefined) {
    return (
      <OutageLessons
        key={chosen.id}
        outage={chosen}
        classes={list.data.classes}
        mayChange={mayRecord && chosen.state !== 'withdrawn'}
        onBack={() => setParts({ outage: undefined })}
      />
    );
  }
  const adding = mayRecord && parts['new'] !== undefined;
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <Group gap="sm">
          {mayRecord && !adding && (
            <Button onClick={() => setParts({ new: '1' })}>{words.add}</Button>
          )}
          <PaperButton onClick={() => setParts({ paper: '1' })}>{words.print}</PaperButton>
        </Group>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Loading />}
      {adding && list.data && (
        <OutageForm
          classes={list.data.classes}
          outage={undefined}
          onDone={() => setParts({ new: undefined })}
        />
      )}
      {list.data && (
        <DataTable
          label={words.table}
          rows={outages}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => setParts({ outage: String(row.id), new: undefined })}
          empty={
            <EmptyState title={words.empty} text={mayRecord ? words.emptyText : words.emptyLook} />
          }
        />
      )}
    </Page>
  );
}
