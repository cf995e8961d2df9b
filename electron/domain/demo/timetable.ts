import type { Random } from './random';

/** Something that takes one lesson of a class a week; its subgroups learn at the same time. */
export type Activity = {
  readonly classIndex: number;
  readonly subject: string;
  readonly teacherIds: readonly number[];
  /** Stands first on Monday. */
  readonly opensWeek: boolean;
};

export type Slot = { readonly weekday: number; readonly lessonNumber: number };

const DAYS = 5;
const LONGEST_DAY = 8;
const CLASH = 100;
const SAME_SUBJECT_THAT_DAY = 1;
const ATTEMPTS = 8;
const STEPS = 20_000;

/** The class's lessons fill each day from the first one on; the earlier days are the longer ones. */
function slotsOfClass(hours: number): number[] {
  const slots: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const length = Math.floor(hours / DAYS) + (day < hours % DAYS ? 1 : 0);
    for (let lesson = 0; lesson < length; lesson += 1) slots.push(day * LONGEST_DAY + lesson);
  }
  return slots;
}

/** An activity with what it must not collide with; the rows are shared with the others. */
type Piece = {
  readonly classIndex: number;
  readonly fixed: boolean;
  /** Of each of its teachers: how many lessons in each slot. */
  readonly busy: readonly Uint8Array[];
  /** How often its class has its subject on each day. */
  readonly daily: Uint8Array;
};

type State = {
  readonly pieces: readonly Piece[];
  /** Of each piece: its slot, numbered through the week. */
  readonly slotOf: Int32Array;
  /** Of each class: its pieces. */
  readonly ofClass: readonly (readonly number[])[];
};

const dayOf = (slot: number) => Math.floor(slot / LONGEST_DAY);

function rowOf<K>(rows: Map<K, Uint8Array>, key: K, length: number): Uint8Array {
  let row = rows.get(key);
  if (row === undefined) rows.set(key, (row = new Uint8Array(length)));
  return row;
}

function piecesOf(activities: readonly Activity[]): Piece[] {
  const busy = new Map<number, Uint8Array>();
  const daily = new Map<string, Uint8Array>();
  return activities.map(({ classIndex, subject, teacherIds, opensWeek }) => ({
    classIndex,
    fixed: opensWeek,
    busy: teacherIds.map((id) => rowOf(busy, id, DAYS * LONGEST_DAY)),
    daily: rowOf(daily, `${classIndex} ${subject}`, DAYS),
  }));
}

function put({ pieces }: State, index: number, slot: number, by: 1 | -1): void {
  const piece = pieces[index];
  if (piece === undefined) return;
  for (const row of piece.busy) row[slot] = (row[slot] ?? 0) + by;
  const day = dayOf(slot);
  piece.daily[day] = (piece.daily[day] ?? 0) + by;
}

/** What it costs to add the activity there: clashes weigh most. */
function costAt({ pieces }: State, index: number, slot: number): number {
  const piece = pieces[index];
  if (piece === undefined) return 0;
  let cost = SAME_SUBJECT_THAT_DAY * (piece.daily[dayOf(slot)] ?? 0);
  for (const row of piece.busy) cost += CLASH * (row[slot] ?? 0);
  return cost;
}

const isFixed = ({ pieces }: State, index: number) => pieces[index]?.fixed === true;
const classmatesOf = ({ pieces, ofClass }: State, index: number) =>
  ofClass[pieces[index]?.classIndex ?? -1] ?? [];

/** What the activity costs where it stands. */
function costOf(state: State, index: number): number {
  const slot = state.slotOf[index] ?? 0;
  put(state, index, slot, -1);
  const cost = costAt(state, index, slot);
  put(state, index, slot, 1);
  return cost;
}

function swap(state: State, a: number, b: number): void {
  const [first, second] = [state.slotOf[a] ?? 0, state.slotOf[b] ?? 0];
  put(state, a, first, -1);
  put(state, b, second, -1);
  state.slotOf[a] = second;
  state.slotOf[b] = first;
  put(state, a, second, 1);
  put(state, b, first, 1);
}

/** How the total cost changes if two activities of a class change places. */
function costOfSwap(state: State, a: number, b: number): number {
  const [first, second] = [state.slotOf[a] ?? 0, state.slotOf[b] ?? 0];
  put(state, a, first, -1);
  put(state, b, second, -1);
  const before = costAt(state, a, first) + costAt(state, b, second);
  const after = costAt(state, a, second) + costAt(state, b, first);
  put(state, a, first, 1);
  put(state, b, second, 1);
  return after - before;
}

function start(activities: readonly Activity[], random: Random): State {
  const classCount = Math.max(0, ...activities.map((activity) => activity.classIndex + 1));
  const ofClass: number[][] = Array.from({ length: classCount }, () => []);
  for (const index of random.shuffled([...activities.keys()])) {
    const activity = activities[index];
    if (activity === undefined) continue;
    if (activity.opensWeek) ofClass[activity.classIndex]?.unshift(index);
    else ofClass[activity.classIndex]?.push(index);
  }
  const state: State = {
    pieces: piecesOf(activities),
    slotOf: new Int32Array(activities.length),
    ofClass,
  };
  for (const members of ofClass) {
    for (const [place, slot] of slotsOfClass(members.length).entries()) {
      const index = members[place] ?? 0;
      state.slotOf[index] = slot;
      put(state, index, slot, 1);
    }
  }
  return state;
}

/** Takes a clash away by the best exchange within its class; `tabu` keeps it from circling. */
function repair(state: State, random: Random): boolean {
  const free = [...state.pieces.keys()].filter((index) => !isFixed(state, index));
  const tabu = new Int32Array(state.pieces.length);
  for (let step = 1; step <= STEPS; step += 1) {
    const clashing = free.filter((index) => costOf(state, index) >= CLASH);
    if (clashing.length === 0) return true;
    const index = random.pick(clashing);
    let best: number | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const other of classmatesOf(state, index)) {
      if (other === index || isFixed(state, other) || (tabu[other] ?? 0) > step) continue;
      const cost = costOfSwap(state, index, other) + random.next() / 2;
      if (cost < bestCost) [best, bestCost] = [other, cost];
    }
    if (best === undefined) continue;
    swap(state, index, best);
    tabu[index] = step + random.between(3, 12);
  }
  return false;
}

/** Spreads a subject's lessons over the week where that makes no clash. */
function spread(state: State): void {
  const free = [...state.pieces.keys()].filter((index) => !isFixed(state, index));
  let improved = true;
  while (improved) {
    improved = false;
    for (const index of free) {
      if (costOf(state, index) === 0) continue;
      for (const other of classmatesOf(state, index)) {
        if (other === index || isFixed(state, other)) continue;
        if (costOfSwap(state, index, other) < 0) {
          swap(state, index, other);
          improved = true;
        }
      }
    }
  }
}

/**
 * Places the activities in a week of five days: no teacher and no class twice at once, no gaps in a
 * class's day. Local search from a random start: enough for a school without wishes. Throws where
 * no timetable was found (a teacher with more lessons than the week has).
 */
export function placeTimetable(activities: readonly Activity[], random: Random): readonly Slot[] {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = start(activities, random);
    if (!repair(state, random)) continue;
    spread(state);
    return Array.from(state.slotOf, (slot) => ({
      weekday: dayOf(slot) + 1,
      lessonNumber: (slot % LONGEST_DAY) + 1,
    }));
  }
  throw new Error('no timetable without clashes was found');
}
