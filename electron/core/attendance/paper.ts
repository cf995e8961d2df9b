import { findClass, type ClassDetails } from '#db/queries/class-sheet';
import { findSchool } from '#db/queries/school';
import { attendanceDocument } from '#domain/attendance/attendance-document';
import type { TableDocument } from '#domain/documents/table-document';
import { shortName } from '#domain/people/name';
import type { Reading } from '../unit-of-work';
import { attendanceSheet, type SheetInput } from './sheet';

/** Лист посещаемости of some days on paper. */
export function attendancePaper(reading: Reading, input: SheetInput): TableDocument {
  const sheet = attendanceSheet(reading, input);
  const found = findClass(reading.db, input.classId);
  return attendanceDocument({
    school: findSchool(reading.db)?.name ?? '',
    className: sheet.className,
    from: input.from,
    to: input.to,
    lessons: sheet.lessons,
    pupils: sheet.pupils,
    cells: sheet.cells.map(([lessonId, pupilId, , attendance, lateMinutes]) => ({
      lessonId,
      pupilId,
      attendance,
      lateMinutes,
    })),
    documents: sheet.documents.filter(({ withdrawnBy }) => withdrawnBy === null),
    homeroomTeacher: found === undefined ? '' : teacherOf(found),
  });
}

const teacherOf = ({ lastName, firstName, middleName }: ClassDetails) =>
  lastName === null
    ? ''
    : shortName({ lastName, firstName: firstName ?? '', middleName: middleName ?? '' });
