import type { LessonBell } from './bells';

const MINUTES_OF_DAY = 24 * 60;

/** Minutes since midnight of «08:30». */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** «08:30» of minutes since midnight; never past the end of the day. */
export function timeOf(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const within = Math.min(minutes, MINUTES_OF_DAY - 1);
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
}

/** The bells of most schools: eight lessons of 40 minutes from 8:30, two breaks of 20. */
export function usualBells(): readonly LessonBell[] {
  const breaks = [10, 20, 20, 10, 10, 10, 10];
  const bells: LessonBell[] = [];
  let at = minutesOf('08:30');
  for (let lessonNumber = 1; lessonNumber <= 8; lessonNumber += 1) {
    bells.push({ lessonNumber, startsAt: timeOf(at), endsAt: timeOf(at + 40) });
    at += 40 + (breaks[lessonNumber - 1] ?? 10);
  }
  return bells;
}
