import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Load, LoadCell, LoadLine, PageTeacher } from '#contract/load';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { formatHours, parseHours } from '#domain/curriculum/totals';
import { reassigned } from '#domain/load/page-teachers';
import { loadTexts } from '../../text/load';
import { DateField } from '../../ui/date-field/date-field';
import { teacherChoices } from './load-model';
import type { LoadStore } from './use-load';

const words = loadTexts.editor;

/** What a page lacks: the hours that are offered for a new teacher. */
const hoursToGive = (line: LoadLine, cell: LoadCell): number => {
  const given = cell.teachers.filter(({ to }) => to === null);
  const left = line.planned - given.reduce((sum, { hours }) => sum + hours, 0);
  return left > 0 ? left : line.planned;
};

/**
 * Gives a page to a teacher from a day, in somebody's place or beside the others. The days before
 * stay with whoever taught then.
 */
export function AssignmentEditor(props: {
  readonly load: Load;
  readonly line: LoadLine;
  readonly cell: LoadCell;
  /** Whose row is changed; absent: one more teacher. */
  readonly of: PageTeacher | undefined;
  readonly firstDay: IsoDate;
  readonly store: LoadStore;
  readonly onDone: () => void;
}) {
  const { load, line, cell, of, store } = props;
  const [staffId, setStaffId] = useState<string | null>(
    of === undefined ? null : String(of.staffId),
  );
  const [hours, setHours] = useState(formatHours(of?.hours ?? hoursToGive(line, cell)));
  const [from, setFrom] = useState<IsoDate | null>(props.firstDay);
  const parsed = parseHours(hours);
  const wrong = parsed === null || parsed === undefined;
  const save = async (ending: boolean) => {
    if (from === null || (!ending && (wrong || staffId === null))) return;
    const change = { from, hours: parsed ?? 0, instead: of?.staffId };
    const after = reassigned(
      cell.teachers,
      ending ? change : { ...change, staffId: Number(staffId) },
    );
    if (await store.assign(line, cell, after)) props.onDone();
  };
  const earlier = cell.teachers.filter((row) => row.to !== null);
  const nameOf = (id: number) => load.teachers.find((one) => one.id === id)?.shortName ?? '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <Stack gap="xs">
        <Text fw={600}>
          {[line.className, cell.groupName, line.subjectName].filter(Boolean).join(' · ')}
        </Text>
        <Select
          label={words.teacher}
          searchable
          data-autofocus
          comboboxProps={{ withinPortal: false }}
          data={teacherChoices(load, line.subjectId, words.own, words.others)}
          value={staffId}
          onChange={setStaffId}
        />
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <TextInput
            w="8rem"
            label={words.hours}
            inputMode="decimal"
            value={hours}
            error={wrong ? words.wrongHours : undefined}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
          <DateField label={words.from} value={from} onChange={setFrom} />
        </Group>
        {earlier.length > 0 && (
          <Text size="xs" c="dimmed">
            {`${words.history}: `}
            {earlier
              .map(
                (row) =>
                  `${nameOf(row.staffId)} ${formatHours(row.hours)} ч, ${loadTexts.span(formatDate(row.from), row.to && formatDate(row.to))}`,
              )
              .join('; ')}
          </Text>
        )}
        <Group gap="xs">
          <Button
            type="submit"
            loading={store.busy}
            disabled={staffId === null || wrong || from === null}
          >
            {of === undefined || String(of.staffId) === staffId ? words.save : words.replace}
          </Button>
          {of !== undefined && (
            <Button
              variant="default"
              disabled={from === null || store.busy}
              onClick={() => void save(true)}
            >
              {words.end}
            </Button>
          )}
          <Button variant="subtle" onClick={props.onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
