/** A class of the school that is made: how it is called and how many pupils it has. */
export type ClassPlan = { readonly grade: number; readonly letter: string; readonly size: number };

/** The class that screens are shown on: its marks are a little better than the others'. */
export const SHOW_CLASS = { grade: 8, letter: 'А' } as const;

/** 24 classes and 620 pupils: А and Б everywhere in 1–9, В in 5–8, one class in 10 and in 11. */
export const FULL_SCHOOL: readonly ClassPlan[] = [
  [1, 28, 27],
  [2, 27, 28],
  [3, 27, 26],
  [4, 27, 27],
  [5, 26, 25, 25],
  [6, 26, 26, 24],
  [7, 26, 25, 25],
  [8, 26, 25, 24],
  [9, 27, 26],
  [10, 25],
  [11, 22],
].flatMap(([grade = 0, ...sizes]) =>
  sizes.map((size, index) => ({ grade, letter: 'АБВ'.charAt(index), size })),
);

/** A few classes of every level, to make and look at quickly. */
export const SMALL_SCHOOL: readonly ClassPlan[] = [
  { grade: 1, letter: 'А', size: 12 },
  { grade: 4, letter: 'А', size: 12 },
  { grade: 8, letter: 'А', size: 14 },
  { grade: 8, letter: 'Б', size: 12 },
  { grade: 10, letter: 'А', size: 10 },
];
