import type { PupilNote } from '#contract/pupil-notes';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import type { NoteDraft } from './note-form';

const refresh = () => queryClient.invalidateQueries({ queryKey: queries.pupilNotes.key() });

type Place = { readonly pupilId: number; readonly pageId: number | null };

/** Writes a new note; `undo` takes it out again. */
export async function addNote(
  place: Place,
  draft: NoteDraft,
): Promise<{ readonly undo: () => Promise<void> }> {
  const { id, version } = await core.pupilNotes.save({ ...place, ...draft, id: null, version: 0 });
  await refresh();
  return {
    undo: async () => {
      await core.pupilNotes.remove({ id, version });
      await refresh();
    },
  };
}

/** Changes an own note; `undo` puts its words back. */
export async function changeNote(
  note: PupilNote & { readonly id: number },
  draft: NoteDraft,
): Promise<{ readonly undo: () => Promise<void> }> {
  const place = { pupilId: note.pupilId, pageId: null };
  const { id, kind, date, text } = note;
  const { version } = await core.pupilNotes.save({ ...place, ...draft, id, version: note.version });
  await refresh();
  return {
    undo: async () => {
      await core.pupilNotes.save({ ...place, id, version, kind, date, text });
      await refresh();
    },
  };
}

/** Takes a note out. */
export async function removeNote(note: {
  readonly id: number;
  readonly version: number;
}): Promise<void> {
  await core.pupilNotes.remove({ id: note.id, version: note.version });
  await refresh();
}
