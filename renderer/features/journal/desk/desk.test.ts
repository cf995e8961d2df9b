import { beforeEach, expect, test } from 'vitest';
import type { PageData } from '#contract/journal-page';
import { TEN_POINTS } from '#domain/marks/testing/scales';
import { keyCommand, type KeyInput } from '../grid/key-command';
import { cellKey, periodMarkKey, periodTypingKey } from '../store/keys';
import type { PageStore } from '../store/page-store';
import { openSmallPage, quarter } from '../testing/small-page';
import type { Desk } from './desk-type';
import { textAt } from './edits';
import type { MoveAfter } from './settings';

let desk: Desk;
let store: PageStore;
let move: MoveAfter;
let sent: readonly string[];

function open(change: Partial<PageData['page']> = {}) {
  ({ store, desk, sent } = openSmallPage(() => move, change));
}
beforeEach(() => {
  move = 'down';
  open();
});

function press(...keys: (string | Partial<KeyInput>)[]) {
  for (const one of keys) {
    const given = typeof one === 'string' ? { key: one } : one;
    const code = /^\d$/.test(given.key ?? '') ? `Digit${given.key}` : '';
    const input = { key: '', code, ctrl: false, shift: false, alt: false, ...given };
    const command = keyCommand(input, desk.filled());
    if (command !== undefined) desk.act(command);
  }
}
const column = (col: number) => [0, 1, 2].map((row) => textAt(store, row, col));
const undo = { key: 'я', code: 'KeyZ', ctrl: true };
const redo = { key: 'н', code: 'KeyY', ctrl: true };

test('the page opens at the last lesson held; marks go down the column', async () => {
  expect(desk.cursor()).toEqual({ row: 0, col: 1 });
  for (const key of ['5', 'н', '4']) {
    press(key);
    await Promise.resolve();
  }
  expect(column(1)).toEqual(['5', 'Н', '4']);
  expect(desk.cursor().row).toBe(2);
  expect(sent).toEqual(['102:11', '102:12', '102:13']);
});

test('after a mark the cursor goes right or stays where that was chosen', () => {
  move = 'stay';
  press('5');
  expect(desk.cursor()).toEqual({ row: 0, col: 1 });
  move = 'right';
  press('4');
  expect(desk.cursor()).toEqual({ row: 0, col: 2 });
});

test('several marks: with Shift, after a comma, of one work after a slash', () => {
  press('4', 'ArrowUp', { key: '%', code: 'Digit5', shift: true });
  expect(column(1)[0]).toBe('4 5');
  press('ArrowDown', '3', 'ArrowUp', { key: ',', code: 'Slash', shift: true }, '5');
  expect(column(1)[1]).toBe('3 5');
  press('ArrowUp', '2', 'ArrowUp', { key: '/', code: 'Slash' }, '4');
  expect(column(1)[1]).toBe('2 5/4');
});

test('lateness with minutes and a mark is typed through; Escape leaves the cell as it was', () => {
  press('о', '5', ' ', '4');
  expect(column(1)[0]).toBe('О5 4');
  expect(desk.cursor().row).toBe(1);
  press('о', '7', 'Escape', 'ArrowDown');
  expect(column(1)[1]).toBe('');
  press('о', 'Enter');
  expect(column(1)[2]).toBe('О');
});

test('a space puts Н and takes it off, Delete clears', () => {
  press(' ');
  expect(column(1)[0]).toBe('Н');
  press(' ', '5', 'ArrowUp', 'Delete');
  expect(column(1)).toEqual(['', '', '']);
});

test('undo and redo go back over cells and wander with the cursor', () => {
  press('5', '4', undo);
  expect(column(1)).toEqual(['5', '', '']);
  expect(desk.cursor()).toEqual({ row: 1, col: 1 });
  press(undo, redo, redo);
  expect(column(1)).toEqual(['5', '4', '']);
  press(undo, undo, undo);
  expect(desk.notice()).toEqual({ kind: 'nothingToUndo' });
});

test('undo leaves alone what somebody else has changed since', async () => {
  press('5');
  await new Promise((done) => setTimeout(done));
  store.receive({
    kind: 'cell',
    lessonId: 102,
    pupilId: 11,
    by: 'Котова В. Л.',
    state: {
      version: 9,
      content: { attendance: 'ill', lateMinutes: null, remark: '', marks: [] },
    },
  });
  press(undo);
  expect(column(1)[0]).toBe('Б');
  expect(desk.notice()).toEqual({ kind: 'changedByOthers' });
});

