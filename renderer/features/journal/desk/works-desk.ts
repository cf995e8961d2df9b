import { MAX_WORKS } from '#domain/journal/cell-content';
import type { WorkCommand } from '../grid/key-command';
import type { PageStore } from '../store/page-store';
import type { KindMenu } from './desk-type';
import type { Notice } from './notice';

/** Which work of each lesson digits go to, and the menu in which a work is chosen. */
export function createWorksDesk(store: PageStore, say: (notice: Notice) => void) {
  const active = new Map<number, number>();
  let menu: KindMenu | undefined;
  const activeWork = (lessonId: number) => active.get(lessonId) ?? 1;
  function chooseWork(lessonId: number, position: number): void {
    active.set(lessonId, position);
    store.topics.tell(`works:${lessonId}`);
  }
  function openKindMenu(next: KindMenu | undefined): void {
    menu = next;
    store.topics.tell('menu');
  }
  return {
    activeWork,
    chooseWork,
    openKindMenu,
    kindMenu: () => menu,
    /** What a key asks of the works of a lesson. */
    act(command: WorkCommand, lessonId: number): void {
      const positions = store.worksOf(lessonId).map(([position]) => position);
      switch (command.do) {
        case 'kind':
          return openKindMenu({ lessonId, position: activeWork(lessonId) });
        case 'oneMoreWork': {
          const next = (positions.at(-1) ?? 0) + 1;
          if (next > MAX_WORKS) return say({ kind: 'noMoreWorks' });
          return openKindMenu({ lessonId, position: next });
        }
        case 'work':
          if (!positions.includes(command.position)) return say({ kind: 'noSuchWork' });
          chooseWork(lessonId, command.position);
          return say({ kind: 'work', lessonId, position: command.position });
        default:
          return command satisfies never;
      }
    },
  };
}
