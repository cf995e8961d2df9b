import { Select, Text } from '@mantine/core';
import type { PeoplePreview } from '#contract/imports';
import { PERSON_FIELDS, type PersonField } from '#domain/import/people/person-field';
import type { PeopleColumns } from '#domain/import/people/person-row';
import { importTexts } from '../../text/imports';
import classes from './import.module.css';

const words = importTexts.people;
const OF_STAFF: readonly PersonField[] = ['position', 'role', 'subjects'];
const OF_PUPILS: readonly PersonField[] = [
  'grade',
  'letter',
  'personalFile',
  'snils',
  'phone',
  'email',
  'address',
  'registeredAddress',
  'citizenship',
  'previousSchool',
  'educationForm',
];

const fieldsFor = (kind: 'pupils' | 'staff') =>
  PERSON_FIELDS.filter((field) => !(kind === 'pupils' ? OF_STAFF : OF_PUPILS).includes(field));

/** What each column of the file holds, with its first values beneath; a wrong guess is put right. */
export function ColumnsTable(props: {
  readonly kind: 'pupils' | 'staff';
  readonly preview: Pick<PeoplePreview, 'columns' | 'firstDataRow'>;
  readonly onChange: (columns: PeopleColumns) => void;
}) {
  const { columns, firstDataRow } = props.preview;
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
                    data={fieldsFor(props.kind).map((value) => ({
                      value,
                      label: words.fields[value],
                    }))}
                    value={field}
                    placeholder={words.notUsed}
                    clearable
                    onChange={(value) => choose(column, value)}
                  />
                  <Text size="xs" c="dimmed" truncate maw="13rem">
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
