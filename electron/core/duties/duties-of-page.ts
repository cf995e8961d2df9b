import type { Duty, DutyPlace } from '#domain/duties/duty';
import type { DutyKind } from '#domain/duties/kinds';
import type { Owed } from '#domain/duties/mark-duties';
import type { DutyPage } from './ground';

/** What is owed on a page, as a duty of each who owes it. */
export const dutiesOfPage = (
  kind: DutyKind,
  page: DutyPage,
  who: readonly number[],
  owed: Owed,
  at: { readonly group: string; readonly place: DutyPlace; readonly what?: string },
): readonly Duty[] =>
  who.map((staffId) => ({
    kind,
    staffId,
    role: 'teacher',
    classIds: page.classIds,
    where: page.where,
    ...owed,
    ...at,
  }));
