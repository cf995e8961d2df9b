import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { TableFile, TableFileProblem } from '#domain/import/table';
import { readTableFile } from './read-table-file';
import { storeZip } from './unzip';

const roster = [
  ['Список 8-Б', null, null],
  ['ФИО', 'Дата рождения', 'Возраст'],
  ['Ёлкина Анна', new Date(Date.UTC(2012, 1, 29)), 13],
  ['Щукин «Ян»', null, 12.5],
];

async function open(bytes: Uint8Array, name = 'список.xlsx'): Promise<TableFile> {
  const result = await readTableFile(bytes, name);
  if (!result.ok) throw new Error(result.problem.code);
  return result.file;
}

async function problemOf(bytes: Uint8Array, name = 'список.xlsx'): Promise<TableFileProblem> {
  const result = await readTableFile(bytes, name);
  if (result.ok) throw new Error('the file was read');
  return result.problem;
}

const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }];
const xlsx = () => writeXlsx({ sheets: [{ name: '8-Б', rows: roster, merges }] });
const text = (value: string, encoding = 'utf-8') => iconv.encode(value, encoding);

const officeParts = (content: string, extra: Record<string, string> = {}) =>
  storeZip(
    new Map(
      Object.entries({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': content,
        ...extra,
      }).map(([name, value]) => [name, Buffer.from(value)]),
    ),
  );

describe('workbooks', () => {
  test('XLSX gives values, days and merged cells', async () => {
    const file = await open(await xlsx(), 'какое-то имя.csv');
    expect(file.kind).toBe('xlsx');
    expect(file.sheets).toEqual([
      {
        name: '8-Б',
        rows: [
          ['Список 8-Б', null, null],
          ['ФИО', 'Дата рождения', 'Возраст'],
          ['Ёлкина Анна', { date: '2012-02-29' }, 13],
          ['Щукин «Ян»', null, 12.5],
        ],
        merges: [{ fromRow: 0, fromColumn: 0, toRow: 0, toColumn: 2 }],
      },
    ]);
  });

  test('ODS gives the same', async () => {
    const file = await open(await writeOds({ sheets: [{ name: '8-Б', rows: roster, merges }] }));
    expect(file.kind).toBe('ods');
    expect(file.sheets[0]?.rows[2]?.slice(0, 3)).toEqual([
      'Ёлкина Анна',
      { date: '2012-02-29' },
      13,
    ]);
    expect(file.sheets[0]?.merges).toEqual([{ fromRow: 0, fromColumn: 0, toRow: 0, toColumn: 2 }]);
  });

  test('ODS: header rows, repeats, notes and the million empty rows at the end', async () => {
    const file = await open(
      officeParts(`<office:document-content><table:table table:name="Лист">
        <table:table-header-rows><table:table-row>
          <table:table-cell office:value-type="string"><office:annotation><text:p>заметка</text:p></office:annotation><text:p>ФИО</text:p></table:table-cell>
        </table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated="2">
          <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>
          <table:table-cell/><table:table-cell office:value-type="string"><text:p>а &amp;<text:s text:c="2"/>б</text:p></table:table-cell>
          <table:table-cell table:style-name="ce1" table:number-columns-repeated="16380"/>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:style-name="x" table:number-columns-repeated="16384"/></table:table-row>
      </table:table></office:document-content>`),
    );
    const filled = [5, 5, null, 'а &  б'];
    expect(file.sheets).toEqual([
      { name: 'Лист', rows: [['ФИО'], [], [], filled, filled], merges: [] },
    ]);
  });
});

