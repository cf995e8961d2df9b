import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { officeParts, open, problemOf } from './testing';
import { storeZip } from './unzip';

const roster = [
  ['Список 8-Б', null, null],
  ['ФИО', 'Дата рождения', 'Возраст'],
  ['Ёлкина Анна', new Date(Date.UTC(2012, 1, 29)), 13],
  ['Щукин «Ян»', null, 12.5],
];

const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }];
const xlsx = () => writeXlsx({ sheets: [{ name: '8-Б', rows: roster, merges }] });
const text = (value: string, encoding = 'utf-8') => iconv.encode(value, encoding);

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
