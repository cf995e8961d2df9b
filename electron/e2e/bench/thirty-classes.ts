import { FULL_SCHOOL } from '#domain/demo/classes';

/** The full school and six classes more: what the timetable's editor and the plans are to be quick with. */
export const THIRTY_CLASSES = [
  ...FULL_SCHOOL,
  ...[1, 2, 3, 4, 9, 10].map((grade) => ({ grade, letter: grade === 10 ? 'Б' : 'В', size: 25 })),
];
