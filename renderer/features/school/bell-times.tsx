import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Bell } from '#contract/bells';
import { minutesOf } from '#domain/timetable/usual-bells';
import { setUpTexts } from '../../text/school-set-up';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { notifyError } from '../../ui/notify';
import { nextBell, parseTime } from './bell-times-text';
import { whole } from './column-checks';

const words = setUpTexts.bells;
const time = (text: string) => (parseTime(text) === undefined ? words.wrongTime : undefined);
type Row = Bell & { readonly break: number | null };

const columns: readonly EditColumn<Row>[] = [
  {
    key: 'lessonNumber',
    title: words.lesson,
    width: '5rem',
    align: 'right',
    text: ({ lessonNumber }) => String(lessonNumber),
    edit: { kind: 'text', numeric: true },
    problem: whole(0, 14, words.wrongLesson),
  },
  {
    key: 'startsAt',
    title: words.startsAt,
    width: '6rem',
    align: 'right',
    text: ({ startsAt }) => startsAt,
    edit: { kind: 'text', numeric: true },
    problem: time,
  },
  {
    key: 'endsAt',
    title: words.endsAt,
    width: '6rem',
    align: 'right',
    text: ({ endsAt }) => endsAt,
    edit: { kind: 'text', numeric: true },
    problem: time,
  },
  {
    key: 'length',
    title: words.length,
    width: '5rem',
    align: 'right',
    text: ({ startsAt, endsAt }) => String(minutesOf(endsAt) - minutesOf(startsAt)),
  },
  {
    key: 'break',
    title: words.breakAfter,
    width: '7rem',
    align: 'right',
    text: (row) => (row.break === null ? '' : String(row.break)),
  },
];

/** The lessons of a bell schedule: number, beginning, end. */
export function BellTimes(props: {
  readonly bells: readonly Bell[];
  readonly onSave?: (bells: readonly Bell[]) => Promise<unknown>;
}) {
  const { bells, onSave } = props;
  const rows = bells.map((bell, index): Row => {
    const next = bells[index + 1];
    return {
      ...bell,
      break: next === undefined ? null : minutesOf(next.startsAt) - minutesOf(bell.endsAt),
    };
  });
  const without = ({ lessonNumber }: Bell) =>
    bells.filter((bell) => bell.lessonNumber !== lessonNumber);
  return (
    <>
      <EditTable
        label={words.title}
        rows={rows}
        columns={columns}
        rowKey={({ lessonNumber }) => lessonNumber}
        removeLabel={({ lessonNumber }) => setUpTexts.remove(`${words.lesson} ${lessonNumber}`)}
        {...(onSave && {
          onSave: (row: Row, column: string, text: string) => {
            const { lessonNumber, startsAt, endsAt } = row;
            const bell = { lessonNumber, startsAt, endsAt };
            const changed =
              column === 'lessonNumber'
                ? { ...bell, lessonNumber: Number(text) }
                : { ...bell, [column]: parseTime(text) ?? text };
            return onSave([...without(row), changed]);
          },
          onRemove: (row: Row) => void onSave(without(row)).catch(notifyError),
        })}
      />
      {onSave && bells.length < 15 && (
        <Group>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => void onSave([...bells, nextBell(bells)]).catch(notifyError)}
          >
            {words.addLesson}
          </Button>
        </Group>
      )}
    </>
  );
}
