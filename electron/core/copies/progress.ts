/** Told how far a job is; never goes back. */
export type Report<Step extends string> = (progress: {
  readonly done: number;
  readonly step: Step;
}) => void;

/**
 * One scale over all steps of a job, each with its share of the time. `at(step, part)` says that
 * `part` (0–1) of the step is done; steps of less than a hundredth are not passed on.
 */
export function progressOver<Step extends string>(
  shares: readonly (readonly [step: Step, share: number])[],
  report: Report<Step> | undefined,
): (step: Step, part: number) => void {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  let last = { done: -1, step: '' };
  return (step, part) => {
    const index = shares.findIndex(([name]) => name === step);
    const before = shares.slice(0, index).reduce((sum, [, share]) => sum + share, 0);
    const own = (shares[index]?.[1] ?? 0) * Math.min(Math.max(part, 0), 1);
    const done = Math.max((before + own) / whole, last.done);
    if (step === last.step && done < 1 && done - last.done < 0.01) return;
    last = { done, step };
    report?.({ done, step });
  };
}
