import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '#contract/errors';
import { errorTexts } from '../text/errors';
import { ConnectionError } from './connect';
import { errorText } from './error-text';

/** One example of data for every way a declared error can be told. */
function examples(code: ErrorCode): readonly unknown[] {
  const declared = ERRORS[code];
  if (!('data' in declared)) return [undefined];
  return Object.entries(declared.data.shape).flatMap(([key, schema]) => {
    if (schema instanceof z.ZodEnum) return schema.options.map((option) => ({ [key]: option }));
    return [{ [key]: schema instanceof z.ZodNumber ? 21 : 'A-17' }];
  });
}

const cases = (Object.keys(ERRORS) as ErrorCode[]).flatMap((code) =>
  examples(code)
    .filter((data) => {
      const declared = ERRORS[code];
      return !('data' in declared) || declared.data.safeParse(data).success;
    })
    .map((data) => ({ code, data })),
);

describe('every declared refusal', () => {
  test.each(cases)('$code $data', ({ code, data }) => {
    const { title, text } = errorText(
      new ORPCError(code, { defined: true, data, message: 'Internal words' }),
    );
    expect(title).toMatch(/[а-яё]/i);
    expect(title, 'a sentence').toMatch(/[.!]$/);
    expect(text).toMatch(/[.!]$/);
    // What is understood everywhere may stay Latin: formats, keys, the number for the log.
    const latin = `${title} ${text}`.replaceAll(
      /XLSX?|ODS|CSV|Excel|Word|\.docx?|\.fet|activities\.xml|LibreOffice|Caps Lock|Ctrl\+Z|A-17/g,
      '',
    );
    expect(latin).not.toMatch(/[a-z]/i);
  });

  test('no two say the same', () => {
    const titles = cases.map(
      ({ code, data }) => errorText(new ORPCError(code, { defined: true, data })).title,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('the number for the log is told, the seconds are counted', () => {
  expect(
    errorText(new ORPCError('INTERNAL', { defined: true, data: { incidentId: 'A-17' } })).text,
  ).toContain('A-17');
  const wait = (waitSeconds: number) =>
    errorText(new ORPCError('WRONG_PASSWORD', { defined: true, data: { waitSeconds } })).text;
  expect(wait(21)).toContain('через 21 секунду');
  expect(wait(3.2)).toContain('через 4 секунды');
  expect(wait(11)).toContain('через 11 секунд.');
  expect(wait(0)).not.toContain('через');
});

test('what is not declared never shows its own words', () => {
  expect(errorText(new Error('ENOENT /home/secret'))).toBe(errorTexts.unknown);
  expect(errorText(new ORPCError('TEAPOT', { message: 'short and stout' }))).toBe(
    errorTexts.unknown,
  );
  expect(errorText(new ORPCError('FORBIDDEN', { data: { why: 'whatever' } }))).toBe(
    errorTexts.unknown,
  );
  expect(errorText(new ORPCError('BAD_REQUEST', { defined: true }))).toBe(errorTexts.notAccepted);
  expect(errorText(new ConnectionError('port closed'))).toBe(errorTexts.connection);
});
