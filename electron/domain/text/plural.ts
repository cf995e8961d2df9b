/** «3 ученика»: the form of the word for the number. */
export function plural(count: number, one: string, few: string, many: string): string {
  const tail = Math.abs(count) % 100;
  const last = tail % 10;
  if (tail > 10 && tail < 20) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}
