import { consentsTexts } from '../../text/consents';
import { checksTexts } from '../../text/data-checks';
import { movementTexts } from '../../text/movement';
import { notesTexts } from '../../text/pupil-notes';
import { pupilsTexts } from '../../text/pupils';
import { tabbedScreen } from '../../ui/tabbed-screen';

/** «Ученики»: the contingent and its papers. A new part is one entry here. */
export const PupilsTabs = tabbedScreen('/pupils', pupilsTexts.title, [
  {
    key: 'list',
    title: pupilsTexts.tabs.list,
    asks: 'people.pupils',
    load: () => import('./pupils-screen').then((file) => file.PupilsScreen),
  },
  {
    key: 'consents',
    title: consentsTexts.tab,
    asks: 'consents.register',
    load: () => import('./consents/consents-screen').then((file) => file.ConsentsScreen),
  },
  {
    key: 'notes',
    title: notesTexts.title,
    asks: 'pupilNotes.ofClass',
    load: () => import('../pupil-notes/notes-screen').then((file) => file.NotesScreen),
  },
  {
    key: 'checks',
    title: checksTexts.tab,
    asks: 'dataChecks.list',
    load: () => import('./checks/checks-screen').then((file) => file.ChecksScreen),
  },
  {
    key: 'movement',
    title: movementTexts.title,
    asks: 'movement.register',
    load: () => import('../movement/movement-screen').then((file) => file.MovementScreen),
  },
]);
