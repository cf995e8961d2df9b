/**
 * Which subjects are hard for whom, and at which lessons they are best held: the scale of difficulty
 * in СанПиН 1.2.3685-21 (tables 6.9–6.11) and the order of lessons that hygienists recommend for the
 * timetable made by it (СанПиН 2.4.2.2821-10, 10.8 and appendix 3; Минпросвещения 17.12.2021
 * № 03-2161). A recommendation: it is hinted at and never refused.
 */

type Scale = readonly (readonly [subject: RegExp, points: readonly number[]])[];

/** The same points in every grade from 1 to 4. */
const PRIMARY: Scale = [
  [/^математика/iu, [8]],
  [/^(?:русский|родной|иностранный)/iu, [7]],
  [/^(?:окружающий|природоведение|информатика)/iu, [6]],
];
/** By grade from 5 to 9. */
const MIDDLE: Scale = [
  [/^хими/iu, [0, 0, 13, 10, 12]],
  [/^геометри/iu, [0, 0, 12, 10, 8]],
  [/^физика/iu, [0, 0, 8, 9, 13]],
  [/^алгебра/iu, [0, 0, 10, 9, 7]],
  [/^биологи/iu, [10, 8, 7, 7, 7]],
  [/^математика/iu, [10, 13, 0, 0, 0]],
  [/^(?:второй )?иностранный/iu, [9, 11, 10, 8, 9]],
  [/^русский/iu, [8, 12, 11, 7, 6]],
  [/^истори/iu, [5, 8, 6, 8, 10]],
];
/** The same points in 10 and 11. */
const OLDEST: Scale = [
  [/^физика/iu, [12]],
  [/^геометри/iu, [11]],
  [/^хими/iu, [11]],
  [/^(?:алгебра|математика)/iu, [10]],
  [/^русский/iu, [9]],
  [/^(?:второй )?иностранный/iu, [8]],
];

/** From how many points on a subject is hard: the upper end of each scale. */
const HARD = { primary: 7, middle: 10, oldest: 10 } as const;
const LAST_PRIMARY = 4;
const FIRST_MIDDLE = 5;
const LAST_MIDDLE = 9;

const pointsOf = (scale: Scale, subject: string, place: number): number =>
  scale.find(([name]) => name.test(subject))?.[1][place] ?? 0;

/** Whether the subject, by its name in the curriculum, is hard for the grade. */
export function isHardSubject(subject: string, grade: number): boolean {
  const name = subject.trim();
  if (grade <= LAST_PRIMARY) return pointsOf(PRIMARY, name, 0) >= HARD.primary;
  if (grade <= LAST_MIDDLE) return pointsOf(MIDDLE, name, grade - FIRST_MIDDLE) >= HARD.middle;
  return pointsOf(OLDEST, name, 0) >= HARD.oldest;
}

/** The last of the lessons best for hard work: the third in 1–4, the fourth later. */
export const lastGoodLesson = (grade: number): number => (grade <= LAST_PRIMARY ? 3 : 4);
