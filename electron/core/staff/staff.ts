import type { Dismissal, StaffListRow } from '#contract/staff';
import { accountByStaff, countWithRole, setBlocked } from '#db/queries/accounts';
import { deletePageTeacher, endPageTeacher } from '#db/queries/import-timetable';
import { findYear } from '#db/queries/school';
import {
  clearHomeroom,
  findHomerooms,
  findPagesHeldAfter,
  findStaffDetails,
  findStaffMember,
  insertStaffDetails,
  setDismissedOn,
  updateStaffMember,
  type StaffData,
} from '#db/queries/staff';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { compareNames } from '#domain/people/name';
import { refuse } from '../refuse';
import { refreshWindows } from '../session/refresh-windows';
import type { Reading, Writing } from '../unit-of-work';

const find = (db: ReadableDb, id: number) =>
  findStaffMember(db, id) ?? refuse('NOT_FOUND', { what: 'staff' });

/** Who works here, or who did, by name; with this year's hours (S7). */
export function staffList(
  { db, today }: Reading,
  { dismissed }: { readonly dismissed: boolean },
): readonly StaffListRow[] {
  const year = findYear(db, today);
  return findStaffDetails(db, year?.id ?? 0, today)
    .filter(({ dismissedOn }) => (dismissedOn !== null && dismissedOn < today) === dismissed)
    .sort(compareNames)
    .map(({ accounts, ...person }) => ({ ...person, hasAccount: accounts > 0 }));
}

const dataOf = (input: StaffData): StaffData => {
  const { lastName, firstName, middleName, position, phone, email, hiredOn } = input;
  return { lastName, firstName, middleName, position, phone, email, hiredOn };
};

export function addStaff({ db, record }: Writing, input: StaffData) {
  const id = insertStaffDetails(db, input);
  record('staff', String(id), null, dataOf(input));
  return { id };
}

export function saveStaff(
  { db, record }: Writing,
  input: StaffData & { readonly id: number },
): void {
  const before = find(db, input.id);
  updateStaffMember(db, input.id, input);
  record('staff', String(input.id), dataOf(before), dataOf(input));
}

/** What goes on after today in the person's hands. */
export function dismissal({ db, today }: Reading, { id }: { readonly id: number }): Dismissal {
  find(db, id);
  const [homeroom] = findHomerooms(db, id, today);
  return {
    pages: findPagesHeldAfter(db, id, today).map((page) => ({
      className: formatClassName(page),
      subjectName: page.subjectName,
    })),
    homeroomOf: homeroom === undefined ? null : formatClassName(homeroom),
  };
}

/**
 * The person's last day: pages and the class end with it, the account is blocked; marks, lessons and
 * the trail keep the name (S7: «увольнение сохраняет историю»).
 */
export function dismiss(
  { db, record, now, core, afterCommit }: Writing,
  { id, lastDay }: { readonly id: number; readonly lastDay: IsoDate },
): void {
  const person = find(db, id);
  if (person.hiredOn !== null && lastDay < person.hiredOn) refuse('INVALID', { why: 'dates' });
  setDismissedOn(db, id, lastDay);
  record('staff', String(id), { dismissedOn: person.dismissedOn }, { dismissedOn: lastDay });
  for (const { rowId, pageId, fromDate } of findPagesHeldAfter(db, id, lastDay)) {
    if (fromDate > lastDay) deletePageTeacher(db, rowId);
    else endPageTeacher(db, rowId, lastDay);
    const row = { pageId, staffId: id, from: fromDate };
    record('pageTeacher', String(rowId), { ...row, to: null }, { ...row, to: lastDay });
  }
  for (const { id: classId } of findHomerooms(db, id, lastDay)) {
    clearHomeroom(db, classId);
    record('class', String(classId), { homeroomTeacherId: id }, { homeroomTeacherId: null });
  }
  const account = accountByStaff(db, id);
  // The log-in itself asks the last day; a block is what an open window learns at once.
  if (account === undefined || account.blockedAt !== null || lastDay >= core.today()) return;
  setBlocked(db, account.id, now);
  record('account', String(account.id), { blocked: false }, { blocked: true });
  if (countWithRole(db, 'administrator') === 0) refuse('FORBIDDEN', { why: 'lastAdministrator' });
  afterCommit(() => refreshWindows(core, account.id));
}

/** A dismissal taken back; pages, a class and the account have to be given anew. */
export function takeBack({ db, record }: Writing, { id }: { readonly id: number }): void {
  const person = find(db, id);
  setDismissedOn(db, id, null);
  record('staff', String(id), { dismissedOn: person.dismissedOn }, { dismissedOn: null });
}
