import { expect, test } from 'vitest';
import { isHardSubject, lastGoodLesson } from './hard-subjects';

test('hard is what stands at the upper end of the scale of the grade', () => {
  expect(isHardSubject('Математика', 3)).toBe(true);
  expect(isHardSubject('Окружающий мир', 3)).toBe(false);
  expect(isHardSubject('Русский язык', 6)).toBe(true);
  expect(isHardSubject('Русский язык', 9)).toBe(false);
  expect(isHardSubject('Физика', 7)).toBe(false);
  expect(isHardSubject('Физика', 9)).toBe(true);
  expect(isHardSubject('Алгебра и начала математического анализа', 11)).toBe(true);
  // Names that only begin alike are other subjects.
  expect(isHardSubject('Физическая культура', 11)).toBe(false);
});

test('hard work is best until the third lesson in primary classes, the fourth later', () => {
  expect([1, 4, 5, 11].map(lastGoodLesson)).toEqual([3, 3, 4, 4]);
});
