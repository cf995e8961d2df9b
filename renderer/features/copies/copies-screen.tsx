import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CopyRow } from '#contract/copies';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { copiesTexts } from '../../text/copies';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { AgeNotice } from './age-notice';
import classes from './copies.module.css';
import { copyAge } from './copy-age';
import { MakeCopy } from './make-copy';
import { formatMoment } from './moment';
import { sizeText } from './size-text';

const words = copiesTexts.list;
const byMoment = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '');

const columns: readonly Column<CopyRow>[] = [
  {
    key: 'madeAt',
    title: words.columns.madeAt,
    width: '9.5rem',
    value: ({ madeAt }) => formatMoment(madeAt),
    compare: (a, b) => byMoment(a.madeAt, b.madeAt),
  },
  {
    key: 'folder',
    title: words.columns.folder,
    value: ({ folder }) => folder,
    render: ({ folder }) => <span title={folder}>{folder}</span>,
  },
  {
    key: 'size',
    title: words.columns.size,
    width: '6.5rem',
    align: 'right',
    value: ({ size }) => sizeText(size),
    compare: (a, b) => a.size - b.size,
  },
  {
    key: 'pupils',
    title: words.columns.pupils,
    width: '7rem',
    align: 'right',
    value: ({ counts }) => counts.pupils,
    render: ({ counts }) => copiesTexts.count(counts.pupils),
  },
  {
    key: 'marks',
    title: words.columns.marks,
    width: '7rem',
    align: 'right',
    value: ({ counts }) => counts.marks,
    render: ({ counts }) => copiesTexts.count(counts.marks),
  },
  {
    key: 'verified',
    title: words.columns.verified,
    width: '9.5rem',
    value: ({ verifiedAt }) => (verifiedAt === null ? words.notVerified : formatMoment(verifiedAt)),
    compare: (a, b) => byMoment(a.verifiedAt, b.verifiedAt),
  },
];

/** Copies of the journal: how old the last one is, a new one, and all that were made. */
export function CopiesScreen() {
  const { roles, today } = useSession();
  const copies = useQuery(queries.copies.list.queryOptions());
  const next = useQuery(queries.copies.next.queryOptions());
  const mayMake = mayCall(roles, 'copies.make');
  return (
    <Page
      title={copiesTexts.title}
      hint={<span className={classes['what']}>{copiesTexts.what}</span>}
    >
      <div className={classes['state']}>
        <ErrorNotice error={copies.error} onRetry={() => void copies.refetch()} />
        {copies.isPending && <Loading />}
        {copies.data && next.data && <AgeNotice age={copyAge(copies.data, next.data.due, today)} />}
        {mayMake ? <MakeCopy /> : <Text c="dimmed">{copiesTexts.make.notYours}</Text>}
      </div>
      {copies.data && (
        <section className={classes['list']} aria-label={words.title}>
          <Title order={2}>{words.title}</Title>
          <DataTable
            label={words.title}
            rows={copies.data}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<Text c="dimmed">{words.empty}</Text>}
          />
        </section>
      )}
    </Page>
  );
}
