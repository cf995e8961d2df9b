import { Alert, Group, NumberInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PeoplePreview } from '#contract/import-people';
import type { PeopleKind } from '#domain/import/people/person-field';
import { importTexts } from '../../text/imports';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { ColumnsTable } from './columns-table';
import { PeopleRows } from './people-rows';
import type { PeopleImporting } from './use-people-import';

const words = importTexts.people;

/** How the file is read, and its rows: what each column holds, who comes, what is wrong. */
export function PeopleCheck(props: {
  readonly kind: PeopleKind;
  readonly importing: PeopleImporting;
  readonly preview: PeoplePreview;
  readonly fileField: ReactNode;
}) {
  const { kind, preview } = props;
  const { draft, change, asked, apply } = props.importing;
  return (
    <>
      <Group gap="md" align="end">
        {props.fileField}
        {preview.sheets.length > 1 && (
          <Select
            label={words.sheet}
            w="10rem"
            allowDeselect={false}
            data={preview.sheets.map((name, index) => ({ value: String(index), label: name }))}
            value={String(preview.sheet)}
            onChange={(sheet) =>
              change({ sheet: Number(sheet), columns: undefined, answers: {}, flipped: new Set() })
            }
          />
        )}
        <NumberInput
          label={words.firstRow}
          w="9.5rem"
          min={1}
          max={1000}
          value={preview.firstDataRow + 1}
          onChange={(row) =>
            typeof row === 'number' &&
            change({ columns: { columns: preview.columns, firstDataRow: Math.max(0, row - 1) } })
          }
        />
        {kind !== 'staff' && (
          <TextInput
            label={words.className}
            w="9rem"
            placeholder={words.classHint}
            value={draft.className}
            onChange={(event) => change({ className: event.currentTarget.value })}
          />
        )}
        {kind === 'pupils' && (
          <DateField label={words.from} value={draft.from} onChange={(from) => change({ from })} />
        )}
      </Group>
      <ErrorNotice error={asked.error ?? apply.error} />
      {!preview.headerFound && <Alert color="yellow">{words.noHeader}</Alert>}
      <ColumnsTable kind={kind} preview={preview} onChange={(columns) => change({ columns })} />
      <PeopleRows key={`${draft.file?.grant} ${preview.sheet}`} kind={kind} preview={preview} />
    </>
  );
}
