import { ActionIcon, Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClassesSetup, ClassFields, ClassSetup } from '#contract/classes';
import { core } from '../../api/clients';
import { useYearInput } from '../../api/chosen-year';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { refreshStructure } from '../../api/school-structure';
import { useSession } from '../../api/session';
import { classesTexts } from '../../text/classes';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import sheetTable from '../../ui/sheet-table.module.css';
import styles from './classes.module.css';

const words = classesTexts;

const fieldsOf = (row: ClassSetup): ClassFields => ({
  letter: row.letter,
  homeroomTeacherId: row.homeroomTeacherId,
  shift: row.shift,
  studyDays: row.studyDays,
  profile: row.profile,
  roomId: row.roomId,
});

/** A text of a row: Enter or leaving saves, Esc takes back. */
function TextCell(props: {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onSave: (text: string) => void;
}) {
  const { value, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      variant="unstyled"
      aria-label={props.label}
      maxLength={props.maxLength}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

const asChoices = (rows: readonly { readonly id: number; readonly name: string }[]) =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }));

function Row(props: {
  readonly row: ClassSetup;
  readonly setup: ClassesSetup;
  readonly mayChange: boolean;
  readonly onError: (error: unknown) => void;
}) {
  const { row, setup, mayChange } = props;
  const set = useMutation({
    mutationFn: (after: Partial<ClassFields>) => {
      const before = fieldsOf(row);
      return core.classes.set({ classId: row.id, before, after: { ...before, ...after } });
    },
    onMutate: () => props.onError(null),
    onError: props.onError,
    onSettled: refreshStructure,
  });
  const remove = useMutation({
    mutationFn: () => core.classes.remove({ classId: row.id }),
    onMutate: () => props.onError(null),
    onSuccess: () => notifyDone(words.removed(row.name)),
    onError: props.onError,
    onSettled: refreshStructure,
  });
  const label = (column: keyof typeof words.columns) => `${words.columns[column]}, ${row.name}`;
  const teacher = setup.teachers.find(({ id }) => id === row.homeroomTeacherId);
  const room = setup.rooms.find(({ id }) => id === row.roomId);
  if (!mayChange) {
    return (
      <tr>
        <th scope="row">{row.name}</th>
        <td>{teacher?.name ?? words.noTeacher}</td>
        <td>{row.shift}</td>
        <td>{words.days[row.studyDays]}</td>
        <td>{row.profile}</td>
        <td>{room?.name ?? ''}</td>
        <td data-align="right">{row.pupils}</td>
      </tr>
    );
  }
  return (
    <tr aria-busy={set.isPending || remove.isPending}>
      <th scope="row">
        <Group gap={2} wrap="nowrap">
          <Text fw={600} miw="1.5rem" ta="right">
            {row.grade}-
          </Text>
          <TextCell
            label={label('letter')}
            value={row.letter}
            maxLength={5}
            onSave={(letter) => set.mutate({ letter })}
          />
        </Group>
      </th>
      <td>
        <Select
          variant="unstyled"
          searchable
          clearable
          aria-label={label('teacher')}
          placeholder={words.noTeacher}
          data={asChoices(setup.teachers)}
          value={row.homeroomTeacherId === null ? null : String(row.homeroomTeacherId)}
          onChange={(id) => set.mutate({ homeroomTeacherId: id === null ? null : Number(id) })}
        />
      </td>
      <td>
        <Select
          variant="unstyled"
          allowDeselect={false}
          aria-label={label('shift')}
          data={['1', '2', '3']}
          value={String(row.shift)}
          onChange={(shift) => set.mutate({ shift: Number(shift) as 1 | 2 | 3 })}
        />
      </td>
      <td>
        <Select
          variant="unstyled"
          allowDeselect={false}
          aria-label={label('days')}
          data={[
            { value: '5', label: words.days[5] },
            { value: '6', label: words.days[6] },
          ]}
          value={String(row.studyDays)}
          onChange={(days) => set.mutate({ studyDays: Number(days) as 5 | 6 })}
        />
      </td>
      <td>
        <TextCell
          label={label('profile')}
          value={row.profile}
          maxLength={100}
          onSave={(profile) => set.mutate({ profile })}
        />
      </td>
      <td>
        <Select
          variant="unstyled"
          searchable
          clearable
          aria-label={label('room')}
          placeholder={words.noRoom}
          data={asChoices(setup.rooms)}
          value={row.roomId === null ? null : String(row.roomId)}
          onChange={(id) => set.mutate({ roomId: id === null ? null : Number(id) })}
        />
      </td>
      <td data-align="right">{row.pupils}</td>
      <td>
        {row.removable && (
          <ActionIcon
            aria-label={label('remove')}
            color="red.9"
            loading={remove.isPending}
            onClick={() =>
              void confirm({ ...words.removeQuestion(row.name), danger: true }).then(
                (sure) => sure && remove.mutate(),
              )
            }
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

/** A new class: the grade stays as it was, so that «А», «Б», «В» are three keys and three Enters. */
function NewClass(props: { readonly yearId: number; readonly onError: (error: unknown) => void }) {
  const [grade, setGrade] = useState(1);
  const [letter, setLetter] = useState('');
  const add = useMutation({
    mutationFn: () => core.classes.add({ yearId: props.yearId, grade, letter }),
    onMutate: () => props.onError(null),
    onSuccess: () => setLetter(''),
    onError: props.onError,
    onSettled: refreshStructure,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <NumberInput
          w="4.5rem"
          min={1}
          max={12}
          allowDecimal={false}
          aria-label={words.grade}
          value={grade}
          onChange={(value) => setGrade(Number(value) || 1)}
        />
        <TextInput
          w="4rem"
          maxLength={5}
          aria-label={words.newLetter}
          placeholder="А"
          value={letter}
          onChange={(event) => setLetter(event.currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconPlus size={15} />} loading={add.isPending}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}

/** The classes of the year, edited in place (S4). */
export function ClassesScreen() {
  const { roles } = useSession();
  const year = useYearInput();
  const setup = useQuery(queries.classes.setup.queryOptions({ input: year }));
  const [error, setError] = useState<unknown>(null);
  const mayChange = mayCall(roles, 'classes.set');
  if (setup.isPending) return <Loading />;
  const rows = setup.data?.classes ?? [];
  const columns = words.columns;
  return (
    <Page
      title={words.title}
      hint={words.hint(
        rows.length,
        rows.reduce((sum, { pupils }) => sum + pupils, 0),
      )}
      actions={
        mayChange && setup.data && <NewClass yearId={setup.data.yearId} onError={setError} />
      }
    >
      <ErrorNotice error={setup.error ?? error} />
      {setup.data && rows.length === 0 && (
        <EmptyState title={words.empty} text={mayChange ? words.emptyText : ''} />
      )}
      {setup.data && rows.length > 0 && (
        <div className={sheetTable['scroller']} tabIndex={0} role="region" aria-label={words.table}>
          <table className={`${sheetTable['table']} ${styles['table']}`} aria-label={words.table}>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.teacher}</th>
                <th scope="col">{columns.shift}</th>
                <th scope="col">{columns.days}</th>
                <th scope="col">{columns.profile}</th>
                <th scope="col">{columns.room}</th>
                <th scope="col" data-align="right">
                  {columns.pupils}
                </th>
                {mayChange && <td />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  setup={setup.data}
                  mayChange={mayChange}
                  onError={setError}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
