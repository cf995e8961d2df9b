/** The steps that open a school year, in their order (S8). */
export const OPENING_STEPS = ['year', 'classes', 'curriculum', 'groups', 'load', 'pupils'] as const;
export type OpeningStep = (typeof OPENING_STEPS)[number];

/** The step to be done next; undefined when all are. */
export const nextStep = (done: readonly OpeningStep[]): OpeningStep | undefined =>
  OPENING_STEPS.find((step) => !done.includes(step));

/** Whether a step may be carried out: everything it builds on is there; again as often as wanted. */
export const mayRun = (step: OpeningStep, done: readonly OpeningStep[]): boolean =>
  OPENING_STEPS.slice(0, OPENING_STEPS.indexOf(step)).every((before) => done.includes(before));
