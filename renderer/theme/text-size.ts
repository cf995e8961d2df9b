/** Text size of the program in percent of the usual. */
export const TEXT_SIZES = [90, 100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'school-journal:text-size';
const listeners = new Set<() => void>();

/** The size this computer keeps; 100 where none was chosen. */
export function storedTextSize(): TextSize {
  const kept = Number(localStorage.getItem(KEY));
  return TEXT_SIZES.find((size) => size === kept) ?? 100;
}

/** Everything is measured in rem, so the root size moves it all. */
export function applyTextSize(size: TextSize): void {
  document.documentElement.style.fontSize = `${size}%`;
  localStorage.setItem(KEY, String(size));
  for (const tell of listeners) tell();
}

/** The next size up or down; the usual one for 0. */
export function changeTextSize(by: 1 | -1 | 0): void {
  const now = TEXT_SIZES.indexOf(storedTextSize());
  const next = by === 0 ? 100 : TEXT_SIZES[now + by];
  if (next !== undefined) applyTextSize(next);
}

export function followTextSize(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
