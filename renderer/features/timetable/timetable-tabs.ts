import { changesTexts } from '../../text/changes';
import { controlTexts } from '../../text/control-works';
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
  {
    key: 'changes',
    title: changesTexts.title,
    asks: 'changes.day',
    load: () => import('../changes/changes-screen').then((file) => file.ChangesScreen),
  },
  {
    key: 'register',
    title: changesTexts.registerTitle,
    asks: 'changes.register',
    load: () => import('../changes/register-screen').then((file) => file.RegisterScreen),
  },
  {
    key: 'control',
    title: controlTexts.title,
    asks: 'controlWorks.schedule',
    load: () =>
      import('../control-works/control-works-screen').then((file) => file.ControlWorksScreen),
  },
]);