describe('text', () => {
  const value = fc
    .string({ unit: fc.constantFrom(...'абвЁёЯ №«»"12;,\t.'.split('')), maxLength: 8 })
    .filter((cell) => cell === cell.trim());
  const grid = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 8,
  });

  test.each(
    [';', ',', '\t'].flatMap((delimiter) =>
      ['utf-8', 'utf-8 with mark', 'win1251', 'utf-16le', 'utf-16le with mark'].map((encoding) => ({
        delimiter,
        encoding,
      })),
    ),
  )('delimiter $delimiter in $encoding', async ({ delimiter, encoding }) => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const head = ['Фамилия', 'Имя', 'Отчество'];
        const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const lines = [head, ...rows].map((row) => row.map(quote).join(delimiter)).join('\r\n');
        const [name = '', mark] = encoding.split(' ');
        const file = await open(
          iconv.encode(`${lines}\r\n`, name, { addBOM: mark !== undefined }),
          'а.csv',
        );
        expect(file.sheets[0]?.rows).toEqual(
          [head, ...rows].map((row) => row.map((cell) => (cell === '' ? null : cell))),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('unquoted windows-1251 with semicolons, as Excel saves it', async () => {
    const file = await open(
      text('Класс;ФИО\r\n8-Б;Иванов, Илья\r\n007;\r\n', 'win1251'),
      'школа/8-Б.csv',
    );
    expect(file.sheets).toEqual([
      {
        name: '8-Б',
        rows: [
          ['Класс', 'ФИО'],
          ['8-Б', 'Иванов, Илья'],
          ['007', null],
        ],
        merges: [],
      },
    ]);
  });

  test('a stray quote does not swallow the rest; sep= is obeyed', async () => {
    const stray = await open(text('а;б\n"ООО Ромашка;1\nв;г\n'));
    expect(stray.sheets[0]?.rows).toHaveLength(3);
    const told = await open(text('sep=,\nа,б;в\n'));
    expect(told.sheets[0]?.rows).toEqual([['а', 'б;в']]);
  });
});

describe('what is not a table', () => {
  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from(stream, 'utf16le'),
    ]);
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['spaces', text(' \n\n'), 'empty'],
    ['a picture', png, 'notASpreadsheet'],
    ['a page', text('<html><table><tr><td>1</td></tr></table></html>'), 'notASpreadsheet'],
    ['PDF', text('%PDF-1.7\n1 0 obj'), 'notASpreadsheet'],
    ['old Excel', ole('Workbook'), 'oldExcel'],
    ['old Word', ole('WordDocument'), 'notASpreadsheet'],
    ['encrypted Excel', ole('EncryptedPackage'), 'passwordProtected'],
    [
      'another archive',
      storeZip(new Map([['word/document.xml', Buffer.from('<a/>')]])),
      'notASpreadsheet',
    ],
    ['a broken sheet', officeParts('<table:table table:name="a'), 'damaged'],
    [
      'encrypted ODS',
      officeParts('??', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
      'passwordProtected',
    ],
  ])('%s', async (_, bytes, code) => {
    expect((await problemOf(bytes)).code).toBe(code);
  });

  test('an empty workbook is empty, a cut one damaged', async () => {
    expect(
      (await problemOf(await writeXlsx({ sheets: [{ name: 'a', rows: [[null]] }] }))).code,
    ).toBe('empty');
    const whole = await xlsx();
    expect((await problemOf(whole.subarray(0, whole.length - 100))).code).toBe('damaged');
  });
});

describe('hostile files', () => {
  const quick = { timeout: 5_000 };

  /** One part packed a thousand times smaller than it is. */
  function bomb(part: string, content: Buffer, promised = content.length): Uint8Array {
    const packed = deflateRawSync(content, { level: 9 });
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
    const zeros = Buffer.alloc(300_000_000, 32);
    expect(await problemOf(bomb('xl/worksheets/sheet1.xml', zeros))).toMatchObject({
      code: 'tooLarge',
      what: 'unpacked',
    });
    expect((await problemOf(bomb('content.xml', zeros, 1_000))).code).toBe('damaged');
  });

  test('two cells in opposite corners, and repeats without end', quick, async () => {
    const corner = await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] });
    expect(corner.length).toBeGreaterThan(0);
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
      await xlsx(),
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
});
