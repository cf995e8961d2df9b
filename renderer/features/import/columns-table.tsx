import { Select, Text } from '@mantine/core';
import type { PeoplePreview } from '#contract/import-people';
import {
  FIELDS_OF_KIND,
  type PeopleKind,
  type PersonField,
} from '#domain/import/people/person-field';
import type { PeopleColumns } from '#domain/import/people/person-row';
import { fieldText } from '../../text/import-people';
import { importTexts } from '../../text/imports';
import classes from './import.module.css';

const words = importTexts.people;

/** What a column may hold, the parents' parts under the parent. */
function options(kind: PeopleKind) {
  const groups = Map.groupBy(FIELDS_OF_KIND[kind], (field) => fieldText(field, kind).group);
  return [...groups].map(([group, fields]) => ({
    group,
    items: fields.map((value) => ({ value, label: fieldText(value, kind).label })),
  }));
}

/** What each column of the file holds, with its first values beneath; a wrong guess is put right. */
export function ColumnsTable(props: {
  readonly kind: PeopleKind;
  readonly preview: Pick<PeoplePreview, 'columns' | 'firstDataRow'>;
  readonly onChange: (columns: PeopleColumns) => void;
}) {
  const { columns, firstDataRow } = props.preview;
  const data = options(props.kind);
  const choose = (at: number, field: PersonField | null) =>
    props.onChange({
      firstDataRow,
      columns: columns.map(({ column, title, field: now }) => {
        if (column === at) return { column, title, field };
        // No field twice: the column that had it is free again.
        return { column, title, field: now === field ? null : now };
      }),
    });
  const rows = columns[0]?.sample.length ?? 0;
  return (
    <section aria-label={words.columnsTitle}>
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
                    aria-label={title === '' ? words.column(column + 1) : title}
                    data={data}
                    value={field}
                    placeholder={words.notUsed}
                    clearable
                    searchable
                    comboboxProps={{ width: '19rem', position: 'bottom-start' }}
                    title={field === null ? words.notUsed : fieldText(field, props.kind).label}
                    onChange={(value) => choose(column, value)}
                  />
                  <Text size="xs" c="dimmed" truncate maw="13rem" title={title}>
                    {title === '' ? words.column(column + 1) : title}
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
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
