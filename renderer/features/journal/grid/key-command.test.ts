import { expect, test } from 'vitest';
import { keyCommand, type KeyInput } from './key-command';

const press = (key: string, code: string, change: Partial<KeyInput> = {}, filled = false) =>
  keyCommand({ key, code, ctrl: false, shift: false, alt: false, ...change }, filled);

test.each([
  ['н', 'KeyY', 'absent'],
  ['Н', 'KeyY', 'absent'],
  ['y', 'KeyY', 'absent'],
  ['б', 'Comma', 'ill'],
  [',', 'Comma', 'ill'],
  ['у', 'KeyE', 'excused'],
  ['e', 'KeyE', 'excused'],
  ['о', 'KeyJ', 'late'],
  ['j', 'KeyJ', 'late'],
])('«%s» on %s is %s in an empty cell', (key, code, attendance) =>
  expect(press(key, code)).toEqual({ do: 'attendance', attendance }),
);

test('the comma of the Latin layout parts marks where there is one, the Russian one always', () => {
  expect(press(',', 'Comma', {}, true)).toEqual({ do: 'comma' });
  expect(press('б', 'Comma', {}, true)).toEqual({ do: 'attendance', attendance: 'ill' });
  expect(press(',', 'Slash', { shift: true })).toEqual({ do: 'comma' });
});

test('a debt is typed by the dot of either layout', () => {
  expect(press('.', 'Slash')).toEqual({ do: 'debt' });
  expect(press('.', 'Period')).toEqual({ do: 'debt' });
  expect(press('ю', 'Period')).toEqual({ do: 'debt' });
  expect(press('/', 'Slash')).toEqual({ do: 'debt' });
  expect(press('/', 'Slash', {}, true)).toEqual({ do: 'slash' });
  expect(press('/', 'Backslash', { shift: true }, true)).toEqual({ do: 'slash' });
});

test('digits of both rows; with Shift one more mark', () => {
  expect(press('5', 'Digit5')).toEqual({ do: 'digit', digit: '5' });
  expect(press('5', 'Numpad5')).toEqual({ do: 'digit', digit: '5' });
  expect(press('"', 'Digit2', { shift: true })).toEqual({ do: 'more', digit: '2' });
  expect(press('@', 'Digit2', { shift: true })).toEqual({ do: 'more', digit: '2' });
});

test('letters with Ctrl and Alt go by the physical key', () => {
  expect(press('я', 'KeyZ', { ctrl: true })).toEqual({ do: 'undo' });
  expect(press('Я', 'KeyZ', { ctrl: true, shift: true })).toEqual({ do: 'redo' });
  expect(press('н', 'KeyY', { ctrl: true })).toEqual({ do: 'redo' });
  expect(press('в', 'KeyD', { ctrl: true })).toEqual({ do: 'fillDown' });
  expect(press('л', 'KeyK', { alt: true })).toEqual({ do: 'kind' });
  expect(press('Л', 'KeyK', { alt: true, shift: true })).toEqual({ do: 'oneMoreWork' });
  expect(press('2', 'Digit2', { alt: true })).toEqual({ do: 'work', position: 2 });
  expect(press('0', 'Digit0', { alt: true })).toBeUndefined();
  expect(press('ю', 'Period', { alt: true })).toEqual({ do: 'nextDebt' });
  expect(press('.', 'Slash', { alt: true })).toEqual({ do: 'nextDebt' });
  expect(press('ArrowUp', 'ArrowUp', { alt: true })).toEqual({ do: 'neighbour', by: -1 });
  expect(press('с', 'KeyC', { ctrl: true })).toBeUndefined();
});

test('moving', () => {
  expect(press('ArrowLeft', 'ArrowLeft')).toEqual({ do: 'move', to: 'left', extend: false });
  expect(press('ArrowLeft', 'ArrowLeft', { shift: true })).toMatchObject({ extend: true });
  expect(press('ArrowLeft', 'ArrowLeft', { ctrl: true })).toMatchObject({ do: 'edge' });
  expect(press('Enter', 'Enter', { shift: true })).toEqual({ do: 'step', to: 'up' });
  expect(press('Tab', 'Tab')).toEqual({ do: 'step', to: 'right' });
  expect(press('End', 'End')).toEqual({ do: 'today' });
  expect(press('ф', 'KeyA')).toEqual({ do: 'unknown', key: 'ф' });
  expect(press('F5', 'F5')).toBeUndefined();
});
