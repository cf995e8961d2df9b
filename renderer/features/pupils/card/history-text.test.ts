import { expect, test } from 'vitest';
import type { CardChange } from '#contract/pupils';
import { changeLines } from './history-text';

const change = (
  entity: string,
  before: CardChange['before'],
  after: CardChange['after'],
): CardChange => ({ at: '', actor: '', action: '', entity, before, after });

test('a field says what it was and what it became, in words and dates of paper', () => {
  expect(
    changeLines(
      change(
        'pupil',
        { birthDate: null, educationForm: 'fullTime', note: 'male' },
        { birthDate: '2012-05-01', educationForm: 'home', note: 'given' },
      ),
    ),
  ).toEqual([
    { what: 'Дата рождения', before: '—', after: '01.05.2012' },
    { what: 'Форма обучения', before: 'очная', after: 'обучение на дому' },
    // What a person wrote stays as it was written.
    { what: 'Заметка', before: 'male', after: 'given' },
  ]);
});

test('what came and what went away is told by what it was', () => {
  const link = { name: 'Абрамова Анна', relation: 'mother', main: true };
  expect(changeLines(change('pupilRepresentative', link, null))).toEqual([
    {
      what: 'Связь с представителем: Фамилия, имя, отчество',
      before: 'Абрамова Анна',
      after: '—',
    },
    { what: 'Связь с представителем: Кем приходится', before: 'Мать', after: '—' },
    { what: 'Связь с представителем: Звонить первым', before: 'да', after: '—' },
  ]);
});

test('of health and photographs only that they changed', () => {
  expect(changeLines(change('health', { version: 1 }, { version: 2 }))).toEqual([
    { what: 'Листок здоровья', before: '', after: 'изменён' },
  ]);
  expect(changeLines(change('pupilPhoto', null, { photo: true }))).toEqual([
    { what: 'Фотография', before: '—', after: 'есть' },
  ]);
});
