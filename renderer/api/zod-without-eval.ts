import { z } from 'zod';

// zod compiles its checks with `new Function` otherwise, which the content security policy forbids.
// Imported before anything that makes schemas.
z.config({ jitless: true });
