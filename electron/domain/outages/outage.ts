import { formatDate, type IsoDate } from '../calendar/iso-date';
import { at, dayOf, endOf, type ClockTime, type LocalInstant } from '../regulation/instant';
import { lastDayToOpen, type Opening } from '../regulation/locks';

/**
 * A technical failure (J10, ЭЛЖ 1.1.6: «меры по временному осуществлению образовательного процесса без
 * ведения ЭЖ»): lessons were held without the journal, and what was noted on paper is entered later.
 */
export type Outage = {
  readonly fromAt: LocalInstant;
  /** Null while it goes on. */
  readonly toAt: LocalInstant | null;
  readonly what: string;
  /** The last day on which the paper may be entered. */
  readonly untilDay: IsoDate;
  /** None: the whole school. */
  readonly classIds: readonly number[];
  readonly recordedAt: LocalInstant;
  readonly withdrawnAt: LocalInstant | null;
};

/** A lesson as a failure meets it; where no bells are set it may have been at any hour of its day. */
export type LessonThen = {
  readonly date: IsoDate;
  readonly startsAt?: ClockTime | undefined;
  readonly endsAt?: ClockTime | undefined;
  readonly classIds: readonly number[];
};

/** Whether some of the lesson lies within the failure, and some of its classes. */
export function outageCovers(
  { fromAt, toAt, classIds }: Pick<Outage, 'fromAt' | 'toAt' | 'classIds'>,
  lesson: LessonThen,
): boolean {
  const { date } = lesson;
  if (date < dayOf(fromAt) || (toAt !== null && date > dayOf(toAt))) return false;
  const begins = lesson.startsAt === undefined ? at(date, '00:00') : at(date, lesson.startsAt);
  const ends = lesson.endsAt === undefined ? endOf(date) : at(date, lesson.endsAt);
  if (ends < fromAt || (toAt !== null && begins > toAt)) return false;
  return classIds.length === 0 || lesson.classIds.some((id) => classIds.includes(id));
}

/** Whether what is entered now is entered because of it. */
export const outageIsOpen = (
  { withdrawnAt, recordedAt, untilDay }: Outage,
  now: LocalInstant,
): boolean => withdrawnAt === null && recordedAt <= now && now <= endOf(untilDay);

/** A failure opens what the regulation has closed, until its last day. */
export const openingOf = ({ recordedAt, untilDay }: Outage): Opening => ({
  openedAt: recordedAt,
  until: endOf(untilDay),
});

/**
 * Until when at the latest something of the lesson is still entered in time: the deadlines of R1 move to
 * the failure's last day. Nothing where no failure met the lesson.
 */
export function enteredUntil(
  outages: readonly Outage[],
  lesson: LessonThen,
): LocalInstant | undefined {
  return outages
    .filter((one) => one.withdrawnAt === null && outageCovers(one, lesson))
    .map(({ untilDay }) => endOf(untilDay))
    .toSorted()
    .at(-1);
}

/** «12.11.2026, 10:00» without the hour where the whole day is meant. */
const momentWords = (instant: LocalInstant, whole: '00:00' | '23:59'): string => {
  const time = instant.slice(11);
  return `${formatDate(dayOf(instant))}${time === whole ? '' : ` ${time}`}`;
};

/** «23.11.2026 10:00 – 24.11.2026» */
export function outageSpan({ fromAt, toAt }: Pick<Outage, 'fromAt' | 'toAt'>): string {
  const from = momentWords(fromAt, '00:00');
  if (toAt === null) return `с ${from}`;
  if (dayOf(fromAt) === dayOf(toAt)) {
    const [begins, ends] = [fromAt.slice(11), toAt.slice(11)];
    const hours = begins === '00:00' && ends === '23:59' ? '' : `, ${begins}–${ends}`;
    return `${formatDate(dayOf(fromAt))}${hours}`;
  }
  return `${from} – ${momentWords(toAt, '23:59')}`;
}

/** The cause under which an entry stands in the trail and in the report on corrections. */
export const outageCause = (outage: Pick<Outage, 'fromAt' | 'toAt' | 'what'>): string =>
  `Технический сбой ${outageSpan(outage)}: ${outage.what}`;

export type OutageProblem = 'dates' | 'pastDay' | 'openedTooLong';

/** Why a failure cannot be written down so: it has begun, lies in its year, and its paper has a term. */
export function outageProblem(
  { fromAt, toAt, untilDay }: Pick<Outage, 'fromAt' | 'toAt' | 'untilDay'>,
  around: {
    readonly now: LocalInstant;
    readonly year: { readonly startsOn: IsoDate; readonly endsOn: IsoDate };
  },
): OutageProblem | undefined {
  const { now, year } = around;
  const today = dayOf(now);
  const ends = toAt ?? now;
  if (ends < fromAt || fromAt > now || dayOf(ends) > today) return 'dates';
  if (dayOf(fromAt) < year.startsOn || dayOf(fromAt) > year.endsOn) return 'dates';
  if (toAt !== null && dayOf(toAt) > year.endsOn) return 'dates';
  if (untilDay < today) return 'pastDay';
  return untilDay > lastDayToOpen(year.startsOn, today) ? 'openedTooLong' : undefined;
}
