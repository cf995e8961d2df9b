import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readTableFile } from './read-table-file';
import { officeParts, open, problemOf } from './testing';
import { readZipDirectory, storeZip, unzipParts } from './unzip';

const roster = [
  ['ФИО', 'Дата рождения'],
  ['Ёлкина Анна', new Date(Date.UTC(2012, 1, 29))],
];
const text = (value: string, encoding = 'utf-8') => iconv.encode(value, encoding);

describe('hostile files', () => {
  /** Far above what is needed: other work may share the machine. */
  const quick = { timeout: 20_000 };

  /** One part packed hundreds of times smaller than it is. */
  function bomb(part: string, content: Buffer, promised = content.length): Uint8Array {
    const packed = deflateRawSync(content, { level: 1 });
    const parts: [string, Buffer][] = [
      ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      [part, packed],
    ];
    const zip = Buffer.from(storeZip(new Map(parts)));
    // Turn the stored part into a deflated one that promises `promised` bytes.
    const patch = (signature: number, method: number, size: number, nameAt: number) => {
      for (let at = 0; at < zip.length - 46; at += 1) {
        if (zip.readUInt32LE(at) !== signature) continue;
        if (zip.subarray(at + nameAt, at + nameAt + part.length).toString() !== part) continue;
        zip.writeUInt16LE(8, at + method);
        zip.writeUInt32LE(promised, at + size);
      }
    };
    patch(0x04034b50, 8, 22, 30);
    patch(0x02014b50, 10, 24, 46);
    return zip;
  }

  test('a zip bomb is refused by what it promises, and by what it does', quick, async () => {
    const zeros = Buffer.alloc(80_000_000, 32);
    expect(await problemOf(bomb('xl/worksheets/sheet1.xml', zeros))).toMatchObject({
      code: 'tooLarge',
      what: 'unpacked',
    });
    expect((await problemOf(bomb('content.xml', zeros, 1_000))).code).toBe('damaged');
  });

  test('two cells in opposite corners, and repeats without end', quick, async () => {
    const repeated = officeParts(
      '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row></table:table>',
    );
    expect(await problemOf(repeated)).toMatchObject({ code: 'tooLarge', what: 'cells' });
    const sheet = Buffer.from(
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    );
    const parts = new Map([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/worksheets/sheet1.xml', sheet],
    ]);
    expect(await problemOf(storeZip(parts))).toMatchObject({ code: 'tooLarge', what: 'cells' });
  });

  test('too many cells, too many bytes', quick, async () => {
    expect(await problemOf(Buffer.alloc(50_000_000, 'а;б\n'), 'а.csv')).toMatchObject({
      code: 'tooLarge',
      what: 'file',
    });
    expect(await problemOf(Buffer.alloc(19_000_000, '1;2\n'), 'а.csv')).toMatchObject({
      code: 'tooLarge',
      what: 'cells',
    });
  });

  test.each([';', '"', '\n', 'а', '";', '"\n'])('%j without end', quick, async (piece) => {
    const { code } = await problemOf(Buffer.alloc(19_000_000, piece), 'а.csv');
    expect(['damaged', 'tooLarge', 'empty']).toContain(code);
  });

  test('deep nesting and entities stay as they are', quick, async () => {
    const deep = `${'<text:span>'.repeat(200_000)}x`;
    const file = await open(
      officeParts(
        `<!DOCTYPE a [<!ENTITY b "bbbb">]><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>&b;${deep}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    );
    expect(file.sheets[0]?.rows).toEqual([['&b;x']]);
  });

  test('hundreds of mutated files neither throw nor hang', { timeout: 60_000 }, async () => {
    const sources = [
      await writeXlsx({ sheets: [{ name: 'a', rows: roster }] }),
      await writeOds({ sheets: [{ name: 'a', rows: roster }] }),
      text('ФИО;Класс\r\n"Иванов";8-Б\r\n'),
      text('ФИО\tКласс\r\nИванов\t8-Б\r\n', 'utf-16le'),
    ];
    const seen = new Set<string>();
    const change = fc.record({
      source: fc.constantFrom(...sources),
      bytes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      keep: fc.double({ min: 0.2, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ source, bytes, keep }) => {
        const mutated = Uint8Array.from(source.subarray(0, Math.ceil(source.length * keep)));
        for (const [at, byte] of bytes) mutated[at % mutated.length] = byte;
        const result = await readTableFile(mutated, 'файл.xlsx');
        seen.add(result.ok ? 'read' : result.problem.code);
      }),
      { numRuns: 400 },
    );
    expect(seen).toContain('read');
    expect(seen).toContain('damaged');
  });

  test(
    'broken XML inside a sound archive neither throws nor hangs',
    { timeout: 60_000 },
    async () => {
      const unpacked = [
        await writeXlsx({
          sheets: [
            {
              name: 'a',
              rows: roster,
              merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
            },
          ],
        }),
        await writeOds({ sheets: [{ name: 'a', rows: roster }] }),
      ].map((bytes) => unzipParts(bytes, readZipDirectory(bytes), () => true));
      const seen = new Set<string>();
      const change = fc.record({
        parts: fc.constantFrom(...unpacked),
        cut: fc.tuple(fc.nat(), fc.nat(40)),
        pasted: fc.constantFrom(
          '',
          '<',
          '"',
          '>',
          '</',
          '999999999',
          '-1',
          'A0',
          '&#x0;',
          '<!--',
          '<c r="ZZZ9">',
        ),
      });
      await fc.assert(
        fc.asyncProperty(change, fc.nat(), async ({ parts, cut: [at, length], pasted }, which) => {
          const names = [...parts.keys()].filter((name) =>
            /content|sheet1|workbook|shared|styles/u.test(name),
          );
          const chosen = names[which % names.length] ?? '';
          const broken = new Map(parts);
          const xml = parts.get(chosen)?.toString() ?? '';
          const from = at % xml.length;
          broken.set(chosen, Buffer.from(xml.slice(0, from) + pasted + xml.slice(from + length)));
          const result = await readTableFile(storeZip(broken), 'файл.xlsx');
          seen.add(result.ok ? 'read' : result.problem.code);
        }),
        { numRuns: 500 },
      );
      expect(seen).toContain('read');
    },
  );
});
