import { refuse } from './refuse';

/** Files and folders a person chose in a dialog of the shell; a window knows only their number. */
export type Grants = {
  readonly add: (grant: string, path: string) => void;
  /** The path behind a grant; NOT_FOUND where there is none. */
  readonly pathOf: (grant: string) => string;
};

/** Keeps the newest two hundred: a forgotten dialog needs no more. */
export function createGrants(): Grants {
  const paths = new Map<string, string>();
  return {
    add: (grant, path) => {
      paths.set(grant, path);
      const [oldest] = paths.keys();
      if (paths.size > 200 && oldest !== undefined) paths.delete(oldest);
    },
    pathOf: (grant) => paths.get(grant) ?? refuse('NOT_FOUND', { what: 'file' }),
  };
}
