/** The migrations in order, with the SHA-256 of each file: a released one is never edited. */
import journal from './migrations/0001-the-journal.sql?raw';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-the-journal',
    sql: journal,
    sha256: '1a1acc71f91c03e11ce0f89c0a6e023b2c770a246ff07238b3643ccb70a4243a',
  },
];
