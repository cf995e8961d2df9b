import { Button, Drawer, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Debt, MovementRow } from '#contract/movement';
import { formatDate } from '#domain/calendar/iso-date';
import { leadsToClass } from '#domain/movement/kinds';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { broughtTexts } from '../../text/brought';
import { movementProblems } from '../../text/errors';
import { movementTexts } from '../../text/movement';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';
import { refreshAll } from './order-form';

const words = movementTexts.panel;

function DebtLine(props: { readonly movementId: number; readonly debt: Debt }) {
  const { movementId, debt } = props;
  const { roles, today } = useSession();
  const settle = useMutation({
    mutationFn: () =>
      core.movement.settleDebt({
        movementId,
        subjectId: debt.subjectId,
        settledOn: debt.settledOn === null ? today : null,
      }),
    onSuccess: refreshAll,
  });
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        {debt.subjectName},{' '}
        {debt.settledOn === null
          ? words.due(formatDate(debt.dueOn))
          : words.settled(formatDate(debt.settledOn))}
      </Text>
      {mayCall(roles, 'movement.settleDebt') && (
        <Button
          size="compact-xs"
          variant="default"
          loading={settle.isPending}
          onClick={() => settle.mutate()}
        >
          {debt.settledOn === null ? words.settle : words.unsettle}
        </Button>
      )}
      <ErrorNotice error={settle.error} />
    </Group>
  );
}

function Revoking(props: {
  readonly row: MovementRow;
  readonly ofOrder: readonly MovementRow[];
  readonly onClose: () => void;
}) {
  const { row, ofOrder } = props;
  const { orderId } = row;
  const [why, setWhy] = useState('');
  const one = useQuery({
    ...queries.movement.previewRevoke.queryOptions({ input: { orderId, movementIds: [row.id] } }),
    staleTime: 0,
  });
  const whole = useQuery({
    ...queries.movement.previewRevoke.queryOptions({ input: { orderId } }),
    staleTime: 0,
    enabled: ofOrder.length > 1,
  });
  const revoke = useMutation({
    mutationFn: (all: boolean) => {
      const items = (all ? whole.data : one.data) ?? [];
      const outside = items
        .flatMap((item) => item.outside)
        .reduce((sum, { cells }) => sum + cells, 0);
      const named = all ? {} : { movementIds: [row.id] };
      return core.movement.revoke({ orderId, ...named, why, outside });
    },
    onSuccess: async () => {
      notifyDone(words.done);
      props.onClose();
      await refreshAll();
    },
  });
  const problemOf = (items: typeof one.data) => items?.find(({ problem }) => problem !== null);
  const stuck = problemOf(one.data);
  const outside = (one.data ?? []).flatMap((item) => item.outside);
  return (
    <Stack gap="xs">
      <Title order={3}>{words.revokeTitle}</Title>
      <Text size="sm" c="dimmed">
        {words.revokeText}
      </Text>
      {stuck?.problem ? (
        <Text size="sm" c="var(--mantine-color-error)">
          {movementProblems[stuck.problem]}.
        </Text>
      ) : (
        <TextInput
          label={words.why}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      )}
      {outside.map((entry) => (
        <Text key={entry.pageId} size="sm">
          {movementTexts.form.outside(
            entry.cells,
            entry.marks,
            entry.page,
            formatDate(entry.from),
            formatDate(entry.to),
          )}
        </Text>
      ))}
      <ErrorNotice error={one.error ?? whole.error ?? revoke.error} />
      <Group gap="xs">
        <Button
          variant="default"
          disabled={why.trim() === '' || one.data === undefined || stuck !== undefined}
          loading={revoke.isPending}
          onClick={() => revoke.mutate(false)}
        >
          {words.revokeOne}
        </Button>
        {ofOrder.length > 1 && (
          <Button
            variant="default"
            disabled={
              why.trim() === '' || whole.data === undefined || problemOf(whole.data) !== undefined
            }
            loading={revoke.isPending}
            onClick={() => revoke.mutate(true)}
          >
            {words.revokeAll(ofOrder.length)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** One movement beside the register: what the order says, debts, its paper, taking it back. */
export function MovementPanel(props: {
  readonly row: MovementRow | null;
  readonly rows: readonly MovementRow[];
  readonly onPrint: (orderId: number) => void;
  readonly onClose: () => void;
}) {
  const { row } = props;
  const { roles } = useSession();
  const ofOrder = props.rows.filter(
    ({ orderId, revoked }) => orderId === row?.orderId && revoked === null,
  );
  return (
    <Drawer
      opened={row !== null}
      onClose={props.onClose}
      size={420}
      title={row && <strong>{row.pupil}</strong>}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      {row && (
        <Stack gap="sm">
          <div>
            <Text>{words.order(row.orderNumber, formatDate(row.orderDate))}</Text>
            <Text>
              {movementTexts.kinds[row.kind]}
              {row.fromClass !== null && ` из ${row.fromClass}`}
              {row.toClass !== null && ` в ${row.toClass}`},{' '}
              {leadsToClass(row.kind)
                ? words.firstDay(formatDate(row.effectiveOn))
                : words.lastDay(formatDate(row.effectiveOn))}
            </Text>
            <Text c="dimmed">{[row.place, row.reason].filter(Boolean).join('; ')}</Text>
          </div>
          {row.debts.length > 0 && (
            <Stack gap={4}>
              <Title order={3}>{words.debts}</Title>
              {row.debts.map((debt) => (
                <DebtLine key={debt.subjectId} movementId={row.id} debt={debt} />
              ))}
            </Stack>
          )}
          <Group gap="xs">
            {row.kind === 'arrival' && row.revoked === null && mayCall(roles, 'brought.view') && (
              <Button component={Link} to={`/pupils/brought/${row.pupilId}`} variant="default">
                {broughtTexts.toBrought}
              </Button>
            )}
            {mayCall(roles, 'movement.orderList') && (
              <Button variant="default" onClick={() => props.onPrint(row.orderId)}>
                {words.print}
              </Button>
            )}
          </Group>
          {row.revoked !== null ? (
            <Text c="dimmed">{words.revokedWhy(row.revoked)}</Text>
          ) : (
            mayCall(roles, 'movement.revoke') && (
              <Revoking key={row.id} row={row} ofOrder={ofOrder} onClose={props.onClose} />
            )
          )}
        </Stack>
      )}
    </Drawer>
  );
}
