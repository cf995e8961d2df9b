import { expect, test } from 'vitest';
import { nextZoom, zoomFactor } from './zoom';

test('fit makes the page as wide as the room', () => {
  // A4 on its side is 841.89 points, at 96 dpi 1122.5 px.
  expect(zoomFactor('fit', 1122.5, 841.89)).toBeCloseTo(1, 3);
  expect(zoomFactor('fit', 561.25, 841.89)).toBeCloseTo(0.5, 3);
});

test('a fixed size does not ask how much room there is', () => {
  expect(zoomFactor(1, 300, 841.89)).toBe(1);
  expect(zoomFactor(100, 300, 841.89)).toBe(4);
});

test('no room yet gives the smallest page, not a broken one', () => {
  expect(zoomFactor('fit', 0, 841.89)).toBe(0.2);
  expect(zoomFactor('fit', 900, 0)).toBe(1);
});

test('plus and minus go by steps from wherever one is', () => {
  expect(nextZoom(1, 1)).toBe(1.1);
  expect(nextZoom(1, -1)).toBe(0.9);
  expect(nextZoom(0.93, 1)).toBe(1);
  expect(nextZoom(0.93, -1)).toBe(0.9);
  expect(nextZoom(4, 1)).toBe(4);
  expect(nextZoom(0.2, -1)).toBe(0.25);
});
