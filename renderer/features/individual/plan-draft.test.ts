import { expect, test } from 'vitest';
import type { IndividualPlan, IndividualPlans } from '#contract/individual';
import { itemsOf, linesOf } from './plan-draft';

const plans: IndividualPlans = {
  yearId: 1,
  year: { startsOn: '2026-09-01', endsOn: '2027-05-31' },
  plans: [],
  pupils: [],
  curriculum: [
    { classId: 1, subjectId: 1, subjectName: 'Алгебра', hoursPerWeek: 3 },
    { classId: 1, subjectId: 2, subjectName: 'Физика', hoursPerWeek: 2 },
    { classId: 2, subjectId: 3, subjectName: 'Химия', hoursPerWeek: 2 },
  ],
};
const item = { subjectName: '', teachers: [] };
const plan: IndividualPlan = {
  id: 1,
  pupilId: 1,
  pupilName: '',
  classId: 1,
  className: '8-А',
  from: '2026-11-02',
  to: null,
  reason: '',
  removable: true,
  items: [
    { ...item, subjectId: 1, mode: 'individual', hoursPerWeek: 1.5 },
    { ...item, subjectId: 9, mode: 'exempt', hoursPerWeek: 0 },
  ],
};

test('a plan opened and stored unchanged is the same, also where the class dropped a subject', () => {
  const lines = linesOf(plans, 1, plan);
  expect(lines.map(({ subjectId, mode, hours }) => [subjectId, mode, hours])).toEqual([
    [1, 'individual', '1,5'],
    [2, 'class', '2'],
    [9, 'exempt', '0'],
  ]);
  expect(itemsOf(lines)).toEqual([
    { subjectId: 1, mode: 'individual', hoursPerWeek: 1.5 },
    { subjectId: 9, mode: 'exempt', hoursPerWeek: 0 },
  ]);
});

test('a subject learnt alone needs hours; with the class nothing is stored', () => {
  const [line] = linesOf(plans, 1, undefined);
  if (line === undefined) throw new Error('no line');
  expect(itemsOf([line])).toEqual([]);
  expect(itemsOf([{ ...line, mode: 'individual', hours: '' }])).toBeUndefined();
  expect(itemsOf([{ ...line, mode: 'individual', hours: 'два' }])).toBeUndefined();
});
