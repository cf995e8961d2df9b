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
]);
