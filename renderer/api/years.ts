import { useQuery } from '@tanstack/react-query';
import type { YearRow } from '#contract/school';
import { useYearInput } from './chosen-year';
import { queries } from './queries';

/** All years of the journal and the one this window works in. */
export function useYears(): {
  readonly years: readonly YearRow[];
  readonly year: YearRow | undefined;
} {
  const { data: years = [] } = useQuery(queries.school.years.queryOptions());
  const { yearId } = useYearInput();
  const year = years.find(({ id, current }) => (yearId === undefined ? current : id === yearId));
  return { years, year };
}
