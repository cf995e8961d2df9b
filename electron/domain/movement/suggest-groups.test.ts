import { expect, test } from 'vitest';
import { suggestGroups } from './suggest-groups';

const groups = ['1 группа', '2 группа', 'мальчики', 'девочки'].map((name, id) => ({ id, name }));

test('the group of the same name, and that of the own sex', () => {
  const girl = { sex: 'female', groupNames: ['2 Группа', 'мальчики', 'хор'] } as const;
  expect(suggestGroups(girl, groups)).toEqual([1, 3]);
  expect(suggestGroups({ sex: null, groupNames: [] }, groups)).toEqual([]);
});
