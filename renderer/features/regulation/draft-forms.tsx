import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegulationSummary } from '#contract/regulation';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { PRESET_IDS, type PresetId } from '#domain/regulation/regulation';
import { core } from '../../api/clients';
import { useSession } from '../../api/session';
import { regulationTexts as words } from '../../text/regulation';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';
import { afterRegulation } from './deeds';

const COPY = 'copy';

/** A draft from a paper of one's choice, or from the version that is open. */
export function NewDraftForm(props: {
  readonly summary: RegulationSummary | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: number) => void;
}) {
  const { summary, onClose } = props;
  const form = words.draftForm;
  const [title, setTitle] = useState<string>(summary?.title ?? form.nameDefault);
  const [source, setSource] = useState<string>(
    summary === undefined || summary.approvedAt === null ? 'tip' : COPY,
  );
  const make = useMutation({
    mutationFn: () => {
      const from =
        source === COPY && summary !== undefined
          ? { copyOf: summary.id }
          : { preset: source as PresetId };
      return afterRegulation(core.regulation.newDraft({ title, from }));
    },
    onSuccess: ({ id }) => props.onMade(id),
  });
  return (
    <Modal opened onClose={onClose} title={form.title} size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') make.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={form.name}
            maxLength={200}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Radio.Group label={form.source} value={source} onChange={setSource}>
            <Stack gap="xs" mt={4}>
              {summary !== undefined && <Radio value={COPY} label={form.current(summary.title)} />}
              {PRESET_IDS.map((id) => (
                <Radio
                  key={id}
                  value={id}
                  label={words.presets[id]}
                  description={words.presetHints[id]}
                />
              ))}
            </Stack>
          </Radio.Group>
          <ErrorNotice error={make.error} />
          <Group gap="xs">
            <Button type="submit" disabled={title.trim() === ''} loading={make.isPending}>
              {form.deed}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function RenameForm(props: {
  readonly summary: RegulationSummary;
  readonly onClose: () => void;
}) {
  const { summary, onClose } = props;
  const [title, setTitle] = useState(summary.title);
  const rename = useMutation({
    mutationFn: () =>
      afterRegulation(core.regulation.rename({ id: summary.id, version: summary.version, title })),
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={words.renameForm.title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') rename.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={words.draftForm.name}
            maxLength={200}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <ErrorNotice error={rename.error} />
          <Group gap="xs">
            <Button type="submit" disabled={title.trim() === ''} loading={rename.isPending}>
              {words.renameForm.deed}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Asks from which day an approved version is in force. */
export function PutInForceForm(props: {
  readonly summary: RegulationSummary;
  readonly onClose: () => void;
}) {
  const { summary, onClose } = props;
  const { today } = useSession();
  const form = words.force;
  const [from, setFrom] = useState<IsoDate | null>(summary.fromDate ?? today);
  const past = from !== null && from < today;
  const put = useMutation({
    mutationFn: (fromDate: IsoDate) =>
      afterRegulation(
        core.regulation.putInForce({ id: summary.id, version: summary.version, fromDate }),
      ),
    onSuccess: (_, fromDate) => {
      notifyDone(form.done(formatDate(fromDate)));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={form.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (from !== null && !past) put.mutate(from);
        }}
      >
        <Stack gap="md">
          {form.hint}
          <DateField
            label={form.from}
            value={from}
            onChange={setFrom}
            {...(past && { error: form.past })}
          />
          <ErrorNotice error={put.error} />
          <Group gap="xs">
            <Button type="submit" disabled={from === null || past} loading={put.isPending}>
              {form.deed}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
