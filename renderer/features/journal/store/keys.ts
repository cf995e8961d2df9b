import type { LessonTexts, PeriodMarkContent, Work } from './page-commands';

export const cellKey = (lessonId: number, pupilId: number): string => `${lessonId}:${pupilId}`;
export const workKey = (lessonId: number, position: number): string => `${lessonId}:${position}`;
export const periodMarkKey = (pupilId: number, periodId: number): string =>
  `${pupilId}:${periodId}`;

/** Under which key the typing into a period's mark is kept. */
export const periodTypingKey = (pupilId: number, periodId: number): string =>
  `period:${pupilId}:${periodId}`;

export const samePeriodMark = (a: PeriodMarkContent, b: PeriodMarkContent): boolean =>
  a.value === b.value && a.note === b.note;
export const sameLesson = (a: LessonTexts, b: LessonTexts): boolean =>
  a.topic === b.topic && a.homework === b.homework && a.planRows.join() === b.planRows.join();
export const sameWork = (a: Work | null, b: Work | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.kindId === b.kindId &&
    a.weight === b.weight &&
    a.title === b.title &&
    a.written === b.written &&
    a.givenOn === b.givenOn &&
    a.dueOn === b.dueOn);

/** The two numbers of a key. */
export function pair(key: string): readonly [number, number] {
  const [first = 0, second = 0] = key.split(':').map(Number);
  return [first, second];
}
