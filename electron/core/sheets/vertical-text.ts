import { brokenLines, textEms, unbreakable } from './text-fit';

const lineHeight = 1.06;
/** Room between the text and the lower edge, points. */
const foot = 2;

/**
 * An SVG picture, `width` by `height` points, of a text that reads from below upwards: the head of
 * a narrow column. It stays text in the PDF. The largest size up to `largest` is taken at which the
 * text, broken into as many lines as the width has room for, fits.
 */
export function verticalText(
  text: string,
  width: number,
  height: number,
  largest: number,
  fontFamily: string,
): string {
  const { size, lines } = fittingLines(text, width, height - 2 * foot, largest);
  const left = (width - lines.length * size * lineHeight) / 2;
  const drawn = lines.map((line, index) => {
    const x = left + (index + 0.8) * size * lineHeight;
    return (
      `<text transform="translate(${x.toFixed(2)} ${(height - foot).toFixed(2)}) rotate(-90)" ` +
      `font-family="${fontFamily}" font-size="${size.toFixed(1)}">${escaped(line)}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
}

/** The height a vertical text asks for at that size, in a column so many points wide. */
export function verticalHeight(text: string, width: number, size: number): number {
  const lines = Math.max(1, Math.floor(width / (size * lineHeight)));
  return narrowest(text, lines) * size + 2 * foot;
}

function fittingLines(text: string, width: number, height: number, largest: number) {
  for (let size = largest; ; size -= 0.5) {
    const lines = brokenLines(text, height / size);
    const cutsWord = lines.some((line) => line.endsWith('-') && !text.includes(line));
    const fits = lines.length * size * lineHeight <= width;
    if (fits && !cutsWord) return { size, lines: brokenLines(text, narrowest(text, lines.length)) };
    if (size <= 4) return { size, lines };
  }
}

/** The least line length, in ems, at which the text takes so many lines: they come out even. */
function narrowest(text: string, lines: number): number {
  let ems = Math.max(...unbreakable(text).map(textEms)) + 0.01;
  while (brokenLines(text, ems).length > lines) ems += 0.25;
  return ems;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
