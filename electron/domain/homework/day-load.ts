/**
 * The most time homework of all subjects together may take a pupil of the grade, in minutes: СанПиН
 * 1.2.3685-21, table 6.6 (2–3: 1.5 h, 4–5: 2 h, 6–8: 2.5 h, 9–11: 3.5 h). Grade 1 has none here: the
 * regulation sets no homework for it (КИА 3.7).
 */
export function homeworkNorm(grade: number): number {
  if (grade <= 1) return 0;
  if (grade <= 3) return 90;
  if (grade <= 5) return 120;
  if (grade <= 8) return 150;
  return 210;
}

/** A task due on the day. */
export type DueTask = {
  readonly subjectId: number;
  readonly minutes: number | null;
  readonly pupilIds: ReadonlySet<number>;
};

export type DayLoad = {
  /** Of the pupil who has most. */
  readonly minutes: number;
  /** The same by subject, the longest first. */
  readonly subjects: readonly { readonly subjectId: number; readonly minutes: number }[];
  /** Tasks of that pupil of which nobody said how long they take. */
  readonly unknown: number;
};

/**
 * How much homework a day brings to the pupils, all subjects together: groups of a class learn
 * different things, so it is counted pupil by pupil, and the one who has most is told (V6).
 */
export function dayLoad(pupils: Iterable<number>, tasks: readonly DueTask[]): DayLoad {
  let most: DayLoad = { minutes: 0, subjects: [], unknown: 0 };
  for (const pupil of pupils) {
    const own = tasks.filter(({ pupilIds }) => pupilIds.has(pupil));
    const bySubject = new Map<number, number>();
    for (const { subjectId, minutes } of own) {
      if (minutes !== null) bySubject.set(subjectId, (bySubject.get(subjectId) ?? 0) + minutes);
    }
    const minutes = [...bySubject.values()].reduce((sum, one) => sum + one, 0);
    const unknown = own.filter((task) => task.minutes === null).length;
    if (minutes < most.minutes || (minutes === most.minutes && unknown <= most.unknown)) continue;
    most = {
      minutes,
      subjects: [...bySubject]
        .map(([subjectId, sum]) => ({ subjectId, minutes: sum }))
        .sort((a, b) => b.minutes - a.minutes || a.subjectId - b.subjectId),
      unknown,
    };
  }
  return most;
}
