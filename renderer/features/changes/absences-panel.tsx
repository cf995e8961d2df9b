import {
  ActionIcon,
  Button,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Absence } from '#contract/changes';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { ABSENCE_REASONS, type AbsenceReason } from '#domain/people/absence-reason';
import { fullName } from '#domain/people/name';
import { queries } from '../../api/queries';
import { changesTexts as words } from '../../text/changes';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { useRemoveAbsence, useSetAbsence } from './use-changes';

function NewAbsence(props: { readonly date: IsoDate; readonly onDone: () => void }) {
  const staff = useQuery(queries.people.staff.queryOptions());
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState<IsoDate | null>(props.date);
  const [to, setTo] = useState<IsoDate | null>(props.date);
  const [reason, setReason] = useState<AbsenceReason>('illness');
  const [document, setDocument] = useState('');
  const set = useSetAbsence();
  const ready = person !== null && from !== null && to !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const row = { staffId: Number(person), fromDate: from, toDate: to, reason, document };
        set.mutate({ id: null, note: '', ...row }, { onSuccess: props.onDone });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onDone();
      }}
    >
      <Stack gap="xs">
        <Select
          label={words.person}
          searchable
          data-autofocus
          autoFocus
          data={(staff.data ?? []).map((row) => ({ value: String(row.id), label: fullName(row) }))}
          value={person}
          onChange={setPerson}
        />
        <Group gap="xs" wrap="nowrap">
          <DateField label={words.from} value={from} onChange={setFrom} />
          <DateField label={words.to} value={to} onChange={setTo} />
        </Group>
        <Select
          label={words.reason}
          allowDeselect={false}
          data={ABSENCE_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          value={reason}
          onChange={(value) => setReason(value ?? 'illness')}
        />
        <TextInput
          label={words.document}
          placeholder={words.documentHint}
          maxLength={300}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <ErrorNotice error={set.error ?? staff.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!ready} loading={set.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={props.onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const days = ({ fromDate, toDate }: Absence) =>
  fromDate === toDate ? formatDate(fromDate) : `${formatDate(fromDate)} – ${formatDate(toDate)}`;

/** Who is absent on a day, and one more in place. */
export function AbsencesPanel(props: {
  readonly date: IsoDate;
  readonly absences: readonly Absence[];
  readonly mayChange: boolean;
}) {
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const remove = useRemoveAbsence();
  const done = () => {
    setAdding(false);
    setTimeout(() => add.current?.focus(), 0);
  };
  return (
    <Paper withBorder p="sm" component="section" aria-label={words.absences} w="18rem" flex="none">
      <Title order={2} mb="xs">
        {words.absences}
      </Title>
      <Stack gap="xs">
        {props.absences.length === 0 && !adding && <Text c="dimmed">{words.nobody}</Text>}
        {props.absences.map((absence) => (
          <Group key={absence.id} gap="xs" wrap="nowrap" justify="space-between">
            <div>
              <Text fw={600}>{absence.name}</Text>
              <Text size="xs" c="dimmed">
                {[words.reasons[absence.reason], days(absence), absence.document]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </div>
            {props.mayChange && (
              <Tooltip label={words.remove}>
                <ActionIcon
                  variant="subtle"
                  aria-label={`${words.remove}: ${absence.name}`}
                  onClick={() => remove.mutate(absence.id)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Tooltip>
            )}
          </Group>
        ))}
        <ErrorNotice error={remove.error} />
        {props.mayChange &&
          (adding ? (
            <NewAbsence date={props.date} onDone={done} />
          ) : (
            <Button
              ref={add}
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => setAdding(true)}
            >
              {words.add}
            </Button>
          ))}
      </Stack>
    </Paper>
  );
}
