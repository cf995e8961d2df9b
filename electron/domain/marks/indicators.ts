import { averageOf } from './average';
import { wordMarks, type MarkValue, type WordMark } from './mark-value';
import {
  FIVE_POINTS,
  inFivePoints,
  isFivePoint,
  pointsIn,
  type FiveMark,
  type PointScale,
} from './point-scale';
import { formatRatio, ratio, type Ratio } from './ratio';

/** A pupil's mark in a subject at the end of a period; undefined where none is set. */
export type SetMark = MarkValue | undefined;

/** What is counted: marks of other scales count as the five-point mark of their level. */
export const levelMarks = ['5', '4', '3', '2', '1', ...wordMarks] as const;
export type LevelMark = FiveMark | WordMark;

export type MarkCounts = Readonly<Record<LevelMark, number>>;

/** A mark with the scale it was set by. */
export type ScaledMark = { readonly mark: SetMark; readonly scale: PointScale };

/**
 * Indicators over marks: of one subject, or of all the marks of a class together.
 * The shares are fractions of one (0,5 is 50 %), undefined where N is zero.
 */
export type MarkIndicators = {
  readonly counts: MarkCounts;
  /** N of the formulas. */
  readonly assessed: number;
  readonly average: Ratio | undefined;
  /** Успеваемость. */
  readonly success: Ratio | undefined;
  /** Качество знаний. */
  readonly quality: Ratio | undefined;
  /** Степень обученности учащихся (В. П. Симонов). */
  readonly sou: Ratio | undefined;
};

/**
 * Success, quality and СОУ by «Формулы показателей успеваемости» of «Сетевой город. Образование»:
 * N = all − exempt − without a mark, «н/а» stays in N and weighs 7 in СОУ. A «1» is of the lowest
 * level, as a «2» is. «зач» and «незач» are not of this scale, a debt is no mark: out of N. Points of
 * another scale count by their level («10-балльная: отл. = 10, 9» of the same formulas).
 * Pupils who left before the period's end are not to be given.
 */
export function markIndicators(
  marks: readonly SetMark[],
  scale: PointScale = FIVE_POINTS,
): MarkIndicators {
  return indicatorsOf(
    marks.map((mark) => levelOf({ mark, scale })),
    averageOf(marks.filter(isSet), scale),
  );
}

/**
 * The indicators over marks of several scales together: shares by the levels, which all scales have.
 * Points of different scales have no mean, so the average is of the five-point marks alone.
 */
export const mixedIndicators = (marks: readonly ScaledMark[]): MarkIndicators =>
  indicatorsOf(marks.map(levelOf), fivePointAverage(marks));

/** The average of those marks that are set in five points. */
export const fivePointAverage = (marks: readonly ScaledMark[]): Ratio | undefined =>
  averageOf(
    marks
      .filter(({ scale }) => isFivePoint(scale))
      .map(({ mark }) => mark)
      .filter(isSet),
    FIVE_POINTS,
  );

const isSet = (mark: SetMark): mark is MarkValue => mark !== undefined;
const isWord = (mark: MarkValue): mark is WordMark => wordMarks.some((word) => word === mark);

/** The mark as it counts: points as the five-point mark of their level; what the scale has not, not. */
export function levelOf({ mark, scale }: ScaledMark): LevelMark | undefined {
  if (mark === undefined || isWord(mark)) return mark;
  const points = pointsIn(mark, scale);
  return points === undefined ? undefined : inFivePoints(points, scale);
}

function indicatorsOf(
  levels: readonly (LevelMark | undefined)[],
  average: Ratio | undefined,
): MarkIndicators {
  const counts = countMarks(levels);
  const [n5, n4, n3, low] = [counts['5'], counts['4'], counts['3'], counts['2'] + counts['1']];
  const assessed = n5 + n4 + n3 + low + counts['н/а'];
  const degree = n5 * 100 + n4 * 64 + n3 * 36 + low * 16 + counts['н/а'] * 7;
  return {
    counts,
    assessed,
    average,
    success: ratio(n5 + n4 + n3, assessed),
    quality: ratio(n5 + n4, assessed),
    sou: ratio(degree, assessed * 100),
  };
}

/** To which group of the class teacher's report a pupil belongs: to one only. */
export type PupilGroup =
  | 'excellent'
  | 'one-four'
  | 'good'
  | 'one-three'
  | 'satisfactory'
  | 'failing'
  | 'not-assessed'
  | 'incomplete'
  | 'ungraded';

