import { expect, test } from 'vitest';
import { defaultProposalRule } from '#domain/marks/propose';
import { periodMarkKey } from '../store/keys';
import { openSmallPage, quarter } from '../testing/small-page';

const strict = (minimum: number) => ({
  period: { minimum, noteWhenDiffers: true, noteBelowMinimum: true, proposal: defaultProposalRule },
  year: {
    minimum: 0,
    noteWhenDiffers: true,
    noteBelowMinimum: true,
    proposal: defaultProposalRule,
  },
});
const open = (minimum: number) => openSmallPage(() => 'down', {}, strict(minimum));
/** The column of the period's mark, and the marks there. */
const COLUMN = 3;
const set = ({ store }: ReturnType<typeof open>, pupilId: number) =>
  store.periodMarks.get(periodMarkKey(pupilId, quarter.id)).shown;

test('a mark that is not the proposed one waits for a word, and is set with it', () => {
  const page = open(1);
  const { desk } = page;
  desk.moveTo({ row: 0, col: COLUMN });
  desk.act({ do: 'digit', digit: '4' });
  expect(set(page, 11).value).toBe('');
  expect(desk.notice()).toMatchObject({ kind: 'askNote', reasons: ['differsFromAverage'] });
  desk.answerNote(undefined);
  expect([set(page, 11).value, desk.notice()]).toEqual(['', undefined]);
  desk.act({ do: 'digit', digit: '4' });
  desk.answerNote('Контрольная хуже');
  expect(set(page, 11)).toEqual({ value: '4', note: 'Контрольная хуже' });
  expect(desk.cursor()).toEqual({ row: 1, col: COLUMN });
  desk.act({ do: 'undo' });
  expect(set(page, 11).value).toBe('');
});

test('Enter takes the proposed mark; on too few marks it waits as well', () => {
  const enough = open(1);
  enough.desk.moveTo({ row: 0, col: COLUMN });
  enough.desk.act({ do: 'step', to: 'down' });
  expect(set(enough, 11).value).toBe('5');
  const few = open(3);
  few.desk.moveTo({ row: 0, col: COLUMN });
  few.desk.act({ do: 'step', to: 'down' });
  expect(set(few, 11).value).toBe('');
  expect(few.desk.notice()).toMatchObject({ kind: 'askNote', reasons: ['belowMinimum'] });
  expect(few.desk.cursor()).toEqual({ row: 0, col: COLUMN });
});

test('all that is proposed is told first, then set in one step that is taken back whole', () => {
  const page = open(1);
  const { desk } = page;
  desk.moveTo({ row: 2, col: 1 });
  desk.act({ do: 'digit', digit: '3' });
  desk.moveTo({ row: 1, col: COLUMN });
  desk.act({ do: 'allProposed' });
  expect(desk.notice()).toMatchObject({
    kind: 'askProposed',
    plan: { marks: [{ pupilId: 11 }, { pupilId: 13, value: '3' }], nothing: ['Белова Мария'] },
  });
  expect(set(page, 13).value).toBe('');
  desk.act({ do: 'step', to: 'down' });
  expect([11, 12, 13].map((id) => set(page, id).value)).toEqual(['5', '', '3']);
  desk.act({ do: 'undo' });
  expect([11, 12, 13].map((id) => set(page, id).value)).toEqual(['', '', '']);
  const few = open(2);
  few.desk.moveTo({ row: 0, col: COLUMN });
  few.desk.act({ do: 'allProposed' });
  expect(few.desk.notice()).toMatchObject({
    kind: 'nothingProposed',
    plan: { marks: [], waiting: ['Абрамов Илья'] },
  });
});
