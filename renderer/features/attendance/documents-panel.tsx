import {
  ActionIcon,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AttendanceSheet, PupilDocument } from '#contract/attendance';
import {
  DOCUMENT_KINDS,
  DOCUMENT_REASONS,
  type DocumentKind,
  type DocumentReason,
} from '#domain/attendance/absence-documents';
import { ATTENDANCE_LETTERS } from '#domain/attendance/attendance';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { attendanceTexts } from '../../text/attendance';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone, notifyError } from '../../ui/notify';
import type { Undo } from '../../ui/use-undo';
import { absentSpan } from './sheet-view';
import { useAddDocument, useWithdraw } from './use-attendance';

const words = attendanceTexts.documents;

const daysOf = ({ from, to }: Pick<PupilDocument, 'from' | 'to'>) =>
  from === to ? formatDate(from) : `${formatDate(from).slice(0, 5)} – ${formatDate(to)}`;
/** «медицинская справка № 15, 16.11 – 18.11.2026» */
export const documentText = (one: PupilDocument): string =>
  `${[words.kinds[one.kind], words.withNumber(one.number)].filter(Boolean).join(' ')}, ${daysOf(one)}`;

/** Without a document there is nothing to undo to but the same again. */
const orderOf = (classId: number, one: PupilDocument) => ({
  classId,
  pupilId: one.pupilId,
  kind: one.kind,
  number: one.number,
  reason: one.reason,
  from: one.from,
  to: one.to,
  note: one.note,
});

function NewDocument(props: {
  readonly sheet: AttendanceSheet;
  readonly pupilId: number | undefined;
  readonly undo: Undo;
  readonly onDone: () => void;
}) {
  const { sheet, undo, onDone } = props;
  const [pupil, setPupil] = useState(props.pupilId === undefined ? null : String(props.pupilId));
  const [reason, setReason] = useState<DocumentReason>('ill');
  const [kind, setKind] = useState<DocumentKind>('medical');
  const [number, setNumber] = useState('');
  const [span] = useState(() => absentSpan(props.pupilId, sheet));
  const [from, setFrom] = useState<IsoDate | null>(span.from);
  const [to, setTo] = useState<IsoDate | null>(span.to);
  const [note, setNote] = useState('');
  const add = useAddDocument();
  const withdraw = useWithdraw();
  const ready = pupil !== null && from !== null && to !== null;
  const save = () => {
    if (!ready) return;
    const { classId } = sheet;
    const order = { classId, pupilId: Number(pupil), kind, number, reason, from, to, note };
    const name = sheet.pupils.find(({ id }) => id === order.pupilId)?.name ?? '';
    add.mutate(order, {
      onSuccess: ({ id, ...outcome }) => {
        notifyDone(words.added(name, outcome));
        undo.did(words.deed.add, () => withdraw.mutateAsync({ classId, documentId: id }));
        onDone();
      },
    });
  };
  return (
    <form
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Stack gap="xs">
        <Select
          label={words.pupil}
          searchable
          allowDeselect={false}
          data={sheet.pupils.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={pupil}
          onChange={setPupil}
        />
        <Select
          label={words.kind}
          allowDeselect={false}
          data={DOCUMENT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(value) => setKind(value ?? 'medical')}
        />
        <TextInput
          w="7rem"
          label={words.number}
          autoFocus
          maxLength={50}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <SegmentedControl
          fullWidth
          aria-label={words.reason}
          data={DOCUMENT_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          value={reason}
          onChange={(value) => setReason(value)}
        />
        <Group gap="xs" wrap="nowrap">
          <DateField label={attendanceTexts.from} value={from} onChange={setFrom} />
          <DateField label={attendanceTexts.to} value={to} onChange={setTo} />
        </Group>
        <TextInput
          label={words.note}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ErrorNotice error={add.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!ready} loading={add.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function DocumentLine(props: {
  readonly one: PupilDocument;
  readonly name: string;
  readonly onWithdraw: (() => void) | undefined;
}) {
  const { one, name, onWithdraw } = props;
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
      <div>
        <Text fw={600} {...(one.withdrawnBy !== null && { td: 'line-through' })}>
          {`${name}: ${ATTENDANCE_LETTERS[one.reason]}`}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            documentText(one),
            one.note,
            one.withdrawnBy === null ? '' : words.withdrawn(one.withdrawnBy),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </div>
      {onWithdraw !== undefined && (
        <Tooltip label={words.withdraw}>
          <ActionIcon
            variant="subtle"
            aria-label={`${words.withdraw}: ${name}, ${documentText(one)}`}
            onClick={onWithdraw}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

/** The documents about the days that are shown, and one more in place. */
export function DocumentsPanel(props: {
  readonly sheet: AttendanceSheet;
  /** Whose row the cursor stands in. */
  readonly pupilId: number | undefined;
  readonly adding: boolean;
  readonly undo: Undo;
  readonly onAdding: (adding: boolean) => void;
}) {
  const { sheet, undo } = props;
  const add = useAddDocument();
  const withdraw = useWithdraw();
  const names = new Map(sheet.pupils.map(({ id, name }) => [id, name]));
  const inForce = sheet.documents.filter(({ withdrawnBy }) => withdrawnBy === null);
  const gone = sheet.documents.filter(({ withdrawnBy }) => withdrawnBy !== null);
  const takeBack = (one: PupilDocument) => {
    const { classId } = sheet;
    const name = names.get(one.pupilId) ?? '';
    const done = withdraw.mutateAsync({ classId, documentId: one.id });
    done.then((outcome) => {
      notifyDone(words.removed(name, outcome));
      undo.did(words.deed.withdraw, () => add.mutateAsync(orderOf(classId, one)));
    }, notifyError);
  };
  return (
    <Paper
      withBorder
      p="sm"
      component="section"
      aria-label={words.title}
      w="18rem"
      flex="none"
      style={{ overflow: 'auto', maxHeight: '100%' }}
    >
      <Title order={2} mb="xs">
        {words.title}
      </Title>
      <Stack gap="xs">
        {sheet.canSetReasons &&
          (props.adding ? (
            <NewDocument
              key={props.pupilId}
              sheet={sheet}
              pupilId={props.pupilId}
              undo={undo}
              onDone={() => props.onAdding(false)}
            />
          ) : (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => props.onAdding(true)}
            >
              {words.add}
            </Button>
          ))}
        {inForce.length === 0 && <Text c="dimmed">{words.none}</Text>}
        {inForce.map((one) => (
          <DocumentLine
            key={one.id}
            one={one}
            name={names.get(one.pupilId) ?? ''}
            onWithdraw={sheet.canSetReasons ? () => takeBack(one) : undefined}
          />
        ))}
        {gone.length > 0 && (
          <details>
            <summary>{words.withdrawnCount(gone.length)}</summary>
            <Stack gap="xs" mt="xs">
              {gone.map((one) => (
                <DocumentLine
                  key={one.id}
                  one={one}
                  name={names.get(one.pupilId) ?? ''}
                  onWithdraw={undefined}
                />
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Paper>
  );
}
