import type { Content, TableCell } from 'pdfmake/interfaces';

/** Points: the role, the line to sign on, a gap, the name. */
const widths = [140, 130, 10, 190];
const sumOfWidths = 500;
const stampWidth = 200;

/**
 * Lines to sign, «(подпись) (расшифровка)», one below the other; with `stamp` the date and the
 * place of the seal stand on the right, on a page too narrow for that below.
 */
export function signatureLines(
  lines: readonly { readonly role: string; readonly name: string }[],
  { stamp, width }: { readonly stamp: boolean; readonly width: number },
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
  const signed: Content = {
    table: { widths, body: rows },
    layout: {
      hLineWidth: () => 0.5,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
  if (!stamp) return { unbreakable: true, stack: [signed] };
  const day = { text: '«____» ______________ 20____ г.' };
  if (width < sumOfWidths + stampWidth) {
    const seal = { text: 'М. П.', margin: [30, 0, 0, 0] as [number, number, number, number] };
    return {
      unbreakable: true,
      stack: [signed, { columns: [{ width: 200, ...day }, seal], margin: [0, 12, 0, 0] }],
    };
  }
  return {
    columns: [
      { width: sumOfWidths, ...signed },
      {
        width: stampWidth,
        margin: [0, 10, 0, 0],
        stack: [day, { text: 'М. П.', margin: [30, 22, 0, 0] }],
      },
    ],
  };
}

function caption(text: string) {
  return { text, fontSize: 7, alignment: 'center' as const };
}
