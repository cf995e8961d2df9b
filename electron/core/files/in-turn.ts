const turns = new Map<string, Promise<unknown>>();

/** Work on one thing (a folder, say), one after another: no change of it is lost to another. */
export function inTurn<T>(thing: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(thing) ?? Promise.resolve()).then(work, work);
  turns.set(thing, turn);
  return turn;
}
