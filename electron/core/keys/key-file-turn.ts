const turns = new Map<string, Promise<unknown>>();

/** Work on the key file of a folder, one after another: no change of it is lost to another. */
export function inKeyFileTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(folder) ?? Promise.resolve()).then(work, work);
  turns.set(folder, turn);
  return turn;
}
