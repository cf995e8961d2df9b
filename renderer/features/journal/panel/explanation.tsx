import { ofPeriods } from '#domain/marks/assessment';
import { formatAverage } from '#domain/marks/average';
import { explainProposal } from '#domain/marks/explain';
import { isMarkValue } from '#domain/marks/mark-value';
import { markCount } from '#domain/periods/period-proposal';
import { isFinal } from '#domain/periods/finals';
import { thresholdText } from '#domain/regulation/sentences';
import { journalTexts } from '../../../text/journal';
import { useDesk } from '../hooks';
import { periodMarkKey } from '../store/keys';
import type { MarkedPeriod, Pupil } from '../store/page-model';
import classes from './panel.module.css';

/** How the proposed mark came about: the marks with their weights, the sum, the mean, the rounding. */
export function Explanation(props: { readonly pupil: Pupil; readonly period: MarkedPeriod }) {
  const { store } = useDesk();
  const { model } = store;
  const { pupil, period } = props;
  const texts = journalTexts.periodMark.explain;
  if (isFinal(period.kind)) return null;
  const isYear = period.kind === 'year';
  const marks = isYear
    ? model.periods
        .filter(({ kind }) => kind !== 'year')
        .map(
          ({ id }) =>
            store.periodMarks.get(periodMarkKey(pupil.id, id)).shown.value ||
            model.brought.periodMark(pupil.id, id),
        )
        .filter(isMarkValue)
        .map((value) => ({ value, weight: 1 }))
    : store.averages.marks(pupil.id, period);
  const { minimum, proposal: rule } = model.rulesOf(period);
  const told = explainProposal(
    marks,
    isYear ? ofPeriods(model.page) : model.page,
    isYear ? { ...rule, basis: 'plain', debts: 'ignore' } : rule,
  );
  const count = markCount(marks);
  // Of the page's own period the outlook tells it.
  const elsewhere = !isYear && period.id !== model.period.id;
  const few = elsewhere && count < minimum ? texts.few(count, minimum) : '';
  if (told === undefined) return few === '' ? null : <div className={classes['dim']}>{few}</div>;
  const { counted, left, sum, weights, proposal } = told;
  const credit = model.page.grading === 'credit';
  return (
    <div className={classes['dim']}>
      {texts.marks(counted)}{' '}
      {credit
        ? texts.passed(sum, weights, proposal.mark)
        : texts.sum(sum, weights, formatAverage(proposal.average), proposal.mark)}
      {!credit && ` ${texts.rounded[proposal.rounded](thresholdText(rule.threshold))}`}
      {left.length > 0 && ` ${texts.left(left.join(', '))}`} {few}
    </div>
  );
}
