import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { SESSION_KEY } from '../../api/session-state';

/** After a change of a regulation, refused or not, everything that shows or obeys it asks anew. */
export async function afterRegulation<Result>(deed: Promise<Result>): Promise<Result> {
  try {
    return await deed;
  } finally {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queries.regulation.key() }),
      queryClient.invalidateQueries({ queryKey: queries.journal.page.key() }),
      queryClient.invalidateQueries({ queryKey: SESSION_KEY }),
    ]);
  }
}
