import { findMembers, findPageContent, findPagesOfYear } from '#db/queries/journal-page';
import { findSchool, findYear } from '#db/queries/school';
import { daysBetween, type IsoDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { blankSheets as sheetsOf, MOST_BLANK_DAYS } from '#domain/journal/blank-sheet';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, listName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { pages as pagesOf } from './pages';

type Order = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly classId?: number | undefined;
};

/**
 * Sheets to fill by hand for the pages that the one who asks may open (J10): of a class, or without
 * one, the own pages.
 */
export function blankSheets(reading: Reading, { from, to, classId }: Order): TableDocument {
  const { db, actor } = reading;
  if (to < from || daysBetween(from, to) >= MOST_BLANK_DAYS) refuse('INVALID', { why: 'dates' });
  const year = findYear(db, from);
  const rows = new Map(
    (year === undefined ? [] : findPagesOfYear(db, year.id)).map((row) => [row.id, row]),
  );
  const chosen = (year === undefined ? [] : pagesOf(reading, { yearId: year.id })).flatMap(
    (summary) => {
      const row = rows.get(summary.id);
      if (row === undefined) return [];
      const ofClass = [row, ...row.otherClasses].some(
        (one) => ('classId' in one ? one.classId : one.id) === classId,
      );
      return (classId === undefined ? summary.mine : ofClass) ? [{ summary, row }] : [];
    },
  );
  const pages = chosen.map(({ summary, row }) => ({
    title: [`${summary.className}. ${summary.subjectName}`, summary.groupName]
      .filter((part) => part !== '')
      .join(', '),
    teachers: summary.teachers,
    pupils: findMembers(db, row, from, to)
      .map(([, lastName, firstName, middleName]) => ({ lastName, firstName, middleName }))
      .sort(compareNames)
      .map(listName),
    lessons: findPageContent(db, { pageId: row.id, from, to }).lessons.map(([, date, number]) => ({
      date,
      number,
    })),
  }));
  const named = [...rows.values()].find((row) => row.classId === classId);
  const of = named === undefined ? actor.name : formatClassName(named);
  return sheetsOf(pages, { school: findSchool(db)?.name ?? '', of, from, to });
}
