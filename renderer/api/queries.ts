import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { core, shell } from './clients';

/** `queries.school.overview.queryOptions()` and the like. */
export const queries = createTanstackQueryUtils(core);
export const shellQueries = createTanstackQueryUtils(shell, { path: ['shell'] });
