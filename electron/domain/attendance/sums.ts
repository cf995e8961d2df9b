import type { IsoDate } from '../calendar/iso-date';
import type { Attendance } from './attendance';

/** A lesson of a pupil: what was noted of the pupil there. */
export type LessonOfPupil = {
  readonly date: IsoDate;
  readonly attendance: Attendance | null;
  readonly lateMinutes: number | null;
};
type ByReason = {
  readonly total: number;
  readonly ill: number;
  readonly excused: number;
  /** Without a reason that is known. */
  readonly absent: number;
};
export type AbsenceSums = {
  readonly lessons: ByReason;
  /** Days on which every lesson of the pupil was missed. */
  readonly days: ByReason;
  readonly late: number;
  readonly lateMinutes: number;
};

const MISSED = ['ill', 'excused', 'absent'] as const;
type Missed = (typeof MISSED)[number];
const isMissed = (attendance: Attendance | null): attendance is Missed =>
  attendance !== null && attendance !== 'late';

function byReason(reasons: readonly Missed[]): ByReason {
  const of = (reason: Missed) => reasons.filter((one) => one === reason).length;
  return { total: reasons.length, ill: of('ill'), excused: of('excused'), absent: of('absent') };
}

/** The reason of a day: the one that stands most often, without a reason where none does so alone. */
function reasonOfDay(reasons: readonly Missed[]): Missed {
  const counts = MISSED.map((one) => reasons.filter((reason) => reason === one).length);
  const most = Math.max(...counts);
  const [only, ...others] = MISSED.filter((_, index) => counts[index] === most);
  return others.length > 0 || only === undefined ? 'absent' : only;
}

/**
 * Lessons and days a pupil missed, by reason, and lateness (J7, КИА 4.3.5). A day is missed where
 * every lesson of the pupil's on it was; a day of one lesson as well.
 */
export function absenceSums(lessons: readonly LessonOfPupil[]): AbsenceSums {
  const missed = lessons.flatMap(({ attendance }) => (isMissed(attendance) ? [attendance] : []));
  const days = [...Map.groupBy(lessons, ({ date }) => date).values()].flatMap((own) => {
    const reasons = own.flatMap(({ attendance }) => (isMissed(attendance) ? [attendance] : []));
    return reasons.length === own.length ? [reasonOfDay(reasons)] : [];
  });
  const late = lessons.filter(({ attendance }) => attendance === 'late');
  return {
    lessons: byReason(missed),
    days: byReason(days),
    late: late.length,
    lateMinutes: late.reduce((sum, { lateMinutes }) => sum + (lateMinutes ?? 0), 0),
  };
}
