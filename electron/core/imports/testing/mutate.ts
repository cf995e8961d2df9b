import iconv from 'iconv-lite';
import { randomOf } from '#domain/demo/random';
import { readZipDirectory, storeZip, unzipParts } from '../../tables/unzip';

/** A damaged file, and by what: a failure names the mutation that did it. */
export type MutatedFile = { readonly bytes: Uint8Array; readonly how: string };

/** A whole number from 0 to below `below`. */
type Dice = (below: number) => number;

const pick = <Value>(dice: Dice, values: readonly [Value, ...Value[]]): Value =>
  values[dice(values.length)] ?? values[0];

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

type BytesMutation = (bytes: Buffer, dice: Dice) => Buffer;
type TextMutation = (text: string, dice: Dice) => string;

const chunkOf = (length: number, dice: Dice): readonly [number, number] => {
  const from = dice(length);
  return [from, Math.min(length, from + 1 + dice(Math.min(2_000, length)))];
};

/** What may happen to any file on its way: a bad stick, a broken download, a wrong program. */
const byteMutations: Readonly<Record<string, BytesMutation>> = {
  flips: (bytes, dice) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + dice(12); left > 0; left -= 1) changed[dice(changed.length)] = dice(256);
    return changed;
  },
  cut: (bytes, dice) => bytes.subarray(0, dice(bytes.length)),
  beheaded: (bytes, dice) => bytes.subarray(dice(Math.min(400, bytes.length))),
  removed: (bytes, dice) => {
    const [from, to] = chunkOf(bytes.length, dice);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  doubled: (bytes, dice) => {
    const [from, to] = chunkOf(bytes.length, dice);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  moved: (bytes, dice) => {
    const [from, to] = chunkOf(bytes.length, dice);
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    const at = dice(rest.length + 1);
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at)]);
  },
  zeros: (bytes, dice) => {
    const [from, to] = chunkOf(bytes.length, dice);
    return Buffer.from(bytes).fill(0, from, to);
  },
};

const NUMBERS = [
  '0',
  '-1',
  '13',
  '99999999999999999999',
  '1e308',
  '-1e-308',
  'NaN',
  'Infinity',
  '2147483648',
  '0x7fffffff',
  '1,5',
] as const;
const WORDS = [
  '',
  ' ',
  '\u0000',
  '\uFFFD',
  '\u202E',
  '__proto__',
  'constructor',
  'toString',
  '<',
  '>',
  '&#x0;',
  '&#xFFFFFFF;',
  '&b9;',
  ']]>',
  '<!--',
  '"',
  "'",
  ';',
  '\n',
  '\r',
  '=1+1',
  'Ё'.repeat(3_000),
  '31.02.2027',
] as const;

