import path from 'node:path';
import type { SavedFetLoad } from '#contract/imports';
import { findYearOr } from '#db/queries/school';
import type { CallContext } from '../context';
import { replaceFile } from '../files/durable';
import { refuse } from '../refuse';
import { signedIn, type OfYear } from '../unit-of-work';
import { fetLoad } from './fet-load';

/**
 * Saves the load of a year for FET (T3): as it is today, or on the first day of a year to come. A
 * file that was there is replaced whole or not at all.
 */
export async function saveFetLoad({
  context,
  input,
}: {
  readonly context: CallContext;
  readonly input: OfYear & { readonly grant: string };
}): Promise<SavedFetLoad> {
  const { core } = context;
  const { open } = signedIn(context);
  const { db } = open.journal;
  const today = core.today();
  const year = findYearOr(db, input.yearId, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const day = today < year.startsOn ? year.startsOn : today > year.endsOn ? year.endsOn : today;
  const file = core.grants.pathOf(input.grant, 'save');
  const { xml, ...told } = fetLoad(db, { year, day });
  if (told.activities === 0) refuse('INVALID', { why: 'nothingToExport' });
  await replaceFile(file, Buffer.from(xml), 0o644);
  return { fileName: path.basename(file), ...told };
}
