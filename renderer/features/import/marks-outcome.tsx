import { Text } from '@mantine/core';
import type { MarksCounts, MarksNote } from '#contract/import-marks';
import { importTexts } from '../../text/imports';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import classes from './import.module.css';

const words = importTexts.marks;
const KEYS = [
  'marks',
  'absences',
  'periodMarks',
  'newLessons',
  'same',
  'conflicts',
  'remarks',
] as const satisfies readonly (keyof MarksCounts)[];

const columns: readonly Column<MarksNote>[] = [
  {
    key: 'kind',
    title: words.noteKind,
    value: ({ kind }) => words.noteKinds[kind],
    width: '15rem',
  },
  { key: 'text', title: words.noteText, value: ({ text }) => text },
];

/** How many marks come, and every one that does not come as it stands in the file. */
export function MarksOutcome(props: {
  readonly counts: MarksCounts;
  readonly notes: readonly MarksNote[];
}) {
  return (
    <>
      <div className={classes['counts']}>
        {KEYS.map((key) => (
          <div key={key}>
            <Text size="xl" fw={700} className="sj-numbers">
              {props.counts[key].toLocaleString('ru-RU')}
            </Text>
            <Text size="xs" c="dimmed">
              {words.counts[key]}
            </Text>
          </div>
        ))}
      </div>
      <Text fw={600}>{words.notes}</Text>
      <DataTable
        label={words.notes}
        rows={props.notes}
        columns={columns}
        rowKey={({ text }) => text}
        empty={<Text c="dimmed">{words.noNotes}</Text>}
      />
    </>
  );
}
