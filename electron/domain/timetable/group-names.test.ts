import { expect, test } from 'vitest';
import { guessMembers, nameParts } from './group-names';

const part = (groupNames: string[], divided: boolean, teachers: string[]) => ({
  lesson: { classes: ['8А'], groupNames, divided, teachers },
  className: '8А',
});

test('parts go by the names of the file', () => {
  const parts = [
    part(['8А-1'], true, ['А']),
    part(['8-А девочки'], true, ['Б']),
    part([], false, ['В']),
  ];
  expect(nameParts(parts).names).toEqual(['1 группа', 'девочки', '']);
});

test('without names they go by teachers, in one order whatever stands first', () => {
  const parts = [part([], true, ['Яшина']), part([], true, ['Белова']), part([], true, ['Яшина'])];
  expect(nameParts(parts)).toEqual({ names: ['2 группа', '1 группа', '2 группа'], unclear: false });
  const three = ['А', 'Б', 'В'].map((teacher) => part([], true, [teacher]));
  expect(nameParts(three).names).toEqual(['1 группа (из 3)', '2 группа (из 3)', '3 группа (из 3)']);
});

test('one teacher of a divided class tells no parts', () => {
  expect(nameParts([part([], true, ['А']), part([], true, ['А'])])).toEqual({
    names: ['', ''],
    unclear: true,
  });
});

test('everybody is in exactly one part', () => {
  const members = [1, 2, 3, 4, 5].map((id) => ({
    id,
    sex: id % 2 ? ('male' as const) : ('female' as const),
  }));
  const halves = ['1 группа', '2 группа'];
  expect(halves.map((name) => guessMembers(name, halves, members))).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  const bySex = ['девочки', 'мальчики'];
  expect(bySex.map((name) => guessMembers(name, bySex, members))).toEqual([
    [2, 4],
    [1, 3, 5],
  ]);
});
