import type { CellClosed } from '#domain/journal/cell-closed';
import { plural } from './common';
import { cells } from './journal';

/** What is said before and after pasting into the page. */
export const journalPaste = {
  enters: (count: number) => `Будет внесено: ${cells(count)}.`,
  overwrites: (count: number, shown: string) =>
    `Из них ${count} ${plural(count, 'заменит', 'заменят', 'заменят')} то, что есть: ${shown}.`,
  change: (where: string, before: string, after: string) => `${where}: ${before} → ${after}`,
  leftOut: (count: number, parts: string) => `Не войдёт ${count}: ${parts}.`,
  outside: (count: number) => `за краем страницы — ${count}`,
  closed: {
    notYours: (count: number) => `эти уроки ведёт другой учитель — ${count}`,
    future: (count: number) => `урок ещё не прошёл — ${count}`,
    notYetHere: (count: number) => `ученика ещё не было в списке — ${count}`,
    alreadyGone: (count: number) => `ученик уже выбыл — ${count}`,
    awayThen: (count: number) => `ученик выбывал и ещё не вернулся — ${count}`,
    locked: (count: number) => `закрыто по регламенту — ${count}`,
  } satisfies Record<CellClosed, (count: number) => string>,
  wrong: (count: number, shown: string) =>
    `не ${plural(count, 'отметка', 'отметки', 'отметки')} этой страницы — ${shown}`,
  value: (text: string, where: string) => `«${text}» (${where})`,
  more: (count: number) => `и ещё ${count}`,
  allowed: (points: string) => `Можно: ${points}, н, б, у, о, точка.`,
  nothing: 'Ничего не вставлено.',
  same: 'Всё это здесь уже стоит.',
  yes: 'Вставить (Enter)',
  rest: 'Вставить остальное (Enter)',
  no: 'Не вставлять (Esc)',
  empty: 'пусто',
} as const;
