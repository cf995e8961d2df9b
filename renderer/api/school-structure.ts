import { queries } from './queries';
import { queryClient } from './query-client';

/** Everything that shows classes, their plans, groups, teachers or pages: one change shows in all. */
const SHOWN = () => [
  queries.classes.key(),
  queries.curriculum.key(),
  queries.load.key(),
  queries.groups.key(),
  queries.individual.key(),
  queries.school.classes.key(),
  queries.school.timetable.key(),
  queries.journal.pages.key(),
];

/** After a change of the school's structure its screens ask anew. */
export const refreshStructure = (): Promise<unknown> =>
  Promise.all(SHOWN().map((queryKey) => queryClient.invalidateQueries({ queryKey })));
