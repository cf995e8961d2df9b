import type { PageGroupRow } from '#contract/journal-page';
import { findGroupsOfClass } from '#db/queries/groups';
import type { PageRow } from '#db/queries/journal-page';
import { findMembersOfGroup } from '#db/queries/memberships';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';

/** The parts of a class on a page of the whole class: homework can be set for one of them. */
export function groupsOfPage(db: ReadableDb, page: PageRow, day: IsoDate): PageGroupRow[] {
  if (page.groupName !== '') return [];
  return findGroupsOfClass(db, page.classId).flatMap(({ id, name }): PageGroupRow[] => {
    const pupilIds = findMembersOfGroup(db, id, day);
    return pupilIds.length === 0 ? [] : [[id, name, pupilIds]];
  });
}
