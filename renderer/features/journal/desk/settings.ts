/** Where the cursor goes after a mark. */
export const MOVES = ['down', 'right', 'stay'] as const;
export type MoveAfter = (typeof MOVES)[number];

const MOVE = 'school-journal:after-mark';
const PAGE = 'school-journal:last-page';

export const storedMove = (): MoveAfter =>
  MOVES.find((move) => move === localStorage.getItem(MOVE)) ?? 'down';
export const keepMove = (move: MoveAfter): void => localStorage.setItem(MOVE, move);

/** The page this person had open last; undefined at the first time. */
export function storedPage(accountId: number): number | undefined {
  const kept = Number(localStorage.getItem(`${PAGE}:${accountId}`));
  return kept > 0 ? kept : undefined;
}
export const keepPage = (accountId: number, pageId: number): void =>
  localStorage.setItem(`${PAGE}:${accountId}`, String(pageId));
