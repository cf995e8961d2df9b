import { Button, Group, Modal, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageOpening } from '#contract/journal-page';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { dayOf } from '#domain/regulation/instant';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { lockTexts as words } from '../../../text/locks';
import { DateField } from '../../../ui/date-field/date-field';
import { ErrorNotice } from '../../../ui/error-notice';
import { notifyDone } from '../../../ui/notify';
import { useDesk } from '../hooks';
import type { PageModel } from '../store/page-model';

const pageAnew = () => queryClient.invalidateQueries({ queryKey: queries.journal.page.key() });

/** Opens lessons of some days of the page for a cause, and shows what was opened before. */
export function OpenLocked(props: {
  /** The lesson under the cursor is suggested; without one the whole period. */
  readonly day: IsoDate | undefined;
  readonly onClose: () => void;
}) {
  const { model } = useDesk().store;
  return (
    <Modal opened onClose={props.onClose} title={words.title} size="xl">
      <Stack gap="md">
        <OpenForm {...props} model={model} />
        <Openings model={model} />
      </Stack>
    </Modal>
  );
}

function OpenForm(props: {
  readonly model: PageModel;
  readonly day: IsoDate | undefined;
  readonly onClose: () => void;
}) {
  const { model, day, onClose } = props;
  const { page, period, pupils, today } = model;
  const [from, setFrom] = useState<IsoDate | null>(day ?? period.startsOn);
  const [to, setTo] = useState<IsoDate | null>(day ?? period.endsOn);
  const [until, setUntil] = useState<IsoDate | null>(today);
  const [pupilId, setPupilId] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const ready =
    from !== null &&
    to !== null &&
    until !== null &&
    from <= to &&
    until >= today &&
    reason.trim().length >= 3;
  const open = useMutation({
    mutationFn: async () => {
      if (from === null || to === null || until === null) return;
      await core.journal.openLocked({
        pageId: page.id,
        fromDate: from,
        toDate: to,
        pupilId,
        untilDay: until,
        reason,
      });
      await pageAnew();
      notifyDone(words.opened(formatDate(until)));
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) open.mutate();
      }}
    >
      <Stack gap="sm">
        <Text>{words.hint}</Text>
        <Group gap="sm" align="flex-start">
          <DateField label={words.from} value={from} onChange={setFrom} />
          <DateField label={words.to} value={to} onChange={setTo} />
          <DateField label={words.until} value={until} onChange={setUntil} />
          <Select
            label={words.pupil}
            w="18rem"
            searchable
            clearable
            placeholder={words.everybody}
            data={pupils.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={pupilId === null ? null : String(pupilId)}
            onChange={(id) => setPupilId(id === null ? null : Number(id))}
          />
        </Group>
        <TextInput
          label={words.reason}
          placeholder={words.reasonHint}
          maxLength={300}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNotice error={open.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!ready} loading={open.isPending}>
            {words.deed}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Openings({ model }: { readonly model: PageModel }) {
  const { openings } = model.locks.now();
  const close = useMutation({
    mutationFn: async (id: number) => {
      await core.journal.closeAgain({ id });
      await pageAnew();
      notifyDone(words.closedNow);
    },
  });
  const nameOf = (pupilId: number | null) =>
    model.pupils.find(({ id }) => id === pupilId)?.name ?? words.everybody;
  const stateOf = (one: PageOpening) => {
    if (one.closedAt !== null) return words.closedAgain(one.closedBy);
    return one.active ? words.untilDay(formatDate(dayOf(one.until))) : words.over;
  };
  return (
    <>
      <Title order={2}>{words.list}</Title>
      {openings.length === 0 && <Text c="dimmed">{words.noneYet}</Text>}
      <ErrorNotice error={close.error} />
      {openings.length > 0 && (
        <Table aria-label={words.list} withTableBorder>
          <Table.Tbody>
            {openings.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{words.days(formatDate(one.fromDate), formatDate(one.toDate))}</Table.Td>
                <Table.Td>{nameOf(one.pupilId)}</Table.Td>
                <Table.Td>{one.reason}</Table.Td>
                <Table.Td>{one.openedBy}</Table.Td>
                <Table.Td>{stateOf(one)}</Table.Td>
                <Table.Td>
                  {one.active && (
                    <Button
                      variant="default"
                      size="xs"
                      loading={close.isPending && close.variables === one.id}
                      onClick={() => close.mutate(one.id)}
                    >
                      {words.closeAgain}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
