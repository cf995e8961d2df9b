import type { HomeworkDay } from '#contract/homework';
import {
  findDueOfPage,
  findHomework,
  findNextLessonDay,
  findPupilsOfTask,
} from '#db/queries/homework';
import { findLesson } from '#db/queries/journal-cell';
import { findPagesOfYear, type PageRow } from '#db/queries/journal-page';
import { findGroupPupils } from '#db/queries/memberships';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { dayLoad, homeworkNorm, type DueTask } from '#domain/homework/day-load';
import { pageToSee, pupilsOnPage } from '../journal/page-access';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

/** Everything that is due on a day on the pages where some of these pupils learn. */
function dueTasks(db: ReadableDb, pages: readonly PageRow[], day: IsoDate): DueTask[] {
  const [first] = pages;
  if (first === undefined) return [];
  const groups = findGroupPupils(db, first.yearId, day);
  return pages.flatMap((page) => {
    const rows = findDueOfPage(db, page.id, day);
    if (rows.length === 0) return [];
    const members = pupilsOnPage(db, page, day, day);
    return rows.map(({ lessonId, position, groupId, minutes }): DueTask => {
      const whom =
        position === 0
          ? members
          : groupId === null
            ? new Set(findPupilsOfTask(db, lessonId, position))
            : (groups.get(groupId) ?? new Set<number>());
      return {
        subjectId: page.subjectId,
        minutes,
        pupilIds: new Set([...whom].filter((id) => members.has(id))),
      };
    });
  });
}

/**
 * The days the homework of a lesson is for (where nothing is set, the page's next lesson), with what all
 * subjects together set for them against the norm of the age.
 */
export function homeworkDays(
  reading: Reading,
  { lessonId }: { readonly lessonId: number },
): readonly HomeworkDay[] {
  const { db } = reading;
  const lesson = findLesson(db, lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
  const { page } = pageToSee(reading, lesson.pageId);
  const { forAll, tasks } = findHomework(db, lessonId);
  const next = findNextLessonDay(db, page.id, lesson.date);
  const asked = lesson.homework !== '' || tasks.length === 0 ? [forAll, ...tasks] : tasks;
  const days = new Set(asked.flatMap(({ dueOn }) => dueOn ?? next ?? []));
  const classes = new Set([page.classId, ...page.otherClasses.map(({ id }) => id)]);
  const pages = findPagesOfYear(db, page.yearId).filter((one) =>
    [one.classId, ...one.otherClasses.map(({ id }) => id)].some((id) => classes.has(id)),
  );
  const names = new Map(pages.map(({ subjectId, subjectName }) => [subjectId, subjectName]));
  return [...days].sort().map((date): HomeworkDay => {
    const { minutes, subjects, unknown } = dayLoad(
      pupilsOnPage(db, page, date, date),
      dueTasks(db, pages, date),
    );
    return {
      date,
      minutes,
      norm: homeworkNorm(page.grade),
      subjects: subjects.map((one) => ({
        subjectName: names.get(one.subjectId) ?? '',
        minutes: one.minutes,
      })),
      unknown,
    };
  });
}
