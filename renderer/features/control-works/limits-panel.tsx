import { ActionIcon, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { GradeLimits } from '#domain/control-works/limits';
import { controlTexts as words } from '../../text/control-works';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { notifyError } from '../../ui/notify';
import classes from './panel.module.css';
import type { WorksDesk } from './use-works';

const KEYS = ['gradeFrom', 'gradeTo', 'perDay', 'perWeek'] as const;
type Key = (typeof KEYS)[number];
const MOST: Readonly<Record<Key, number>> = { gradeFrom: 12, gradeTo: 12, perDay: 10, perWeek: 30 };
const WRONG: Readonly<Record<Key, string>> = {
  gradeFrom: words.wrongGrade,
  gradeTo: words.wrongGrade,
  perDay: words.wrongPerDay,
  perWeek: words.wrongPerWeek,
};
const isKey = (text: string): text is Key => KEYS.some((key) => key === text);

const columns: readonly EditColumn<GradeLimits>[] = KEYS.map((key) => ({
  key,
  title: words.limitColumns[key],
  align: 'center',
  text: (row) => String(row[key]),
  edit: { kind: 'text', numeric: true },
  initial: '',
  problem: (text) => {
    const number = Number(text);
    const fits = Number.isInteger(number) && number >= 1 && number <= MOST[key];
    return fits ? undefined : WRONG[key];
  },
}));

/** How many works a class may have: by grade, a day and a week. */
export function LimitsPanel(props: {
  readonly limits: readonly GradeLimits[];
  readonly readOnly: boolean;
  readonly desk: WorksDesk;
  readonly onClose: () => void;
}) {
  const { limits, desk } = props;
  const save = (after: readonly GradeLimits[]) => desk.setLimits(limits, after);
  const editing = {
    onSave: (row: GradeLimits, column: string, text: string) =>
      save(
        limits.map((one) =>
          one.gradeFrom === row.gradeFrom && isKey(column)
            ? { ...one, [column]: Number(text) }
            : one,
        ),
      ),
    onAdd: (texts: Readonly<Record<string, string>>) => {
      const number = (key: Key) => Number(texts[key]);
      return save([
        ...limits,
        {
          gradeFrom: number('gradeFrom'),
          gradeTo: number('gradeTo'),
          perDay: number('perDay'),
          perWeek: number('perWeek'),
        },
      ]);
    },
    onRemove: (row: GradeLimits) =>
      void save(limits.filter(({ gradeFrom }) => gradeFrom !== row.gradeFrom)).catch(notifyError),
  };
  return (
    <aside className={classes['panel']} aria-label={words.limitsTable}>
      <Group justify="space-between" wrap="nowrap">
        <h2 className={classes['title']}>{words.limitsTable}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={props.onClose}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      <EditTable
        label={words.limitsTable}
        rows={limits}
        columns={columns}
        rowKey={({ gradeFrom }) => gradeFrom}
        addLabel={words.addLimit}
        removeLabel={({ gradeFrom, gradeTo }) => words.limitRow(gradeFrom, gradeTo)}
        {...(props.readOnly ? {} : editing)}
      />
      <Text size="xs" c="dimmed">
        {words.limitsNote}
      </Text>
    </aside>
  );
}
