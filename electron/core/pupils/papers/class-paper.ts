import { findClassHead } from '#db/queries/class-members';
import { findSchool, findYears } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import type { ClassPaper } from '#domain/pupils/papers/class-head';
import { refuse } from '../../refuse';

/** The head of a class's paper on a day. */
export function classPaper(db: ReadableDb, classId: number, day: IsoDate): ClassPaper {
  const head = findClassHead(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const { teacherLast, teacherFirst, teacherMiddle } = head;
  return {
    school: findSchool(db)?.name ?? '',
    className: formatClassName(head),
    yearName: findYears(db).find(({ id }) => id === head.yearId)?.name ?? '',
    homeroomTeacher:
      teacherLast === null
        ? null
        : shortName({
            lastName: teacherLast,
            firstName: teacherFirst ?? '',
            middleName: teacherMiddle ?? '',
          }),
    day,
  };
}
