import { expect, test } from 'vitest';
import type { ConsentLine } from '#contract/consents';
import { CONSENT_KINDS, type ConsentKind, type ConsentState } from '#domain/consents/consents';
import { CONSENT_FILTERS, filterOf, matchesFilter } from './consent-filters';

function line(states: Partial<Record<ConsentKind, ConsentState>>, soon = false): ConsentLine {
  const kinds = CONSENT_KINDS.map((kind) => [
    kind,
    {
      state: states[kind] ?? 'given',
      datedOn: null,
      validUntil: null,
      withdrawnOn: null,
      document: '',
      soon: soon && kind === 'photo',
    },
  ]);
  const found = Object.fromEntries(kinds) as ConsentLine['kinds'];
  return { pupilId: 1, name: '', className: '', classId: 1, kinds: found };
}
const filters = (one: ConsentLine) =>
  CONSENT_FILTERS.filter((filter) => matchesFilter(one, filter));

test('each filter finds its own', () => {
  expect(filters(line({}))).toEqual(['all']);
  expect(filters(line({ processing: 'none' }))).toEqual(['all', 'missing']);
  expect(filters(line({ processing: 'withdrawn' }))).toEqual(['all', 'missing', 'withdrawn']);
  expect(filters(line({ electronicForm: 'refused' }))).toEqual(['all', 'paper']);
  expect(filters(line({ processing: 'refused', photo: 'refused' }))).toEqual(['all', 'missing']);
  expect(filters(line({ photo: 'expired' }))).toEqual(['all', 'soon']);
  expect(filters(line({}, true))).toEqual(['all', 'soon']);
});

test('an unknown word of the address shows everybody', () => {
  expect(filterOf('paper')).toBe('paper');
  expect(filterOf('что-то')).toBe('all');
  expect(filterOf(undefined)).toBe('all');
});
