import { findPagesOfClass } from '#db/queries/attendance';
import type { CallContext } from '../context';
import { watchWhileSignedIn } from '../journal/watch-while-signed-in';
import { signedIn } from '../unit-of-work';
import { attendanceToSee } from './class-access';

/** Tells that something in the lessons of a class changed, whoever did it: the sheet is read anew. */
export function watchClass({
  context,
  input,
  signal,
}: {
  readonly context: CallContext;
  readonly input: { readonly classId: number };
  readonly signal?: AbortSignal | undefined;
}): AsyncGenerator<{ readonly by: string }> {
  const { session, open } = signedIn(context);
  const { core } = context;
  const { db } = open.journal;
  attendanceToSee({ db, actor: session, today: core.today() }, input.classId);
  const pages = findPagesOfClass(db, input.classId);
  return watchWhileSignedIn(
    context,
    signal,
    (ending) => core.pageEvents.subscribeAll(ending),
    ({ pageId, change }) => {
      const shown = pages.has(pageId) && 'by' in change && change.kind !== 'periodMark';
      return shown ? { by: change.by } : undefined;
    },
  );
}
