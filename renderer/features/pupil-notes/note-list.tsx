import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PupilNote } from '#contract/pupil-notes';
import { formatDate } from '#domain/calendar/iso-date';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { notesTexts as words } from '../../text/pupil-notes';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone, notifyError } from '../../ui/notify';
import type { Undo } from '../../ui/use-undo';
import { addNote, changeNote, removeNote } from './note-data';
import { NoteForm, type NoteDraft } from './note-form';
import classes from './notes.module.css';

/** How a kind looks beside its word. */
export const NOTE_COLORS: Readonly<Record<PupilNote['kind'], string>> = {
  thanks: 'green',
  achievement: 'teal',
  recommendation: 'blue',
  remark: 'orange',
  appeal: 'grape',
};

function Line(props: {
  readonly note: PupilNote;
  readonly onChange: (() => void) | undefined;
  readonly onRemove: () => void;
}) {
  const { note } = props;
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="baseline">
        <span className="sj-numbers">{formatDate(note.date)}</span>
        <Badge variant="light" color={NOTE_COLORS[note.kind]}>
          {words.kinds[note.kind]}
        </Badge>
        <Text size="xs" c="dimmed">
          {[note.subjectName, note.author, note.id === null ? words.inJournal : null]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      <Text size="sm">{note.text}</Text>
      {(props.onChange !== undefined || note.mayRemove) && (
        <Group gap={4}>
          {props.onChange && (
            <Button size="compact-xs" variant="subtle" onClick={props.onChange}>
              {words.change}
            </Button>
          )}
          {note.mayRemove && (
            <Button size="compact-xs" variant="subtle" onClick={props.onRemove}>
              {words.remove}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

/**
 * What was written to a pupil's parents this year, and a new note. `pageId` is the journal page it is
 * written from, null on the pupil's card.
 */
export function NoteList(props: {
  readonly pupilId: number;
  readonly pageId: number | null;
  readonly mayWrite: boolean;
  readonly undo: Undo;
  /** Begins with a new note under the pen. */
  readonly startWriting?: boolean;
}) {
  const { pupilId, pageId } = props;
  const { today } = useSession();
  const notes = useQuery(queries.pupilNotes.ofPupil.queryOptions({ input: { pupilId } }));
  const [writing, setWriting] = useState<PupilNote | 'new' | null>(
    props.startWriting === true ? 'new' : null,
  );
  const [busy, setBusy] = useState(false);
  const save = async (draft: NoteDraft) => {
    setBusy(true);
    try {
      const { undo } =
        writing === 'new' || writing === null || writing.id === null
          ? await addNote({ pupilId, pageId }, draft)
          : await changeNote({ ...writing, id: writing.id }, draft);
      props.undo.did(words.saved, undo);
      setWriting(null);
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const remove = async (note: PupilNote) => {
    if (note.id === null) return;
    const { kind, date, text } = note;
    try {
      await removeNote({ id: note.id, version: note.version });
      // Only what one wrote oneself comes back as one's own.
      if (note.mayChange) {
        props.undo.did(words.removed, () => addNote({ pupilId, pageId }, { kind, date, text }));
      } else notifyDone(words.removed);
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Stack gap="xs">
      <ErrorNotice error={notes.error} onRetry={() => void notes.refetch()} />
      {writing === null ? (
        props.mayWrite && (
          <Button variant="light" size="xs" w="fit-content" onClick={() => setWriting('new')}>
            {words.add}
          </Button>
        )
      ) : (
        <NoteForm
          start={writing === 'new' ? { kind: 'thanks', date: today, text: '' } : writing}
          today={today}
          busy={busy}
          onSave={(draft) => void save(draft)}
          onCancel={() => setWriting(null)}
        />
      )}
      {notes.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noneYet}
        </Text>
      )}
      <ul className={classes['notes']}>
        {notes.data?.map((note) => (
          <Line
            key={note.key}
            note={note}
            onChange={note.mayChange ? () => setWriting(note) : undefined}
            onRemove={() => void remove(note)}
          />
        ))}
      </ul>
    </Stack>
  );
}
