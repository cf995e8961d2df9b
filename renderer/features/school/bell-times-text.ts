import type { Bell } from '#contract/bells';
import { minutesOf, timeOf } from '#domain/timetable/usual-bells';

const pad = (value: number) => String(value).padStart(2, '0');

/** The time a person typed: «8:30», «8.30», «830», «8 30»; undefined where it is none. */
export function parseTime(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(text.trim());
  if (parts === null) return undefined;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  return hours > 23 || minutes > 59 ? undefined : `${pad(hours)}:${pad(minutes)}`;
}

/** A lesson after the last one: as long, after a break of ten minutes. */
export function nextBell(bells: readonly Bell[]): Bell {
  const last = bells.at(-1);
  if (last === undefined) return { lessonNumber: 1, startsAt: '08:30', endsAt: '09:10' };
  const starts = minutesOf(last.endsAt) + 10;
  const length = minutesOf(last.endsAt) - minutesOf(last.startsAt);
  return {
    lessonNumber: Math.min(14, last.lessonNumber + 1),
    startsAt: timeOf(starts),
    endsAt: timeOf(starts + length),
  };
}