/** What a person or another program may do to the text of a file. */
const textMutations: Readonly<Record<string, TextMutation>> = {
  number: (text, dice) => {
    const numbers = [...text.matchAll(/\d+/gu)];
    const found = numbers[dice(numbers.length)];
    if (found === undefined) return text;
    return `${text.slice(0, found.index)}${pick(dice, NUMBERS)}${text.slice(found.index + found[0].length)}`;
  },
  word: (text, dice) => {
    const words = [...text.matchAll(/[\p{L}\d]+/gu)];
    const found = words[dice(words.length)];
    if (found === undefined) return text;
    return `${text.slice(0, found.index)}${pick(dice, WORDS)}${text.slice(found.index + found[0].length)}`;
  },
  pasted: (text, dice) => {
    const at = dice(text.length + 1);
    return text.slice(0, at) + pick(dice, WORDS) + text.slice(at);
  },
  linesSwapped: (text, dice) => {
    const lines = text.split('\n');
    const [one, other] = [dice(lines.length), dice(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return lines.join('\n');
  },
  columnsSwapped: (text, dice) => {
    const delimiter = [';', '\t', ','].find((one) => text.includes(one)) ?? ';';
    const width = text.split('\n', 1)[0]?.split(delimiter).length ?? 1;
    const [one, other] = [dice(width), dice(width)];
    return text
      .split('\n')
      .map((line) => {
        const cells = line.split(delimiter);
        const cell = cells[one];
        cells[one] = cells[other] ?? '';
        cells[other] = cell ?? '';
        return cells.join(delimiter);
      })
      .join('\n');
  },
  /** One attribute or element is called as another: its columns are swapped. */
  namesSwapped: (text, dice) => {
    const names = [...new Set([...text.matchAll(/[a-z_]{2,}(?==")|(?<=<)\w+/giu)].map(([n]) => n))];
    const [one, other] = [names[dice(names.length)], names[dice(names.length)]];
    if (one === undefined || other === undefined) return text;
    const mark = '\u0001';
    return text.replaceAll(one, mark).replaceAll(other, one).replaceAll(mark, other);
  },
  deep: (text, dice) => {
    const tags = [...text.matchAll(/</gu)];
    const at = tags[dice(tags.length)]?.index ?? dice(text.length + 1);
    const depth = pick(dice, [30, 70, 400, 20_000]);
    const closed = dice(2) === 0 ? '</a>'.repeat(depth) : '';
    return `${text.slice(0, at)}${'<a>'.repeat(depth)}${closed}${text.slice(at)}`;
  },
  bomb: (text) => {
    const entities = Array.from({ length: 10 }, (_, level) =>
      level === 0
        ? '<!ENTITY b0 "бомба">'
        : `<!ENTITY b${level} "${`&b${level - 1};`.repeat(10)}">`,
    );
    const head = /^\uFEFF?(?:<\?[^>]*\?>)?\s*/u.exec(text)?.[0] ?? '';
    const body = text.slice(head.length).replace('="', '="&b9;');
    return `${head}<!DOCTYPE x [${entities.join('')}]>${body}`;
  },
};

const ENCODINGS = ['utf-16le', 'utf-16be', 'cp866', 'koi8-r', 'windows-1251', 'latin1'] as const;

function mutateText(bytes: Buffer, dice: Dice): { bytes: Buffer; how: string } {
  const isUtf8 = bytes.equals(Buffer.from(bytes.toString('utf8')));
  const encoding = isUtf8 ? 'utf-8' : 'windows-1251';
  let text = iconv.decode(bytes, encoding, { stripBOM: false });
  const names = Object.keys(textMutations);
  const how: string[] = [];
  for (let left = 1 + dice(3); left > 0; left -= 1) {
    const name = names[dice(names.length)] ?? '';
    how.push(name);
    text = textMutations[name]?.(text, dice) ?? text;
  }
  const other = dice(5) === 0 ? pick(dice, ENCODINGS) : encoding;
  if (other !== encoding) how.push(other);
  return { bytes: iconv.encode(text, other), how: how.join(' ') };
}

/** An archive that is whole outside, with one part of it damaged, missing, or called otherwise. */
function mutatePart(bytes: Buffer, dice: Dice): { bytes: Uint8Array; how: string } {
  const parts = unzipParts(bytes, readZipDirectory(bytes), () => true);
  const names = [...parts.keys()];
  const name = names[dice(names.length)] ?? '';
  const part = parts.get(name) ?? Buffer.alloc(0);
  if (dice(12) === 0) {
    parts.delete(name);
    return { bytes: storeZip(parts), how: `${name} missing` };
  }
  const changed = part.length > 0 && dice(4) > 0 ? mutateText(part, dice) : mutateBytes(part, dice);
  parts.set(name, changed.bytes);
  return { bytes: storeZip(parts), how: `${name}: ${changed.how}` };
}

function mutateBytes(bytes: Buffer, dice: Dice): { bytes: Buffer; how: string } {
  const names = Object.keys(byteMutations);
  const how = names[dice(names.length)] ?? '';
  return { bytes: bytes.length === 0 ? bytes : (byteMutations[how]?.(bytes, dice) ?? bytes), how };
}

/**
 * Damages sound files in as many ways as asked, the same ways for the same seed: flipped, cut,
 * removed, doubled and moved bytes; wrong encodings; huge numbers and odd words; swapped lines,
 * columns and names; deep nesting and entity bombs; parts of archives damaged or missing.
 */
export function* mutatedFiles(
  sources: readonly Uint8Array[],
  count: number,
  seed: number,
): Generator<MutatedFile> {
  const random = randomOf(seed);
  const dice: Dice = (below) => random.between(0, Math.max(0, below - 1));
  for (let index = 0; index < count; index += 1) {
    const source = Buffer.from(sources[index % sources.length] ?? new Uint8Array());
    const inside = dice(3) > 0;
    if (!inside) yield mutateBytes(source, dice);
    else if (isZip(source)) yield mutatePart(source, dice);
    else yield mutateText(source, dice);
  }
}
