import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  MOST_NOTE_LETTERS,
  NOTE_KINDS,
  NOTE_PHRASES,
  type NoteKind,
} from '#domain/pupils/pupil-note';
import { notesTexts as words } from '../../text/pupil-notes';
import { DateField } from '../../ui/date-field/date-field';

export type NoteDraft = {
  readonly kind: NoteKind;
  readonly date: IsoDate;
  readonly text: string;
};

const isKind = (text: string | null): text is NoteKind => NOTE_KINDS.some((kind) => kind === text);

/** A note under the pen: Ctrl+Enter writes it, Esc leaves it. */
export function NoteForm(props: {
  readonly start: NoteDraft;
  readonly today: IsoDate;
  readonly busy: boolean;
  readonly onSave: (draft: NoteDraft) => void;
  readonly onCancel: () => void;
}) {
  const [kind, setKind] = useState(props.start.kind);
  const [date, setDate] = useState<IsoDate | null>(props.start.date);
  const [text, setText] = useState(props.start.text);
  const ready = date !== null && date <= props.today && text.trim() !== '';
  const save = () => {
    if (ready && !props.busy) props.onSave({ kind, date, text: text.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onCancel();
    else if (event.key === 'Enter' && event.ctrlKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Stack gap="xs" onKeyDown={onKeyDown}>
      <Group gap="xs" align="flex-end">
        <Select
          label={words.kind}
          w="13rem"
          allowDeselect={false}
          data={NOTE_KINDS.map((one) => ({ value: one, label: words.kinds[one] }))}
          value={kind}
          onChange={(value) => isKind(value) && setKind(value)}
        />
        <DateField label={words.date} value={date} onChange={setDate} />
        <Select
          label={words.phrases}
          flex={1}
          miw="14rem"
          data={[...NOTE_PHRASES[kind]]}
          value={null}
          onChange={(phrase) =>
            phrase !== null && setText(text === '' ? phrase : `${text} ${phrase}`)
          }
        />
      </Group>
      <Textarea
        label={words.text}
        placeholder={words.textHint}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={MOST_NOTE_LETTERS}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button disabled={!ready} loading={props.busy} onClick={save}>
          {words.save}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {words.cancel}
        </Button>
        <Text size="xs" c="dimmed">
          {words.saveKey}
        </Text>
      </Group>
    </Stack>
  );
}
