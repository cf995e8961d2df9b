/**
 * How wide a text is in a Times-like face, well enough to choose a font size before the pages are
 * laid out. The widths are a little above the real ones: what fits here, fits on paper.
 */
const classes: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[\s.,:;'’·|!il/\\-]/, 0.34],
  [/[()[\]I]/, 0.36],
  [/[абвгезсктуэьяё]/, 0.49],
  [/[ШЩЖЮМФЫЪW№%@]/, 1.02],
  [/[шщжюмфыm]/, 0.8],
  [/[А-ЯЁA-Z]/, 0.74],
  [/[\da-zа-я–«»]/, 0.53],
];

/** The width of the text at font size 1. */
export function textEms(text: string): number {
  let sum = 0;
  for (const letter of text) sum += classes.find(([letters]) => letters.test(letter))?.[1] ?? 1;
  return sum;
}

/** The largest size up to `largest` at which the text keeps within the width, in points. */
export function fittingSize(text: string, width: number, largest: number): number {
  const ems = textEms(text);
  return ems * largest <= width ? largest : Math.floor((width / ems) * 10) / 10;
}

/** The pieces of the text that are not broken over lines. */
export function unbreakable(text: string): string[] {
  return text.split(/\s|(?<=-)/);
}

/** As `fittingSize`, for a text that may be broken between its words and after its hyphens. */
export function fittingWordSize(text: string, width: number, largest: number): number {
  return Math.min(largest, ...unbreakable(text).map((word) => fittingSize(word, width, largest)));
}

/**
 * The text broken into lines no wider than `ems`, after words and hyphens; a single longer word is
 * cut with a hyphen.
 */
export function brokenLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/(?<=[\s-])/)) {
    if (line !== '' && textEms((line + word).trimEnd()) > ems) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
    while (textEms(line.trimEnd()) > ems && line.trimEnd().length > 2) {
      const cut = cutAt(line, ems);
      lines.push(`${line.slice(0, cut)}-`);
      line = line.slice(cut);
    }
  }
  return [...lines, line.trimEnd()];
}

/** How many letters, two at least, go on a line with a hyphen after them. */
function cutAt(word: string, ems: number): number {
  let cut = 2;
  while (textEms(`${word.slice(0, cut + 1)}-`) <= ems) cut += 1;
  return cut;
}