/** Indicators over pupils: each pupil counts once, whatever the number of subjects. */
export type PupilIndicators = {
  readonly all: number;
  readonly groups: Readonly<Record<PupilGroup, number>>;
  /** All but the incomplete and the ungraded: what the shares are taken of. */
  readonly assessed: number;
  /** Those with neither a mark below «3», «незач» nor «н/а». */
  readonly succeeding: number;
  /** Those with only «4» and «5». */
  readonly good: number;
  readonly success: Ratio | undefined;
  readonly quality: Ratio | undefined;
};

/**
 * The pupil's group by the marks of all the subjects the pupil is graded in. What is graver goes
 * first: a mark below «3» or «незач», then «н/а», then a missing mark or a debt, then what the
 * numbers say; «ungraded» is who has only «зач» and «осв».
 */
export function pupilGroup(marks: readonly (LevelMark | undefined)[]): PupilGroup {
  const counts = countMarks(marks);
  if (counts['1'] + counts['2'] + counts['незач'] > 0) return 'failing';
  if (counts['н/а'] > 0) return 'not-assessed';
  if (counts['.'] > 0 || marks.includes(undefined)) return 'incomplete';
  if (counts['3'] > 1) return 'satisfactory';
  if (counts['3'] === 1) return 'one-three';
  if (counts['5'] === 0) return counts['4'] > 0 ? 'good' : 'ungraded';
  if (counts['4'] > 1) return 'good';
  return counts['4'] === 1 ? 'one-four' : 'excellent';
}

/**
 * Success and quality of a class by pupils, as the class teacher's report gives them: those who
 * succeed, and those with only «4» and «5», each divided by all whose marks are set. It is another
 * indicator than the one by marks of a subject: label it so.
 */
export function pupilIndicators(
  pupils: readonly (readonly (LevelMark | undefined)[])[],
): PupilIndicators {
  const groups = {
    excellent: 0,
    'one-four': 0,
    good: 0,
    'one-three': 0,
    satisfactory: 0,
    failing: 0,
    'not-assessed': 0,
    incomplete: 0,
    ungraded: 0,
  };
  for (const marks of pupils) groups[pupilGroup(marks)] += 1;
  const assessed = pupils.length - groups.incomplete - groups.ungraded;
  const succeeding = assessed - groups.failing - groups['not-assessed'];
  const good = groups.excellent + groups['one-four'] + groups.good;
  return {
    all: pupils.length,
    groups,
    assessed,
    succeeding,
    good,
    success: ratio(succeeding, assessed),
    quality: ratio(good, assessed),
  };
}

/** A share as «92,9» percent: one decimal, without the sign. */
export function formatPercent(share: Ratio): string {
  return formatRatio({ ...share, numerator: share.numerator * 100 }, 1);
}

/** The formulas as they are printed under a table of marks. */
export const markFormulas: readonly string[] = [
  'По предмету: успеваемость, % = (n5 + n4 + n3) · 100 / N; качество знаний, % = (n5 + n4) · 100 / N; ' +
    'СОУ, % = (n5 · 100 + n4 · 64 + n3 · 36 + n2 · 16 + nн/а · 7) / N, где n5, n4, n3 — число отметок ' +
    '«5», «4», «3», n2 — «2» и «1», nн/а — «н/а»; N — все обучающиеся, кроме освобождённых и не имеющих ' +
    'отметки по предмету.',
  'Средний балл = сумма отметок / число отметок («н/а», «осв», «зач», «незач» не учитываются).',
];

/** The formulas of the indicators by pupils, as they are printed. */
export const pupilFormulas: readonly string[] = [
  'По обучающимся: успеваемость, % = обучающиеся без «2», «незач» и «н/а» · 100 / M; качество знаний, % = ' +
    'обучающиеся только с «4» и «5» · 100 / M, где M — все обучающиеся, кроме тех, кому выставлены не все отметки или выставлены только «зач» и «осв».',
];

function countMarks(levels: readonly (LevelMark | undefined)[]): MarkCounts {
  const counts = Object.fromEntries(levelMarks.map((value) => [value, 0])) as Record<
    LevelMark,
    number
  >;
  for (const value of levels) if (value !== undefined) counts[value] += 1;
  return counts;
}
