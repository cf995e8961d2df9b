import { setUpTexts } from '../../text/school-set-up';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';

type Texts = Readonly<Record<string, string>>;

/** An editable table of rows that are saved together later. */
export function DraftTable<Row extends { readonly key: number }>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly EditColumn<Row>[];
  readonly mayEdit: boolean;
  readonly addLabel: string;
  readonly nameOf: (row: Row) => string;
  readonly mayRemove?: (row: Row) => boolean;
  /** The row with these texts in its cells. */
  readonly rowOf: (texts: Texts, before: Row) => Row;
  readonly fresh: () => Row;
  readonly onChange: (rows: readonly Row[]) => void;
}) {
  const { rows, columns, rowOf, onChange } = props;
  const textsOf = (row: Row): Texts =>
    Object.fromEntries(columns.map(({ key, text }) => [key, text(row)]));
  return (
    <EditTable
      label={props.label}
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      addLabel={props.addLabel}
      removeLabel={(row) => setUpTexts.remove(props.nameOf(row))}
      {...(props.mayRemove && { mayRemove: props.mayRemove })}
      {...(props.mayEdit && {
        onSave: (row: Row, column: string, text: string) => {
          const changed = rowOf({ ...textsOf(row), [column]: text }, row);
          onChange(rows.map((one) => (one.key === row.key ? changed : one)));
          return Promise.resolve();
        },
        onAdd: (texts: Texts) => {
          onChange([...rows, rowOf(texts, props.fresh())]);
          return Promise.resolve();
        },
        onRemove: (row: Row) => onChange(rows.filter(({ key }) => key !== row.key)),
      })}
    />
  );
}
