import type { DutySource } from './ground';
import { dutiesOfLessons } from './lessons';

/** Where duties come from (D1). A new source is one entry here, with its kinds in `domain/duties/kinds`. */
export const DUTY_SOURCES: readonly DutySource[] = [dutiesOfLessons];
