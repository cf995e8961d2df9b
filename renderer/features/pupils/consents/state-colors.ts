import type { ConsentState } from '#domain/consents/consents';

/** Colour only supports the word beside it. */
export const STATE_COLORS: Readonly<Record<ConsentState, string>> = {
  none: 'yellow',
  given: 'green',
  refused: 'gray',
  withdrawn: 'orange',
  expired: 'orange',
};
