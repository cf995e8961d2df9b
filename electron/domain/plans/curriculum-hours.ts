/** What the curriculum (учебный план) gives a class of a subject. */
export type CurriculumHours = {
  readonly hoursPerWeek: number;
  /** Told for the year where weeks differ; else the weeks are counted. */
  readonly hoursPerYear: number | null;
};

/** Weeks of learning in a year: 33 in grade 1, 34 above (ФГОС; федеральный учебный план). */
export const weeksOfYear = (grade: number): number => (grade === 1 ? 33 : 34);

/** The hours of a year that a plan must have (K2, КИА 4.4.8). */
export const hoursOfYear = (item: CurriculumHours, grade: number): number =>
  item.hoursPerYear ?? Math.round(item.hoursPerWeek * weeksOfYear(grade));
