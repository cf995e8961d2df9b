/**
 * A fraction of two whole numbers, kept exact so that rounding has no floating-point trap
 * (2,675 is not 2,67499…). The denominator is above zero.
 */
export type Ratio = { readonly numerator: number; readonly denominator: number };

/** The fraction, or undefined where there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): Ratio | undefined {
  return denominator > 0 ? { numerator, denominator } : undefined;
}

/** Below zero, zero or above it, as the first is less, the same or more. */
export function compareRatios(a: Ratio, b: Ratio): number {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** The whole number nearest to `value · scale`, a half going up; for values of zero and more. */
export function roundHalfUp(value: Ratio, scale: number): number {
  const twice = 2 * value.numerator * scale + value.denominator;
  const step = 2 * value.denominator;
  return (twice - (twice % step)) / step;
}

/** The value with so many decimals and a decimal comma: 40/9 with two is «4,44». */
export function formatRatio(value: Ratio, decimals: number): string {
  const digits = String(roundHalfUp(value, 10 ** decimals)).padStart(decimals + 1, '0');
  const whole = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, whole)},${digits.slice(whole)}`;
}
