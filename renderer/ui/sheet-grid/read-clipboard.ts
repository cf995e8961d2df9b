/**
 * The table of a clipboard: that of Word, Excel or a page where there is one, else tab-separated
 * text. Words of several paragraphs in one cell of Word stay one cell.
 */
export function tableOfClipboard(data: Pick<DataTransfer, 'getData'>): string[][] {
  const html = data.getData('text/html');
  const rows = html.includes('<t') ? tableOfHtml(html) : [];
  return rows.length > 0 ? rows : tableOfText(data.getData('text/plain'));
}

function tableOfHtml(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => [
      cell.textContent.replaceAll(/\s+/gu, ' ').trim(),
      // Merged cells keep what stands to the right of them in its column.
      ...Array.from({ length: Math.min(20, cell.colSpan) - 1 }, () => ''),
    ]),
  );
}

/** Tab-separated text; a cell in quotes may hold line breaks, as Excel writes them. */
export function tableOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/u, '');
  let cell = '';
  let quoted = false;
  const close = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain.charAt(at);
    if (quoted && char === '"' && plain.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += char;
    else if (char === '\t') close();
    else if (char === '\n') {
      close();
      rows.push([]);
    } else cell += char;
  }
  close();
  return rows;
}
