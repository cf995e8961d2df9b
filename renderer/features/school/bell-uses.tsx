import type { BellSchedule, BellUse } from '#contract/bells';
import { setUpTexts } from '../../text/school-set-up';
import { dateText } from '../../ui/date-field/date-text';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { notifyError } from '../../ui/notify';
import { dayOf, dayOrNone, gradeCheck, whole } from './column-checks';

const words = setUpTexts.bells;
type Row = BellUse & { readonly index: number };

const columns: readonly EditColumn<Row>[] = [
  {
    key: 'shift',
    title: words.shift,
    width: '4.5rem',
    align: 'right',
    text: ({ shift }) => String(shift),
    edit: { kind: 'text', numeric: true },
    problem: whole(1, 3, words.wrongShift),
    initial: '1',
  },
  {
    key: 'weekday',
    title: words.day,
    text: ({ weekday }) => (weekday === null ? '' : String(weekday)),
    edit: {
      kind: 'choice',
      choices: words.weekdays.map((label, index) => ({ value: String(index + 1), label })),
      none: words.everyDay,
    },
  },
  {
    key: 'date',
    title: words.date,
    width: '7.5rem',
    text: ({ date }) => dateText(date),
    edit: { kind: 'text', numeric: true },
    problem: dayOrNone,
  },
  ...(['gradeFrom', 'gradeTo'] as const).map((key): EditColumn<Row> => ({
    key,
    title: setUpTexts.grades[key],
    width: '5.5rem',
    align: 'right',
    text: (row) => String(row[key]),
    edit: { kind: 'text', numeric: true },
    problem: gradeCheck,
    initial: key === 'gradeFrom' ? '1' : '11',
  })),
];

/** A use out of the texts of its row: a single day and a weekday exclude each other. */
function ruleOf(texts: Readonly<Record<string, string>>): BellUse {
  const date = dayOf(texts['date'] ?? '');
  const weekday = texts['weekday'] === '' ? null : Number(texts['weekday']);
  return {
    shift: Number(texts['shift']),
    weekday: date === null ? weekday : null,
    date,
    gradeFrom: Number(texts['gradeFrom']),
    gradeTo: Number(texts['gradeTo']),
  };
}

/** When a bell schedule rings: shift, days, grades. */
export function BellUses(props: {
  readonly uses: readonly BellUse[];
  readonly onSave?: (uses: BellSchedule['uses']) => Promise<unknown>;
}) {
  const { uses, onSave } = props;
  const rows = uses.map((use, index): Row => ({ ...use, index }));
  return (
    <EditTable
      label={words.uses}
      rows={rows}
      columns={columns}
      rowKey={({ index }) => index}
      addLabel={words.addUse}
      removeLabel={({ index }) => setUpTexts.remove(`${words.uses}, ${index + 1}`)}
      {...(onSave && {
        onSave: (row: Row, column: string, text: string) => {
          const texts = Object.fromEntries(columns.map((one) => [one.key, one.text(row)]));
          return onSave(uses.with(row.index, ruleOf({ ...texts, [column]: text })));
        },
        onAdd: (texts: Readonly<Record<string, string>>) => onSave([...uses, ruleOf(texts)]),
        onRemove: ({ index }: Row) => void onSave(uses.toSpliced(index, 1)).catch(notifyError),
      })}
    />
  );
}
