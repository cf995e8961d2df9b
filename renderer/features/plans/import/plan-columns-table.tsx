import { Select, Text } from '@mantine/core';
import type { PlanFilePreview } from '#contract/plans';
import { PLAN_FIELDS, type PlanColumns, type PlanField } from '#domain/import/plans/plan-columns';
import { importTexts } from '../../../text/imports';
import { plansTexts } from '../../../text/plans';
import classes from '../../import/import.module.css';

const words = plansTexts.import;

/** What each column of the file holds, with its first values beneath; a wrong guess is put right. */
export function PlanColumnsTable(props: {
  readonly preview: Pick<PlanFilePreview, 'columns' | 'firstDataRow'>;
  readonly onChange: (columns: PlanColumns) => void;
}) {
  const { columns, firstDataRow } = props.preview;
  const choose = (at: number, field: PlanField | null) =>
    props.onChange({
      firstDataRow,
      columns: columns.map(({ column, title, field: now }) => {
        if (column === at) return { column, title, field };
        // No field twice: the column that had it is free again.
        return { column, title, field: now === field ? null : now };
      }),
    });
  const nameOf = (column: number, title: string) =>
    title === '' ? importTexts.people.column(column + 1) : title;
  const samples = columns[0]?.sample.length ?? 0;
  return (
    <section aria-label={importTexts.people.columnsTitle}>
      <Text size="xs" c="dimmed">
        {words.columnsHint}
      </Text>
      <div className={classes['columns']}>
        <table>
          <thead>
            <tr>
              {columns.map(({ column, title, field }) => (
                <th key={column}>
                  <Select
                    aria-label={nameOf(column, title)}
                    data={PLAN_FIELDS.map((value) => ({ value, label: words.fields[value] }))}
                    value={field}
                    placeholder={importTexts.people.notUsed}
                    clearable
                    onChange={(value) => choose(column, value)}
                  />
                  <Text size="xs" c="dimmed" truncate maw="13rem">
                    {nameOf(column, title)}
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: samples }, (_, row) => (
              <tr key={row}>
                {columns.map(({ column, field, sample }) => (
                  <td key={column} {...(field === null && { 'data-unused': '' })}>
                    {sample[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
