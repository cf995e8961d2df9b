/** Text size of the program in percent of the usual. */
export const TEXT_SIZES = [90, 100, 110, 125, 150] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'school-journal:text-size';

/** The size this computer keeps; 100 where none was chosen. */
export function storedTextSize(): TextSize {
  const kept = Number(localStorage.getItem(KEY));
  return TEXT_SIZES.find((size) => size === kept) ?? 100;
}

/** Everything is measured in rem, so the root size moves it all. */
export function applyTextSize(size: TextSize): void {
  document.documentElement.style.fontSize = `${size}%`;
  localStorage.setItem(KEY, String(size));
}
