/** A measurement beside its limit, taken in the same run. */
export type Row = {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly unit: 'ms' | '×';
  readonly runs: number;
  readonly limit: number | null;
  /** Which of the two the limit is for. */
  readonly limitOf: 'median' | 'p95';
  readonly beside: string;
};

/** The value below which that share of the sorted numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A row of times in milliseconds. `limit` is the aim for the 95th percentile. */
export const timeRow = (
  name: string,
  values: readonly number[],
  limit: number | null,
  beside = '',
): Row => ({
  name,
  median: median(values),
  p95: quantile(values, 0.95),
  unit: 'ms',
  runs: values.length,
  limit,
  limitOf: 'p95',
  beside,
});

/** How many times longer one thing takes than another: the medians of interleaved runs. */
export const ratioRow = (
  name: string,
  ours: readonly number[],
  base: readonly number[],
  limit: number | null,
  baseName: string,
): Row => ({
  name,
  median: median(ours) / median(base),
  p95: quantile(ours, 0.95) / median(base),
  unit: '×',
  runs: ours.length,
  limit,
  limitOf: 'median',
  beside: `${median(ours).toFixed(2)} ms / ${median(base).toFixed(2)} ms ${baseName}`,
});

/** Milliseconds of each of so many runs, after a few that warm up; `work` is given which run it is. */
export function timesOf(runs: number, work: (run: number) => void): number[] {
  const times: number[] = [];
  for (let run = -5; run < runs; run++) {
    const started = performance.now();
    work(Math.max(run, 0));
    if (run >= 0) times.push(performance.now() - started);
  }
  return times;
}
