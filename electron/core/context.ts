import type { Journal } from '#db/open';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Actor } from '#domain/people/roles';
import type { PageEvents } from './journal/page-events';
import type { Grants } from './grants';
import type { Cost } from './keys/slots';
import type { Log } from './log';
import type { PdfRenderer } from './sheets/pdf';
import type { Attempts } from './session/attempts';

/** The one who logged in on a window. */
export type Session = Actor & {
  readonly name: string;
  readonly login: string;
  readonly mustChangePassword: boolean;
};

/** One window (or one other workstation): each logs in for itself. */
export type Connection = {
  readonly id: number;
  session: Session | null;
  /** What only the password of who logged in gives: opens what is sealed for them alone. */
  accountSecret: Buffer | null;
  locked: boolean;
  /** Milliseconds of the clock at the last sign of life. */
  lastSeen: number;
};

/** The journal that is open, with the key its slots guard. */
export type OpenJournal = {
  readonly journal: Journal;
  readonly key: Buffer;
  /** Where `journal.db` and `keys.json` lie. */
  readonly folder: string;
};

export type Place = 'school' | 'demo';

/** What the whole core shares. */
export type Core = {
  readonly dataFolder: string;
  readonly version: string;
  readonly workstation: string;
  readonly idleMinutes: number;
  /** Of how many years the demonstration school is: one to try, ten to measure on. */
  readonly demoYears: number;
  /** What guessing a password costs. */
  readonly keyCost: Cost;
  readonly today: () => IsoDate;
  readonly now: () => Date;
  readonly log: Log;
  readonly grants: Grants;
  readonly pageEvents: PageEvents;
  readonly attempts: Attempts;
  readonly pdf: PdfRenderer;
  /** The built thread that reads and checks copies. */
  readonly copyWorker: string;
  readonly connections: Set<Connection>;
  place: Place;
  open: OpenJournal | null;
  /** A restored journal is taking the place of the one that is here: none may be opened now. */
  replacing: boolean;
};

export type CallContext = { readonly core: Core; readonly connection: Connection };
