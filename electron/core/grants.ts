import { refuse } from './refuse';

/** What the dialog asked for: a place to read is none to write. */
export type GrantKind = 'open' | 'save' | 'copy' | 'restore';

/** Files and folders a person chose in a dialog of the shell; a window knows only their number. */
export type Grants = {
  readonly add: (grant: string, kind: GrantKind, path: string) => void;
  /** The path behind a grant of this kind; NOT_FOUND where there is none. */
  readonly pathOf: (grant: string, kind: GrantKind) => string;
};

/** Keeps the newest two hundred: a forgotten dialog needs no more. */
export function createGrants(): Grants {
  const paths = new Map<string, { readonly kind: GrantKind; readonly path: string }>();
  return {
    add: (grant, kind, path) => {
      paths.set(grant, { kind, path });
      const [oldest] = paths.keys();
      if (paths.size > 200 && oldest !== undefined) paths.delete(oldest);
    },
    pathOf: (grant, kind) => {
      const found = paths.get(grant);
      return found?.kind === kind ? found.path : refuse('NOT_FOUND', { what: 'file' });
    },
  };
}
