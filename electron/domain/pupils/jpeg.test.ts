import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestJpeg } from './testing/smallest-jpeg';
import { isJpeg } from './jpeg';

test('a picture is one; without its end, its frame or its beginning it is none', () => {
  const jpeg = smallestJpeg();
  expect(isJpeg(jpeg)).toBe(true);
  expect(isJpeg(jpeg.subarray(0, -2))).toBe(false);
  expect(isJpeg(jpeg.subarray(2))).toBe(false);
  const withoutFrame = Uint8Array.from(jpeg);
  const sof = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0);
  withoutFrame[sof + 1] = 0xe5;
  expect(isJpeg(withoutFrame)).toBe(false);
});

test('another file between the first and the last bytes of a JPEG is none', () => {
  const script = new TextEncoder().encode('<script>alert(1)</script>');
  expect(isJpeg(Uint8Array.from([0xff, 0xd8, ...script, 0xff, 0xd9]))).toBe(false);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(isJpeg(bytes)).toBe(false);
      expect(isJpeg(Uint8Array.from([0xff, 0xd8, 0x00, ...bytes, 0xff, 0xd9]))).toBe(false);
    }),
  );
});
