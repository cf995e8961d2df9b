import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { core, type CoreClient } from './clients';

/** `queries.school.overview.queryOptions()` and the like. */
export const queries: RouterUtils<CoreClient> = createTanstackQueryUtils(core);
