/** Часть учебного плана: обязательная, формируемая участниками образовательных отношений, внеурочная. */
export const PARTS = ['mandatory', 'formed', 'extra'] as const;
export type CurriculumPart = (typeof PARTS)[number];

export type PlannedHours = { readonly hoursPerWeek: number; readonly part: CurriculumPart };

export type WeekTotals = {
  readonly mandatory: number;
  readonly formed: number;
  readonly extra: number;
  /** What the sanitary maximum is compared with: without внеурочная деятельность. */
  readonly counted: number;
};

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** The hours of a class in a week by part (СанПиН 1.2.3685-21, table 6.6: extra ones do not count). */
export function weekTotals(items: readonly PlannedHours[]): WeekTotals {
  const of = (part: CurriculumPart) =>
    hundredths(
      items.reduce((sum, item) => (item.part === part ? sum + item.hoursPerWeek : sum), 0),
    );
  const [mandatory, formed, extra] = [of('mandatory'), of('formed'), of('extra')];
  return { mandatory, formed, extra, counted: hundredths(mandatory + formed) };
}

/** Hours a year: the own number where there is one, otherwise weeks × hours, a half up. */
export const hoursPerYear = (
  item: { readonly hoursPerWeek: number; readonly hoursPerYear: number | null },
  weeks: number,
): number => item.hoursPerYear ?? Math.round(item.hoursPerWeek * weeks);

const MOST_HOURS = 40;

/**
 * Hours a week as people type them: «3», «0,5», «0.5», «½»; empty means that the subject is not
 * learnt (null). Undefined for what is no such number, or more than 40.
 */
export function parseHours(text: string): number | null | undefined {
  const plain = text.trim().replace(/^(\d*)½$/, (_, whole: string) => `${whole || '0'}.5`);
  if (plain === '' || plain === '–' || plain === '-') return null;
  if (!/^\d{0,2}(?:[.,]\d{1,2})?$/.test(plain)) return undefined;
  const value = Number(plain.replace(',', '.'));
  if (!Number.isFinite(value) || value > MOST_HOURS) return undefined;
  return value === 0 ? null : value;
}

/** «0,5»: hours as they stand in a Russian table. */
export const formatHours = (hours: number): string => String(hundredths(hours)).replace('.', ',');
