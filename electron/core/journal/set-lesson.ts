import { saveLesson } from '#db/queries/journal-cell';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { lessonToFill } from './page-access';

/** The topic and the homework of a lesson (J3). */
export function setLesson(
  writing: Writing,
  input: {
    readonly lessonId: number;
    readonly version: number;
    readonly topic: string;
    readonly homework: string;
  },
): { version: number } {
  const { db, actor, core } = writing;
  const { page, lesson } = lessonToFill(writing, input.lessonId);
  const before = { version: lesson.version, topic: lesson.topic, homework: lesson.homework };
  if (before.version !== input.version) refuse('CONFLICT', { current: before });
  const version = before.version + 1;
  const after = { topic: input.topic, homework: input.homework };
  saveLesson(db, lesson.id, { ...after, version });
  writing.record('lesson', String(lesson.id), before, { ...after, version });
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, {
      kind: 'lesson',
      lessonId: lesson.id,
      state: { ...after, version },
      by: actor.name,
    }),
  );
  return { version };
}
