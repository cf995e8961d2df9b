import { Select, Text } from '@mantine/core';
import { importTexts } from '../../text/imports';
import classes from './import.module.css';

const words = importTexts.people;

type Told<Field> = {
  readonly column: number;
  readonly title: string;
  readonly field: Field | null;
};
export type FileColumns<Field> = {
  readonly firstDataRow: number;
  readonly columns: readonly Told<Field>[];
};

/** What each column of the file holds, with its first values beneath; a wrong guess is put right. */
export function FileColumnsTable<Field extends string>(props: {
  readonly hint: string;
  /** What a column may hold, with its name; a group without a name is none. */
  readonly groups: readonly {
    readonly group: string;
    readonly items: readonly { readonly value: Field; readonly label: string }[];
  }[];
  readonly preview: {
    readonly firstDataRow: number;
    readonly columns: readonly (Told<Field> & { readonly sample: readonly string[] })[];
  };
  readonly onChange: (columns: FileColumns<Field>) => void;
}) {
  const { columns, firstDataRow } = props.preview;
  const choose = (at: number, field: Field | null) =>
    props.onChange({
      firstDataRow,
      columns: columns.map(({ column, title, field: now }) => {
        if (column === at) return { column, title, field };
        // No field twice: the column that had it is free again.
        return { column, title, field: now === field ? null : now };
      }),
    });
  const nameOf = (column: number, title: string) =>
    title === '' ? words.column(column + 1) : title;
  const items = props.groups.flatMap((one) => one.items);
  const labels = new Map<Field | null, string>(items.map(({ value, label }) => [value, label]));
  const data = props.groups.map(({ group, items: own }) => ({ group, items: [...own] }));
  const samples = columns[0]?.sample.length ?? 0;
  return (
    <section aria-label={words.columnsTitle}>
      <Text size="xs" c="dimmed">
        {props.hint}
      </Text>
      <div className={classes['columns']}>
        <table>
          <thead>
            <tr>
              {columns.map(({ column, title, field }) => (
                <th key={column}>
                  <Select
                    aria-label={nameOf(column, title)}
                    data={data}
                    value={field}
                    placeholder={words.notUsed}
                    clearable
                    searchable
                    comboboxProps={{ width: '19rem', position: 'bottom-start' }}
                    title={labels.get(field) ?? words.notUsed}
                    onChange={(value) => choose(column, value)}
                  />
                  <Text size="xs" c="dimmed" truncate maw="13rem" title={title}>
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
