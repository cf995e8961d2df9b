import { normalisedLogin } from '../keys/key-file';

/** Wrong passwords in a row before the log-in makes one wait. */
const FREE_ATTEMPTS = 5;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Made-up logins must not fill the memory; to push one's own out takes an hour of guessing. */
const MOST_LOGINS = 10_000;

/** How long to wait after so many wrong passwords in a row, in seconds. */
export const waitAfter = (failures: number): number =>
  failures < FREE_ATTEMPTS
    ? 0
    : Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - FREE_ATTEMPTS), LONGEST_WAIT_SECONDS);

export type Attempts = {
  /** Seconds still to wait before this login may be tried again. */
  readonly waitSeconds: (login: string, now: Date) => number;
  /** Counts a wrong password: seconds to wait from now. */
  readonly failed: (login: string, now: Date) => number;
  readonly succeeded: (login: string) => void;
};

/** Slows down guessing; forgotten when the program is closed. */
export function createAttempts(): Attempts {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitSeconds: (login, now) =>
      Math.max(
        0,
        Math.ceil(((failures.get(normalisedLogin(login))?.until ?? 0) - now.getTime()) / 1000),
      ),
    failed: (login, now) => {
      const count = (failures.get(normalisedLogin(login))?.count ?? 0) + 1;
      const wait = waitAfter(count);
      failures.delete(normalisedLogin(login)); // the newest stands last
      failures.set(normalisedLogin(login), { count, until: now.getTime() + wait * 1000 });
      const [oldest] = failures.keys();
      if (failures.size > MOST_LOGINS && oldest !== undefined) failures.delete(oldest);
      return wait;
    },
    succeeded: (login) => {
      failures.delete(normalisedLogin(login));
    },
  };
}
