import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ClassRow, Period } from '#contract/school';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { matchingPeriod, periodsOfGrade } from './choose-period';

export type SummaryChoice = {
  readonly classes: readonly ClassRow[];
  /** Whether there are classes that this person may not see. */
  readonly ownOnly: boolean;
  readonly periods: readonly Period[];
  /** Undefined where there is no class to choose. */
  readonly chosen: { readonly class: ClassRow; readonly period: Period } | undefined;
  readonly chooseClass: (id: number) => void;
  readonly choosePeriod: (id: number) => void;
  /** The next (1) or previous (−1) class; at the ends nothing happens. */
  readonly step: (by: 1 | -1) => void;
};

/** The class and period the address names, or the ones to begin with. */
export function useSummaryChoice() {
  const { name, roles, today } = useSession();
  const year = useYearInput();
  const navigate = useNavigate();
  const [parts] = useAddressParts();
  const overview = useQuery(queries.school.overview.queryOptions({ input: year }));
  const classList = useQuery(queries.school.classes.queryOptions({ input: year }));
  const error = overview.error ?? classList.error;
  if (overview.data === undefined || classList.data === undefined) return { error };

  const seesAll = roles.some((role) => ['administrator', 'director', 'deputy'].includes(role));
  const classes = classList.data.filter(
    ({ homeroomTeacher }) => seesAll || homeroomTeacher === name,
  );
  const all = overview.data.periods;
  const found = classes.find(({ id }) => id === Number(parts['class'])) ?? classes[0];
  const period =
    found && matchingPeriod(all, found.grade, Number(parts['period']) || undefined, today);
  const go = (classId: number | undefined, periodId: number | undefined) =>
    void navigate({ to: '/reports/summary', search: { class: classId, period: periodId } });
  const choice: SummaryChoice = {
    classes,
    ownOnly: classes.length < classList.data.length,
    periods: found ? periodsOfGrade(all, found.grade) : [],
    chosen: found && period && { class: found, period },
    chooseClass: (id) => go(id, period?.id),
    choosePeriod: (id) => go(found?.id, id),
    step: (by) => {
      const next = found && classes[classes.indexOf(found) + by];
      if (next) go(next.id, period?.id);
    },
  };
  return { error, choice };
}
