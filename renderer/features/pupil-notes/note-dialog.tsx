import { Modal } from '@mantine/core';
import { notesTexts } from '../../text/pupil-notes';
import { useUndo } from '../../ui/use-undo';
import { NoteList } from './note-list';

/** What was written to a pupil's parents, over the journal page a new note is written from. */
export function NoteDialog(props: {
  readonly pupil: { readonly id: number; readonly name: string };
  readonly pageId: number;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
}) {
  const undo = useUndo(notesTexts.undone);
  return (
    <Modal opened onClose={props.onClose} title={notesTexts.ofPupil(props.pupil.name)} size="xl">
      <NoteList
        pupilId={props.pupil.id}
        pageId={props.pageId}
        mayWrite={props.mayWrite}
        startWriting={props.mayWrite}
        undo={undo}
      />
    </Modal>
  );
}
