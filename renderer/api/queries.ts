import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { core } from './clients';

/** `queries.school.overview.queryOptions()` and the like. */
export const queries = createTanstackQueryUtils(core);
