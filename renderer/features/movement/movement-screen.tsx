import { Badge, Button, Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MovementRow } from '#contract/movement';
import { formatDate } from '#domain/calendar/iso-date';
import { MOVEMENT_KINDS } from '#domain/movement/kinds';
import { useYearInput } from '../../api/chosen-year';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { movementTexts } from '../../text/movement';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { MovementPanel } from './movement-panel';
import { OrderPaper, PeriodPaper } from './movement-papers';
import { OrderForm } from './order-form';

const words = movementTexts.columns;
const day = (of: (row: MovementRow) => string) => ({
  value: (row: MovementRow) => formatDate(of(row) as MovementRow['effectiveOn']),
  compare: (a: MovementRow, b: MovementRow) => of(a).localeCompare(of(b)),
  width: '7rem',
});

const columns: readonly Column<MovementRow>[] = [
  { key: 'day', title: words.day, ...day((row) => row.effectiveOn) },
  { key: 'pupil', title: words.pupil, value: (row) => row.pupil, width: '14rem' },
  {
    key: 'kind',
    title: words.kind,
    width: '12.5rem',
    value: (row) =>
      `${movementTexts.kinds[row.kind]}${row.revoked === null ? '' : ` (${movementTexts.revoked})`}`,
    render: (row) =>
      row.revoked === null ? (
        movementTexts.kinds[row.kind]
      ) : (
        <>
          <s>{movementTexts.kinds[row.kind]}</s>{' '}
          <Badge size="sm" color="gray" variant="light" autoContrast>
            {movementTexts.revoked}
          </Badge>
        </>
      ),
  },
  { key: 'from', title: words.from, value: (row) => row.fromClass, width: '4rem' },
  { key: 'to', title: words.to, value: (row) => row.toClass, width: '4rem' },
  { key: 'place', title: words.place, value: (row) => row.place },
  { key: 'reason', title: words.reason, value: (row) => row.reason },
  {
    key: 'order',
    title: words.order,
    width: '10.5rem',
    value: (row) => `${row.orderNumber} от ${formatDate(row.orderDate)}`,
    compare: (a, b) => a.orderDate.localeCompare(b.orderDate) || a.orderId - b.orderId,
  },
];

function Register(props: {
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly onParts: (parts: Readonly<Record<string, string | undefined>>) => void;
}) {
  const { parts, onParts } = props;
  const { roles } = useSession();
  const input = useYearInput();
  const register = useQuery(queries.movement.register.queryOptions({ input }));
  const classes = useQuery(queries.school.classes.queryOptions({ input }));
  const [openId, setOpenId] = useState<number | null>(null);
  const [withRevoked, setWithRevoked] = useState(false);
  if (register.isPending) return <Loading />;
  const all = register.data ?? [];
  const classId = Number(parts['class']) || undefined;
  const kind = parts['kind'];
  const rows = all.filter(
    (row) =>
      (withRevoked || row.revoked === null) &&
      (kind === undefined || row.kind === kind) &&
      (classId === undefined || row.fromClassId === classId || row.toClassId === classId),
  );
  const mayEnter = mayCall(roles, 'movement.enter');
  const enter = mayEnter && (
    <Button onClick={() => onParts({ show: 'new' })}>{movementTexts.newOrder}</Button>
  );
  return (
    <Page
      title={movementTexts.title}
      hint={movementTexts.hint}
      actions={
        <>
          <Select
            w="12rem"
            aria-label={movementTexts.kind}
            placeholder={movementTexts.allKinds}
            clearable
            data={MOVEMENT_KINDS.map((one) => ({ value: one, label: movementTexts.kinds[one] }))}
            value={kind ?? null}
            onChange={(chosen) => onParts({ kind: chosen ?? undefined })}
          />
          <Select
            w="8rem"
            aria-label={movementTexts.class}
            placeholder={movementTexts.allClasses}
            clearable
            searchable
            data={(classes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={classId === undefined ? null : String(classId)}
            onChange={(chosen) => onParts({ class: chosen ?? undefined })}
          />
          {mayCall(roles, 'movement.period') && (
            <Button variant="default" onClick={() => onParts({ show: 'period' })}>
              {movementTexts.paperPeriod}
            </Button>
          )}
          {enter}
        </>
      }
    >
      <ErrorNotice error={register.error} onRetry={() => void register.refetch()} />
      {register.data && (
        <DataTable
          label={movementTexts.table}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          selected={openId}
          onOpen={(row) => setOpenId(row.id)}
          tools={
            all.some(({ revoked }) => revoked !== null) && (
              <Checkbox
                label={movementTexts.withRevoked}
                checked={withRevoked}
                onChange={(event) => setWithRevoked(event.currentTarget.checked)}
              />
            )
          }
          empty={
            all.length === 0 ? (
              <EmptyState
                title={movementTexts.empty}
                text={mayEnter ? movementTexts.emptyText : movementTexts.emptyLook}
                action={enter}
              />
            ) : (
              <EmptyState title={movementTexts.noneLikeThis} />
            )
          }
        />
      )}
      <MovementPanel
        row={all.find(({ id }) => id === openId) ?? null}
        rows={all}
        onPrint={(orderId) => onParts({ show: 'order', order: String(orderId) })}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}

function NewOrder({ onDone }: { readonly onDone: () => void }) {
  const { today } = useSession();
  const start = useQuery({ ...queries.movement.start.queryOptions(), staleTime: 0 });
  if (start.isPending) return <Loading />;
  if (start.data === undefined) {
    return (
      <Page title={movementTexts.form.title}>
        <ErrorNotice error={start.error} onRetry={() => void start.refetch()} />
      </Page>
    );
  }
  return <OrderForm start={start.data} today={today} onDone={onDone} />;
}

/** The register of movement, an order being written, and the papers made of it (C2). */
export function MovementScreen() {
  const { today, roles } = useSession();
  const [parts, setParts] = useAddressParts();
  const back = () => setParts({ show: undefined, order: undefined });
  const orderId = Number(parts['order']) || undefined;
  const { show } = parts;
  if (show === 'new' && mayCall(roles, 'movement.enter')) return <NewOrder onDone={back} />;
  if (show === 'period' && mayCall(roles, 'movement.period')) {
    return <PeriodPaper today={today} onBack={back} />;
  }
  if (show === 'order' && orderId !== undefined) {
    return <OrderPaper orderId={orderId} onBack={back} />;
  }
  return <Register parts={parts} onParts={setParts} />;
}
