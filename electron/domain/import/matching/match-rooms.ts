import { textKey } from '../text-key';
import { matchName, nearlySame, type MatchedName } from './name-match';

export interface KnownRoom<Id> {
  readonly id: Id;
  /** «21», «Спортзал». */
  readonly name: string;
}

/** «каб. 21», «Кабинет № 21» and «21» are one room: what it would be called here. */
export function roomName(name: string): string {
  const bare = name
    .replace(/^\s*(?:каб(?:инет)?|ауд(?:итория)?|к|кб)\s*\.?\s*№?\s*(?=\d)/iu, '')
    .replace(/^\s*№\s*(?=\d)/u, '')
    .trim();
  return bare === '' ? name.trim() : bare;
}

/** Ways to write one room give one key. */
export const roomKey = (name: string): string => {
  const key = textKey(roomName(name)).replaceAll(' ', '');
  return /^(?:сз|спортзал|спортивныйзал)$/u.test(key) ? 'спортзал' : key;
};

/** Matches rooms' names of a file to the school's. */
export function matchRooms<Id>(
  names: readonly string[],
  ours: readonly KnownRoom<Id>[],
): MatchedName<Id>[] {
  return names.map((name) => {
    const key = roomKey(name);
    return matchName(
      name,
      ours,
      (one) => one.name,
      (one) => {
        const known = roomKey(one.name);
        if (key !== '' && key === known) return 1;
        const letters = /\p{L}{3}/u.test(key) && /\p{L}{3}/u.test(known);
        return letters && (nearlySame(key, known) || key.includes(known) || known.includes(key))
          ? 0.7
          : 0;
      },
    );
  });
}
