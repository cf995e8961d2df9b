/** A seeded source of numbers: the same seed gives the same numbers on every computer. */
export type Random = {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly between: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the list, which may not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  /** Mean 0, deviation 1, never beyond ±3.5. */
  readonly normal: () => number;
  /** A source of its own for a topic, so that a change in one topic leaves the others as they were. */
  readonly fork: (topic: string | number) => Random;
};

/** FNV-1a over the UTF-16 units, started anew for each of the four words of the state. */
function hash(text: string, start: number): number {
  let value = 0x811c9dc5 ^ start;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand): small, fast, passes the usual batteries. */
function sfc32(key: string): () => number {
  let a = hash(key, 1);
  let b = hash(key, 2);
  let c = hash(key, 3);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next(); // neighbouring seeds part ways
  return next;
}

/** The source for a seed. */
export function randomOf(seed: string | number): Random {
  const key = String(seed);
  const next = sfc32(key);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    between: (min, max) => min + below(max - min + 1),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => {
      const index = below(list.length);
      if (index >= list.length) throw new RangeError('nothing to pick from');
      return list[index] as T;
    },
    shuffled: <T>(list: readonly T[]) => {
      const items = [...list];
      for (let last = items.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const kept = items[last] as T;
        items[last] = items[other] as T;
        items[other] = kept;
      }
      return items;
    },
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    fork: (topic) => randomOf(`${key}/${topic}`),
  };
}
