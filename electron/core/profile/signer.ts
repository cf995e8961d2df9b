import type { SignatoryRole } from '#contract/profile';
import { findPersonOfRole } from '#db/queries/class-sheet';
import { findSignatories, type SignatoryRow } from '#db/queries/profile';
import type { ReadableDb } from '#db/statement';
import { shortName } from '#domain/people/name';

/** The name under a document: of who was named to sign in the role, else of who holds it; '' of nobody. */
export function signerOf(
  db: ReadableDb,
  role: SignatoryRole,
  chosen: readonly SignatoryRow[] = findSignatories(db),
): string {
  const named = chosen.find((one) => one.role === role);
  if (named !== undefined && named.lastName !== null) {
    const { lastName, firstName, middleName } = named;
    return shortName({ lastName, firstName: firstName ?? '', middleName: middleName ?? '' });
  }
  const holder = findPersonOfRole(db, role);
  return holder === undefined ? '' : shortName(holder);
}
