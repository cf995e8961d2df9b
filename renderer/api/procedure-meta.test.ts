import { expect, test } from 'vitest';
import { mayCall, takesRequestId } from './procedure-meta';

test('only commands with a requestId get one', () => {
  expect(takesRequestId(['journal', 'enterCell'])).toBe(true);
  expect(takesRequestId(['journal', 'page'])).toBe(false);
  expect(takesRequestId(['session', 'logIn'])).toBe(false);
  expect(takesRequestId(['journal', 'nothing'])).toBe(false);
  expect(takesRequestId(['__proto__', 'constructor'])).toBe(false);
});

test('access comes from the contract', () => {
  expect(mayCall(['teacher'], 'journal.enterCell')).toBe(true);
  expect(mayCall(['secretary'], 'journal.enterCell')).toBe(false);
  expect(mayCall([], 'school.overview')).toBe(true);
});
