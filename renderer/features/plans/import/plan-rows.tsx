import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { PlanFilePreview } from '#contract/plan-files';
import type { BadPlanRow, ImportedPlanRow, SkippedPlanRow } from '#domain/import/plans/map-plan';
import { KIND_NAMES, plansTexts } from '../../../text/plans';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { EmptyState } from '../../../ui/empty-state';

const words = plansTexts.import;
const heads = plansTexts.editor.columns;

const rowColumn: Column<{ readonly rowNumber: number }> = {
  key: 'row',
  title: words.row,
  value: ({ rowNumber }) => rowNumber,
  width: '5.5rem',
  align: 'right',
};
const coming: readonly Column<ImportedPlanRow>[] = [
  rowColumn,
  { key: 'section', title: heads.section, value: ({ section }) => section, width: '13rem' },
  { key: 'topic', title: heads.topic, value: ({ topic }) => topic },
  { key: 'hours', title: heads.hours, value: ({ hours }) => hours, width: '5rem', align: 'right' },
  { key: 'kind', title: heads.kind, value: ({ kind }) => KIND_NAMES[kind], width: '9rem' },
  { key: 'homework', title: heads.homework, value: ({ homework }) => homework, width: '12rem' },
];
const skipped: readonly Column<SkippedPlanRow>[] = [
  rowColumn,
  { key: 'why', title: words.why, value: ({ why }) => words.skipped[why], width: '20rem' },
  { key: 'text', title: words.inFile, value: ({ text }) => text },
];
const bad: readonly Column<BadPlanRow>[] = [
  rowColumn,
  {
    key: 'why',
    title: words.why,
    value: ({ problem, value }) => words.bad[problem](value),
    width: '24rem',
  },
  { key: 'text', title: words.inFile, value: ({ text }) => text },
];

/** The lessons of a file, and every row that is none with its reason. */
export function PlanRows({ preview }: { readonly preview: PlanFilePreview }) {
  const [chosen, setChosen] = useState<'coming' | 'skipped' | 'bad' | null>(null);
  const shown = chosen ?? (preview.bad.length > 0 ? 'bad' : 'coming');
  const empty = <EmptyState title={words.nothingHere} />;
  const common = {
    rowKey: ({ rowNumber }: { readonly rowNumber: number }) => rowNumber,
    empty,
    label: words.tables[shown],
  };
  return (
    <>
      <SegmentedControl
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        value={shown}
        onChange={(value) => setChosen(value)}
        data={[
          { value: 'coming', label: words.show.coming(preview.rows.length) },
          { value: 'skipped', label: words.show.skipped(preview.skipped.length) },
          { value: 'bad', label: words.show.bad(preview.bad.length) },
        ]}
      />
      {shown === 'coming' && (
        <DataTable
          {...common}
          // A row of the file may be several lessons.
          rowKey={({ place }) => place}
          rows={preview.rows.map((row, place) => ({ ...row, place }))}
          columns={coming}
        />
      )}
      {shown === 'skipped' && <DataTable {...common} rows={preview.skipped} columns={skipped} />}
      {shown === 'bad' && <DataTable {...common} rows={preview.bad} columns={bad} />}
    </>
  );
}
