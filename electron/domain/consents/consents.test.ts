import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import {
  CONSENT_DECISIONS,
  CONSENT_KINDS,
  consentOn,
  expiresSoon,
  mayLeaveSchool,
  wantsPaper,
  type Consent,
} from './consents';

const FIRST: IsoDate = '2026-09-01';
const days = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(FIRST, offset));
const consents = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...CONSENT_KINDS),
      decision: fc.constantFrom(...CONSENT_DECISIONS),
      datedOn: days,
      validUntil: fc.option(days),
      withdrawnOn: fc.option(days),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, index): Consent => ({ id: index + 1, ...row })));
const processing = (rest: Partial<Consent>): Consent => ({
  id: 100,
  kind: 'processing',
  decision: 'given',
  datedOn: FIRST,
  validUntil: null,
  withdrawnOn: null,
  ...rest,
});

test('the last decision of the day wins, whatever stood before (ТИП А.1)', () => {
  fc.assert(
    fc.property(consents, days, fc.constantFrom(...CONSENT_DECISIONS), (rows, day, decision) => {
      const last = processing({ decision, datedOn: day });
      expect(consentOn([last, ...rows], 'processing', day)).toBe(decision);
      expect(mayLeaveSchool([...rows, last], day)).toBe(decision === 'given');
    }),
  );
});

test('a withdrawn decision is none from its day on, and none before it comes back', () => {
  fc.assert(
    fc.property(consents, days, days, (rows, datedOn, day) => {
      const earlier = rows.filter((row) => row.datedOn <= datedOn);
      const withdrawnOn = addDays(datedOn, 5);
      const all = [...earlier, processing({ datedOn, withdrawnOn })];
      if (day < datedOn) return;
      expect(mayLeaveSchool(all, day)).toBe(day < withdrawnOn);
      if (day >= withdrawnOn) expect(consentOn(all, 'processing', day)).toBe('withdrawn');
    }),
  );
});

test('what is decided later changes nothing before, and other kinds do not count', () => {
  fc.assert(
    fc.property(consents, days, (rows, day) => {
      const known = rows.filter((row) => row.kind === 'processing' && row.datedOn <= day);
      expect(mayLeaveSchool(rows, day)).toBe(mayLeaveSchool(known, day));
      if (mayLeaveSchool(rows, day)) {
        expect(known.some((row) => row.decision === 'given')).toBe(true);
      }
    }),
  );
});

test('nothing signed is no consent; the last day of a term still counts', () => {
  expect(mayLeaveSchool([], FIRST)).toBe(false);
  const term = [processing({ validUntil: '2026-09-30' })];
  expect(mayLeaveSchool(term, '2026-09-30')).toBe(true);
  expect(consentOn(term, 'processing', '2026-10-01')).toBe('expired');
  expect(expiresSoon(term, 'processing', '2026-08-31', 30)).toBe(false);
  expect(expiresSoon(term, 'processing', '2026-09-05', 30)).toBe(true);
  expect(expiresSoon(term, 'processing', '2026-10-01', 30)).toBe(false);
});

test('who refused the electronic form gets paper, who withdrew the refusal does not (ИНС 4.7)', () => {
  const refusal = processing({ kind: 'electronicForm', decision: 'refused' });
  expect(wantsPaper([refusal], FIRST)).toBe(true);
  expect(wantsPaper([{ ...refusal, withdrawnOn: FIRST }], FIRST)).toBe(false);
  expect(wantsPaper([{ ...refusal, kind: 'processing' }], FIRST)).toBe(false);
});