test('a selection is filled as one step; closed cells are passed over', () => {
  desk.moveTo({ row: 0, col: 0 });
  desk.moveTo({ row: 2, col: 0 }, true);
  press('н');
  expect(column(0)).toEqual(['Н 5', 'Н', '']);
  expect(desk.notice()).toEqual({ kind: 'filled', count: 2, skipped: 1 });
  press(undo);
  expect(column(0)).toEqual(['5', '', '']);
});

test('Ctrl+D without a selection fills only what is empty', () => {
  press('4', '5', 'ArrowUp', 'ArrowUp', { key: 'в', code: 'KeyD', ctrl: true });
  expect(column(1)).toEqual(['4', '5', '4']);
});

test('whole columns, rows and all are selected; the period mark is not taken along', () => {
  desk.moveTo({ row: 1, col: 0 }, false, 'columns');
  expect(desk.range()).toEqual({ top: 0, bottom: 2, left: 0, right: 0 });
  desk.moveTo({ row: 1, col: 1 }, true);
  expect(desk.range()).toEqual({ top: 0, bottom: 2, left: 0, right: 1 });
  press({ key: ' ', code: 'Space', shift: true });
  expect(desk.range()).toEqual({ top: 1, bottom: 1, left: 0, right: 2 });
  press({ key: 'ф', code: 'KeyA', ctrl: true });
  expect(desk.range()).toEqual({ top: 0, bottom: 2, left: 0, right: 2 });
  press('ArrowDown');
  expect(desk.range()).toEqual({ top: 2, bottom: 2, left: 1, right: 1 });
});

test('a selection says what it holds, also after a change of it; one cell says nothing', () => {
  expect(desk.summary()).toBeUndefined();
  press({ key: 'ф', code: 'KeyA', ctrl: true });
  expect(desk.summary()).toMatchObject({ cells: 9, filled: 1, marks: 1, average: '5,00' });
  desk.moveTo({ row: 0, col: 1 });
  desk.moveTo({ row: 1, col: 1 }, true);
  press('4', 'н');
  expect(desk.summary()).toMatchObject({ filled: 2, average: '4,00', attendance: { absent: 2 } });
});

test('what the fill handle was drawn over takes the cells over and over, as one step', () => {
  press('4', '2');
  desk.moveTo({ row: 0, col: 1 });
  desk.moveTo({ row: 1, col: 1 }, true);
  desk.drawFill({ row: 0, col: 0 });
  desk.endFill();
  expect([column(0), column(1)]).toEqual([
    ['4', '2', ''],
    ['4', '2', ''],
  ]);
  expect(desk.range()).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
  press(undo);
  expect(column(0)).toEqual(['5', '', '']);
  desk.drawFill({ row: 2, col: 1 });
  desk.drawFill(undefined);
  desk.endFill();
  expect(column(1)).toEqual(['4', '2', '']);
});

test('averages and the proposal follow; Enter takes the proposal', () => {
  press('4');
  const averages = () => store.averages.of(11, quarter);
  expect(averages()).toMatchObject({ plain: '4,50', weighted: '4,75', proposed: '5' });
  store.receive({ kind: 'work', work: [101, 1, 1, 0, '', null, null, null], by: '' });
  expect(averages().weighted).toBe('4,00');
  desk.moveTo({ row: 0, col: 3 });
  press('Enter');
  expect(store.periodMarks.get(periodMarkKey(11, 2)).shown.value).toBe('4');
  expect(desk.cursor().row).toBe(1);
});

test('a period mark against the proposal keeps the cursor for a word of why', () => {
  desk.moveTo({ row: 0, col: 3 });
  press('3');
  expect(desk.cursor()).toEqual({ row: 0, col: 3 });
  press('н');
  expect(store.periodMarks.get(periodMarkKey(11, 2)).shown.value).toBe('н/а');
});

test('what cannot be entered says why and sends nothing', () => {
  press('ArrowRight', '5');
  expect(desk.notice()).toMatchObject({ problem: { kind: 'closed', why: 'future' } });
  desk.moveTo({ row: 0, col: 1 });
  press('7');
  expect(desk.notice()).toEqual({ kind: 'digit' });
  open({ canEdit: false });
  press('5');
  expect(desk.notice()).toMatchObject({ problem: { kind: 'closed', why: 'notYours' } });
  open({ noMarks: 'noMarksInThisGrade' });
  press('5');
  expect(desk.notice()).toMatchObject({ problem: { kind: 'noMarks', why: 'noMarksInThisGrade' } });
  press('н');
  expect(column(1)[0]).toBe('Н');
  open({ grading: 'credit' });
  press('5');
  expect(desk.notice()).toMatchObject({ problem: { kind: 'creditOnly' } });
  press('+');
  expect(column(1)[0]).toBe('зач');
});

