import { timetableTexts } from '../../text/timetable';
import { tabbedScreen } from '../../ui/tabbed-screen';

/** «Расписание»: looking at it, making it, its changes of days. A new part is one entry here. */
export const TimetableTabs = tabbedScreen('/timetable', timetableTexts.title, [
  {
    key: 'view',
    title: timetableTexts.tabs.view,
    asks: 'school.timetable',
    load: () => import('./timetable-screen').then((file) => file.TimetableScreen),
  },
  {
    key: 'editor',
    title: timetableTexts.tabs.editor,
    asks: 'timetable.editor',
    load: () => import('./editor/editor-screen').then((file) => file.EditorScreen),
  },
]);
