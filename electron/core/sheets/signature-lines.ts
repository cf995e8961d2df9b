import type { Content, TableCell } from 'pdfmake/interfaces';

const widths = [140, 130, 10, 190];

/**
 * Lines to sign, «(подпись) (расшифровка)», one below the other; on the right the date and the
 * place of the seal. Points: 500 wide, with the right part 700.
 */
export function signatureLines(
  lines: readonly { readonly role: string; readonly name: string }[],
): Content {
  const blank: TableCell = { text: '', border: [false, false, false, false] };
  const rule = [false, false, false, true] as [boolean, boolean, boolean, boolean];
  const rows = lines.flatMap(({ role, name }): TableCell[][] => [
    [
      { text: role, border: [false, false, false, false], margin: [0, 10, 0, 0] },
      { text: '', border: rule },
      blank,
      { text: name, border: rule, alignment: 'center', margin: [0, 10, 0, 0] },
    ],
    [
      blank,
      { ...caption('(подпись)'), border: [false, false, false, false] },
      blank,
      { ...caption('(расшифровка)'), border: [false, false, false, false] },
    ],
  ]);
  return {
    columns: [
      {
        width: 500,
        table: { widths, body: rows },
        layout: {
          hLineWidth: () => 0.5,
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 0,
          paddingBottom: () => 0,
        },
      },
      {
        width: 200,
        margin: [0, 10, 0, 0],
        stack: [
          { text: '«____» ______________ 20____ г.' },
          { text: 'М. П.', margin: [30, 22, 0, 0] },
        ],
      },
    ],
  };
}

function caption(text: string) {
  return { text, fontSize: 7, alignment: 'center' as const };
}
