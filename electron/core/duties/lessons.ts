import { findLackingLessons } from '#db/queries/duties';
import type { Duty } from '#domain/duties/duty';
import { lessonDuties } from '#domain/duties/lesson-duties';
import type { DutyGround } from './ground';

/** Topics and homework of lessons that were held (R1). */
export function dutiesOfLessons(ground: DutyGround): readonly Duty[] {
  const { db, year, today, now, calendar, regulation } = ground;
  const pages = ground.pages();
  const lessons = findLackingLessons(db, pages.keys(), { from: year.startsOn, to: today });
  return lessons.flatMap(([id, pageId, date, number, topic, holds, homework, planned]): Duty[] => {
    const page = pages.get(pageId);
    if (page === undefined) return [];
    const who = ground.whoFills(page, { id, date });
    if (who.length === 0) return [];
    const locks = ground.locks(page);
    const facts = locks.factsOf({ date, number });
    const state = {
      topic: topic === 1,
      holds: holds === 1,
      homework: homework === 1,
      homeworkPlanned: planned === 1,
    };
    return lessonDuties(regulation(date), facts, state, calendar(), now, (what) =>
      locks.of(what, { date, number }),
    ).flatMap((duty) =>
      who.map((staffId) => ({
        ...duty,
        staffId,
        role: 'teacher' as const,
        classIds: page.classIds,
        where: page.where,
        group: `page ${pageId}`,
        place: { at: 'lesson' as const, pageId, date, number },
        count: 1,
      })),
    );
  });
}
