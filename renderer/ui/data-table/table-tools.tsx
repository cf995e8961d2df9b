import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy, IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ShownTable } from '#contract/documents';
import { core, shell } from '../../api/clients';
import { commonTexts, tableTexts } from '../../text/common';
import { documentTexts } from '../../text/documents';
import { copyText } from '../copy-text';
import { documentFileName } from '../document-view/file-name';
import { notifyDone, notifyError } from '../notify';
import type { Column } from './data-table';
import { rowsToTsv } from './rows';

const shownTable = <Row,>(
  title: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): ShownTable => ({
  title,
  columns: columns.map((column) => ({ title: column.title, align: column.align ?? 'left' })),
  rows: rows.map((row) => columns.map((column) => column.value(row))),
});

async function print(table: ShownTable): Promise<void> {
  const { pdfBase64 } = await core.documents.table(table);
  const { printPdf } = await import('../pdf-preview/print-pdf');
  await printPdf(pdfBase64);
}

async function save(table: ShownTable): Promise<string | null> {
  const suggestedName = documentFileName(table.title, 'xlsx');
  const place = await shell.chooseSavePlace({ suggestedName, kind: 'xlsx' });
  if (place === null) return null;
  const saved = await core.documents.saveTable({ ...table, grant: place.grant, format: 'xlsx' });
  return saved.fileName;
}

/** What can be done with a whole table as it is shown: sorted, filtered. */
export function TableTools<Row>(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}) {
  const { title, rows, columns } = props;
  const printing = useMutation({ mutationFn: print, onError: notifyError });
  const saving = useMutation({
    mutationFn: save,
    onError: notifyError,
    onSuccess: (name) => name !== null && notifyDone(documentTexts.saved(name)),
  });
  return (
    <ActionIcon.Group>
      <Tooltip label={tableTexts.copyAll}>
        <ActionIcon
          aria-label={tableTexts.copyAll}
          onClick={() => {
            copyText(rowsToTsv(rows, columns));
            notifyDone(commonTexts.copied);
          }}
        >
          <IconCopy size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={tableTexts.print}>
        <ActionIcon
          aria-label={tableTexts.print}
          loading={printing.isPending}
          onClick={() => printing.mutate(shownTable(title, rows, columns))}
        >
          <IconPrinter size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={tableTexts.saveXlsx}>
        <ActionIcon
          aria-label={tableTexts.saveXlsx}
          loading={saving.isPending}
          onClick={() => saving.mutate(shownTable(title, rows, columns))}
        >
          <IconTableExport size={17} />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