test('digits go to the work that was chosen', () => {
  desk.chooseWork(102, 2);
  press('5');
  expect(column(1)[0]).toBe('– 5');
  desk.chooseWork(102, 1);
  press('ArrowUp', '3');
  expect(store.cells.get(cellKey(102, 11)).shown.marks).toEqual([
    { work: 1, value: '3' },
    { work: 2, value: '5' },
  ]);
});

test('one key tells one cell and one pupil', () => {
  const told: string[] = [];
  for (const topic of ['cell:102:11', 'cell:102:12', 'pupil:11', 'pupil:12', 'widths']) {
    store.topics.subscribe(topic, () => told.push(topic));
  }
  move = 'stay';
  press('5');
  expect(new Set(told)).toEqual(new Set(['cell:102:11', 'pupil:11', 'widths']));
});

test('on ten points «1» waits for a «0» or the next key, other digits do not', () => {
  open({ scale: TEN_POINTS });
  press('7', '1', '0');
  expect(column(1)).toEqual(['7', '10', '']);
  desk.moveTo({ row: 0, col: 1 });
  press('0', '1');
  expect(store.cellView(cellKey(102, 12)).typing).toBe('1');
  // «15» is no mark: the «1» is entered, the «5» belongs to the next pupil.
  press('5');
  expect(column(1)).toEqual(['10', '1', '5']);
  desk.moveTo({ row: 0, col: 1 });
  press('1', 'Enter');
  expect(column(1)[0]).toBe('1');
  expect(desk.cursor().row).toBe(1);
  press('1', 'Escape');
  expect(column(1)[1]).toBe('1');
  press('9', 'н');
  expect(column(1).slice(1)).toEqual(['9', 'Н 5']);
});

test('a begun mark goes before the sign of the next cell, fills a selection, is one step back', () => {
  open({ scale: TEN_POINTS });
  press('1', 'н');
  expect(column(1).slice(0, 2)).toEqual(['1', 'Н']);
  desk.moveTo({ row: 0, col: 1 });
  desk.moveTo({ row: 1, col: 1 }, true);
  press('1', '0');
  expect(column(1).slice(0, 2)).toEqual(['10', 'Н 10']);
  press({ key: 'z', code: 'KeyZ', ctrl: true });
  expect(column(1).slice(0, 2)).toEqual(['1', 'Н']);
});

test('more marks in one cell are typed by digits too', () => {
  open({ scale: TEN_POINTS });
  move = 'stay';
  press('8', { key: '!', code: 'Digit1', shift: true }, '0');
  expect(column(1)[0]).toBe('8 10');
  desk.moveTo({ row: 1, col: 1 });
  press('6', ',', '1', '0');
  expect(column(1)[1]).toBe('6 10');
  press('4', '/', '7', '/', '1', 'Enter');
  expect(column(1)[1]).toBe('4 10/7/1');
});

test('the marks of a period are of five points where the scale says so', () => {
  open({ scale: { ...TEN_POINTS, periodsInFive: true } });
  press('9');
  desk.moveTo({ row: 0, col: 3 });
  expect(store.averages.of(11, quarter)).toMatchObject({ plain: '7,00', proposed: '3' });
  press('Enter', 'ArrowUp');
  expect(textAt(store, 0, 3)).toBe('3');
  press('9');
  expect(desk.notice()).toEqual({ kind: 'digit' });
  press('5');
  expect(textAt(store, 0, 3)).toBe('5');
  open({ scale: TEN_POINTS });
  desk.moveTo({ row: 1, col: 3 });
  press('1');
  expect(store.typingAt(periodTypingKey(12, 2))).toBe('1');
  press('0');
  expect(textAt(store, 1, 3)).toBe('10');
});

test('pasted marks of another scale are left alone and told', () => {
  open({ scale: TEN_POINTS });
  desk.paste('10\n11');
  expect(desk.notice()).toMatchObject({ kind: 'askPaste' });
  desk.answerPaste(true);
  expect(column(1).slice(0, 2)).toEqual(['10', '']);
});
