import type { PupilCard } from '#contract/pupils';
import { mayCall } from '../../../api/procedure-meta';
import { useSession } from '../../../api/session';
import { notesTexts } from '../../../text/pupil-notes';
import type { Undo } from '../../../ui/use-undo';
import { NoteList } from '../../pupil-notes/note-list';
import { Section } from './section';

/** What was written to the parents this year (J8). */
export function NotesSection({ card, undo }: { readonly card: PupilCard; readonly undo: Undo }) {
  const { roles } = useSession();
  if (!mayCall(roles, 'pupilNotes.ofPupil')) return null;
  const mayWrite = mayCall(roles, 'pupilNotes.save') && (roles.includes('deputy') || card.mayKeep);
  return (
    <Section title={notesTexts.title}>
      <NoteList pupilId={card.id} pageId={null} mayWrite={mayWrite} undo={undo} />
    </Section>
  );
}
