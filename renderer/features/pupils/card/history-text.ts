import type { CardChange } from '#contract/pupils';
import { formatDate, isIsoDate } from '#domain/calendar/iso-date';
import { EDUCATION_FORM_NAMES } from '#domain/pupils/pupil-data';
import { consentDecisions, consentKinds, consentsTexts } from '../../../text/consents';
import { checksTexts } from '../../../text/data-checks';
import { cardTexts, fieldNames, relationNames } from '../../../text/pupil-card';

type Value = string | number | boolean | null | undefined;
type Line = { readonly what: string; readonly before: string; readonly after: string };

const { values, entities, history } = cardTexts;
const NAMES: Readonly<Record<string, string>> = {
  ...fieldNames,
  name: cardTexts.representatives.name,
  relation: cardTexts.representatives.relation,
  legal: cardTexts.representatives.legal,
  main: cardTexts.representatives.main,
  kind: consentsTexts.form.kind,
  decision: consentsTexts.form.decision,
  document: consentsTexts.form.document,
  datedOn: consentsTexts.form.datedOn,
  validUntil: consentsTexts.form.validUntil,
  withdrawnOn: consentsTexts.filters.withdrawn,
  check: checksTexts.columns.name,
  result: checksTexts.result,
};
const WORDS: Readonly<Record<string, string>> = {
  ...EDUCATION_FORM_NAMES,
  ...relationNames,
  ...cardTexts.sexes,
  ...consentKinds,
  ...consentDecisions,
  confirmed: checksTexts.confirmed,
  changed: checksTexts.changed,
};
/** Fields whose values are words of the program, not of people. */
const CODED = new Set(['educationForm', 'relation', 'sex', 'kind', 'decision', 'result']);

function shown(field: string, value: Value): string {
  if (value === null || value === undefined || value === '') return history.nothing;
  if (typeof value === 'boolean') return value ? values.yes : values.no;
  const text = String(value);
  if (CODED.has(field)) return WORDS[text] ?? text;
  return isIsoDate(text) ? formatDate(text) : text;
}

/** The lines of the history that a change makes: one for each field that became another. */
export function changeLines({ entity, before, after }: CardChange): readonly Line[] {
  const what = entities[entity] ?? '';
  if (entity === 'health') return [{ what, before: '', after: values.healthChanged }];
  if (entity === 'pupilPhoto') {
    const there = (side: CardChange['before']) => (side === null ? history.nothing : values.photo);
    return [{ what, before: there(before), after: there(after) }];
  }
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({
      what: [what, NAMES[field] ?? ''].filter(Boolean).join(': '),
      before: shown(field, before?.[field]),
      after: shown(field, after?.[field]),
    }))
    .filter((line) => line.before !== line.after);
}
