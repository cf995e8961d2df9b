import { expect, test } from 'vitest';
import { docxOf } from '../imports/testing/sample-plans';
import { readDocxTables } from './read-docx';
import { readTableFile } from './read-table-file';
import { storeZip } from './unzip';

const sheetsOf = async (bytes: Uint8Array) => {
  const result = await readTableFile(bytes, 'план.docx', { withWord: true });
  if (!result.ok) throw new Error(result.problem.code);
  return result.file.sheets;
};

test('merged cells are spans, paragraphs lines, a table is named by the paragraph above', async () => {
  const [sheet] = await sheetsOf(
    docxOf('Алгебра & геометрия', [
      [
        { text: 'А', down: 'restart' },
        { text: 'Б', span: 2 },
      ],
      [{ text: '', down: 'continue' }, 'В\nГ', 'Д'],
    ]),
  );
  expect(sheet).toEqual({
    name: 'Алгебра & геометрия',
    rows: [
      ['А', 'Б', null],
      [null, 'В\nГ', 'Д'],
    ],
    merges: [
      { fromRow: 0, fromColumn: 1, toRow: 0, toColumn: 2 },
      { fromRow: 0, fromColumn: 0, toRow: 1, toColumn: 0 },
    ].toSorted((a, b) => a.fromColumn - b.fromColumn),
  });
});

test('a table that goes on after a page break is one; another heading begins another', async () => {
  const rows = [['1', 'А']];
  const sheets = await sheetsOf(
    docxOf('План', rows, '', rows, 'Продолжение таблицы', rows, 'Другой план', rows),
  );
  expect(sheets.map(({ name, rows: lines }) => [name, lines.length])).toEqual([
    ['План', 3],
    ['Другой план', 1],
  ]);
});

test('what a revision took out is not read; a table in a cell is its text', () => {
  const inner = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>внутри</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  const xml = `<w:document><w:body><w:tbl><w:tr><w:tc><w:p><w:del><w:r><w:t>старое</w:t></w:r></w:del><w:ins><w:r><w:t>новое</w:t></w:r></w:ins></w:p>${inner}</w:tc></w:tr></w:tbl></w:body></w:document>`;
  expect(readDocxTables(xml)[0]?.rows).toEqual([['новое\nвнутри']]);
});

test('a document is a table only where a plan is asked for; old Word is told', async () => {
  const bytes = docxOf('План', [['1', 'А']]);
  expect(await readTableFile(bytes, 'план.docx')).toEqual({
    ok: false,
    problem: { code: 'notASpreadsheet' },
  });
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(64),
    Buffer.from('WordDocument', 'utf16le'),
  ]);
  expect(await readTableFile(old, 'план.doc', { withWord: true })).toEqual({
    ok: false,
    problem: { code: 'oldWord' },
  });
});

test('a hostile document is refused: a span over millions, a cut text', async () => {
  const wide = docxOf('План', [[{ text: 'А', span: 1_000_000 }]]);
  const cut = storeZip(new Map([['word/document.xml', Buffer.from('<w:document><w:tbl')]]));
  for (const bytes of [wide, cut]) {
    expect(await readTableFile(bytes, 'план.docx', { withWord: true })).toEqual({
      ok: false,
      problem: { code: 'damaged' },
    });
  }
});
