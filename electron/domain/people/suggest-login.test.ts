import { describe, expect, test } from 'vitest';
import { suggestLogin, transliterate } from './suggest-login';

describe('transliterate', () => {
  test('every Russian letter becomes Latin ones', () => {
    const latin = transliterate('АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ');
    expect(latin).toMatch(/^[a-z]+$/);
    expect(transliterate('Щербакова Юлия')).toBe('shcherbakova iuliia');
  });
});

describe('suggestLogin', () => {
  const maria = { lastName: 'Иванова', firstName: 'Мария', middleName: 'Петровна' };

  test('surname and initials', () => {
    expect(suggestLogin(maria)).toBe('ivanova.mp');
    expect(suggestLogin({ ...maria, middleName: '' })).toBe('ivanova.m');
    expect(suggestLogin({ lastName: 'Римский-Корсаков', firstName: '', middleName: '' })).toBe(
      'rimskii-korsakov',
    );
  });

  test('a namesake gets the next free number', () => {
    expect(suggestLogin(maria, ['Ivanova.MP', 'ivanova.mp2'])).toBe('ivanova.mp3');
  });

  test('nothing without a surname', () => {
    expect(suggestLogin({ ...maria, lastName: '  ' })).toBe('');
  });
});
