import {
  isSameHour,
  weeksMeet,
  type Placement,
  type TimetableGround,
  type TimetablePage,
} from './ground';
import { lastGoodLesson } from './hard-subjects';
import { dayLimitOf } from './sanitary-limits';

/** What is allowed but worth a look before an hour is put there. */
export type SlotWarning =
  | { readonly kind: 'dayOff'; readonly classId: number }
  | {
      readonly kind: 'tooLong';
      readonly classId: number;
      readonly lessons: number;
      readonly limit: number;
    }
  | { readonly kind: 'twiceADay'; readonly with: Placement }
  | { readonly kind: 'classGap'; readonly classId: number }
  | { readonly kind: 'teacherGap'; readonly staffId: number }
  | { readonly kind: 'zeroLesson' }
  | { readonly kind: 'hardFirst' | 'hardLast'; readonly classId: number };

/** A recommendation: it is said, but the place is as free as any. */
export const isAdvice = ({ kind }: SlotWarning): boolean =>
  kind === 'hardFirst' || kind === 'hardLast';

type Known = readonly [Placement, TimetablePage];

/** Free lessons between the first and the last one. */
export function gapsOf(numbers: ReadonlySet<number>): number {
  return numbers.size === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers) + 1 - numbers.size;
}

const opensGap = (numbers: ReadonlySet<number>, added: number): boolean =>
  gapsOf(new Set(numbers).add(added)) > gapsOf(numbers);

const numbersOf = (known: readonly Known[]) => new Set(known.map(([place]) => place.lessonNumber));

/**
 * Whether the day is longer than СанПиН 1.2.3685-21 lets: in 1–4 one day a week may have one lesson
 * more, if it has physical education.
 */
function tooLong(
  ofClass: readonly Known[],
  [candidate, page]: Known,
  grade: number,
): { readonly lessons: number; readonly limit: number } | undefined {
  const { usual, onceAWeek } = dayLimitOf(grade);
  const days = Map.groupBy(
    [...ofClass, [candidate, page] as const].filter(([, one]) => one.counted),
    ([place]) => place.weekday,
  );
  const today = days.get(candidate.weekday) ?? [];
  const lessons = numbersOf(today).size;
  if (!page.counted || lessons <= usual) return undefined;
  const otherLongDay = [...days].some(
    ([weekday, known]) => weekday !== candidate.weekday && numbersOf(known).size > usual,
  );
  const mayBeLonger =
    lessons <= onceAWeek && !otherLongDay && today.some(([, one]) => one.physical);
  return mayBeLonger ? undefined : { lessons, limit: usual };
}

function warningsOfClass(
  ground: TimetableGround,
  week: readonly Known[],
  [candidate, page]: Known,
  classId: number,
): SlotWarning[] {
  const found = ground.classes.get(classId);
  if (found === undefined) return [];
  const warnings: SlotWarning[] = [];
  const ofClass = week.filter(([, one]) => one.classIds.includes(classId));
  const today = ofClass.filter(([place]) => place.weekday === candidate.weekday);
  if (candidate.weekday > found.studyDays) warnings.push({ kind: 'dayOff', classId });
  const long = tooLong(ofClass, [candidate, page], found.grade);
  if (long !== undefined) warnings.push({ kind: 'tooLong', classId, ...long });
  if (opensGap(numbersOf(today), candidate.lessonNumber)) {
    warnings.push({ kind: 'classGap', classId });
  }
  if (page.hard) {
    const numbers = [...numbersOf(today), 1];
    const { lessonNumber } = candidate;
    if (lessonNumber <= Math.min(...numbers)) warnings.push({ kind: 'hardFirst', classId });
    if (lessonNumber > lastGoodLesson(found.grade) && lessonNumber >= Math.max(...numbers)) {
      warnings.push({ kind: 'hardLast', classId });
    }
  }
  return warnings;
}

/**
 * What speaks against an hour there though nothing forbids it: a day the class does not learn on, a
 * day longer than the sanitary rules let, the subject twice that day, free lessons between others
 * of the class or the teacher, a zeroth lesson, a hard subject at the day's beginning or end.
 */
export function warningsOf(
  ground: TimetableGround,
  others: readonly Placement[],
  candidate: Placement,
): SlotWarning[] {
  const page = ground.pages.get(candidate.pageId);
  if (page === undefined) return [];
  const week = others.flatMap((place): Known[] => {
    const one = ground.pages.get(place.pageId);
    return one === undefined ||
      !weeksMeet(place.week, candidate.week) ||
      isSameHour(place, candidate)
      ? []
      : [[place, one]];
  });
  const today = week.filter(([place]) => place.weekday === candidate.weekday);
  const again = today.find(
    ([place, one]) =>
      one.subjectId === page.subjectId &&
      place.lessonNumber !== candidate.lessonNumber &&
      ground.shared(one, page) !== undefined,
  );
  return [
    ...page.classIds.flatMap((id) => warningsOfClass(ground, week, [candidate, page], id)),
    ...(again === undefined ? [] : [{ kind: 'twiceADay' as const, with: again[0] }]),
    ...page.teacherIds.flatMap((staffId): SlotWarning[] => {
      const own = today.filter(([, one]) => one.teacherIds.includes(staffId));
      return opensGap(numbersOf(own), candidate.lessonNumber)
        ? [{ kind: 'teacherGap', staffId }]
        : [];
    }),
    ...(candidate.lessonNumber === 0 ? [{ kind: 'zeroLesson' as const }] : []),
  ];
}
