import { FULL_SCHOOL } from '#domain/demo/classes';

/** The full school and six classes more: what the timetable's editor and the plans are to be quick with. */
export const THIRTY_CLASSES = [
  ...FULL_SCHOOL,
  ...[1, 2, 3, 4, 9, 10].map((grade) => ({ grade, letter: grade === 10 ? 'Б' : 'В', size: 25 })),
];

/** The full school whose 6-В is as large as a class may be. */
export const LARGE_CLASS = FULL_SCHOOL.map((one) =>
  one.grade === 6 && one.letter === 'В' ? { ...one, size: 35 } : one,
);
