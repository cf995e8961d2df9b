import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { storeZip } from '../../tables/unzip';

/** A cell of a Word table: its paragraphs, how many columns it takes, how it goes on downwards. */
type WordCell = {
  readonly text: string;
  readonly span?: number;
  readonly down?: 'restart' | 'continue';
};
export type WordRow = readonly (string | number | WordCell)[];

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const paragraph = (text: string) =>
  `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

function cellXml(cell: WordRow[number]): string {
  const { text, span, down } = typeof cell === 'object' ? cell : { text: String(cell) };
  const properties = [
    span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
    down === undefined ? '' : down === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
  ].join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
}
const tableXml = (rows: readonly WordRow[]) =>
  `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A Word document of paragraphs and tables, as the office programs write it. */
export function docxOf(...parts: readonly (string | readonly WordRow[])[]): Buffer {
  const body = parts
    .map((part) => (typeof part === 'string' ? paragraph(part) : tableXml(part)))
    .join('');
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  return Buffer.from(
    storeZip(
      new Map([
        ['[Content_Types].xml', Buffer.from(types)],
        ['word/document.xml', Buffer.from(document)],
      ]),
    ),
  );
}

const HEAD: readonly WordRow[] = [
  [
    { text: '№ п/п', down: 'restart' },
    { text: 'Тема урока', down: 'restart' },
    { text: 'Количество часов', span: 3 },
    { text: 'Дата изучения', down: 'restart' },
    { text: 'Электронные цифровые образовательные ресурсы', down: 'restart' },
  ],
  [
    { text: '', down: 'continue' },
    { text: '', down: 'continue' },
    'Всего',
    'Контрольные работы',
    'Практические работы',
    { text: '', down: 'continue' },
    { text: '', down: 'continue' },
  ],
];
const lesson = (number: number, topic: string, control = '', practical = ''): WordRow => [
  number,
  topic,
  1,
  control,
  practical,
  '',
  'https://m.edsoo.ru/7f41',
];

/**
 * «Поурочное планирование» of the constructor of work programmes: a table of themes before it, a
 * header of two rows, the table going on after a page break with its header again, a last total.
 */
export const edsooDocx = (): Buffer =>
  docxOf(
    'ТЕМАТИЧЕСКОЕ ПЛАНИРОВАНИЕ',
    [
      ['№ п/п', 'Наименование разделов и тем программы', 'Количество часов'],
      [{ text: 'Раздел 1. Числа', span: 3 }],
      ['1.1', 'Рациональные числа', 4],
      [{ text: 'Итого по разделу', span: 2 }, 4],
    ],
    'ПОУРОЧНОЕ ПЛАНИРОВАНИЕ',
    [
      ...HEAD,
      [{ text: 'Раздел 1. Рациональные числа (3 часа)', span: 7 }],
      lesson(1, 'Понятие рационального числа'),
      lesson(2, 'Арифметические действия\nс рациональными числами', '', '0.5'),
      lesson(3, 'Контрольная работа по теме «Рациональные числа»', '1'),
    ],
    '',
    [
      ...HEAD,
      [{ text: 'Раздел 2. Степень', span: 7 }],
      lesson(4, 'Степень с натуральным показателем'),
      lesson(5, 'Подготовка к контрольной работе'),
      [{ text: 'ОБЩЕЕ КОЛИЧЕСТВО ЧАСОВ ПО ПРОГРАММЕ', span: 2 }, 5, 1, '0.5', '', ''],
    ],
  );

/** The typical table of a teacher: sections without a number, hours above one, a zero and a wrong one. */
export const TEACHERS_ROWS: readonly WordRow[] = [
  ['№', 'Тема', 'Кол-во часов', 'Дата план', 'Дата факт', 'Д/З', 'Примечание'],
  ['1', '2', '3', '4', '5', '6', '7'],
  ['', 'Раздел 1. Дроби (4 ч)', '4', '', '', '', ''],
  ['1-2', 'Основное свойство дроби', '2', '02.09', '', '§ 1, № 12', 'презентация'],
  ['3', 'Сложение дробей', '1 ч', '09.09', '', '§ 2', ''],
  ['4', 'К/р № 1 «Дроби»', '', '', '', '', ''],
  ['5', 'Резервный урок', '0', '', '', '', ''],
  ['6', 'Корни', 'два', '', '', '', ''],
  ['', 'Итого', '5', '', '', '', ''],
];
export const teachersDocx = (rows = TEACHERS_ROWS): Buffer =>
  docxOf('Календарно-тематическое планирование по алгебре', rows);

/** As many lessons as asked, in one table with hours: for a plan that agrees with its curriculum. */
export const plainDocx = (lessons: number): Buffer =>
  docxOf('Поурочное планирование', [
    ['№', 'Тема урока', 'Количество часов', 'Домашнее задание'],
    ...Array.from({ length: lessons }, (_, index) => [
      index + 1,
      index % 10 === 9 ? `Контрольная работа № ${(index + 1) / 10}` : `Тема ${index + 1} из файла`,
      1,
      `§ ${index + 1}`,
    ]),
  ]);

export const kundelikXlsx = async (): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: 'Импорт Кунделик',
          rows: [
            ['№', 'Дата', 'Тема', 'Домашнее задание'],
            [1, new Date(Date.UTC(2026, 8, 2)), 'Дроби', '§ 1'],
            [2, new Date(Date.UTC(2026, 8, 4)), 'Лабораторная работа № 1', '§ 2'],
          ],
        },
      ],
    }),
  );

export const ruobrCsv = (): Buffer =>
  iconv.encode(
    'Тема;Количество часов;Содержание\r\nДроби;2;Обыкновенные дроби\r\nЗачёт;1;\r\n',
    'win1251',
  );
