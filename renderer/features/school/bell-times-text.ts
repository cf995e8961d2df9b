import type { Bell } from '#contract/bells';

const MINUTES_OF_DAY = 24 * 60;

/** Minutes since midnight. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const pad = (value: number) => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => {
  const within = Math.min(minutes, MINUTES_OF_DAY - 1);
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
};

/** The time a person typed: «8:30», «8.30», «830», «8 30»; undefined where it is none. */
export function parseTime(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(text.trim());
  if (parts === null) return undefined;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  return hours > 23 || minutes > 59 ? undefined : `${pad(hours)}:${pad(minutes)}`;
}

/** The bells of most schools: eight lessons of 40 minutes from 8:30, two breaks of 20. */
export function usualBells(): readonly Bell[] {
  const breaks = [10, 20, 20, 10, 10, 10, 10];
  const bells: Bell[] = [];
  let at = minutesOf('08:30');
  for (let lessonNumber = 1; lessonNumber <= 8; lessonNumber += 1) {
    bells.push({ lessonNumber, startsAt: timeOf(at), endsAt: timeOf(at + 40) });
    at += 40 + (breaks[lessonNumber - 1] ?? 10);
  }
  return bells;
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
