import { Button, Group, Menu, Select, Text, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ClassGroups, Division } from '#contract/groups';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { useYearInput } from '../../api/chosen-year';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { refreshStructure } from '../../api/school-structure';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { groupsTexts } from '../../text/groups';
import { DateField } from '../../ui/date-field/date-field';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone, notifyPlainly } from '../../ui/notify';
import { Page } from '../../ui/page';
import { GroupGrid } from './group-grid';
import { GroupName, NewDivision } from './group-forms';
import {
  bySex,
  dividesBySex,
  halves,
  movesBack,
  offeredDay,
  type Move,
  type Placing,
} from './placing';

const words = groupsTexts;
type Classes = readonly { readonly id: number; readonly name: string }[];

function Fill(props: {
  readonly division: Division;
  readonly onFill: (division: Division, how: 'halves' | 'sexes') => void;
}) {
  const { division, onFill } = props;
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {words.fill}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onFill(division, 'halves')}>
          {division.groups.length === 1 ? words.fillAll : words.fillHalves}
        </Menu.Item>
        {dividesBySex(division) && (
          <Menu.Item onClick={() => onFill(division, 'sexes')}>{words.fillSexes}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Body(props: {
  readonly groups: ClassGroups;
  readonly classes: Classes;
  readonly onError: (error: unknown) => void;
}) {
  const { groups, classes } = props;
  const { roles, today } = useSession();
  const [chosen, setChosen] = useState<IsoDate | null>(null);
  const [reason, setReason] = useState('');
  const done = useRef<Placing[]>([]);
  const day = chosen ?? offeredDay(groups, today);
  const mayPlace = mayCall(roles, 'groups.place');
  const mayChange = mayCall(roles, 'groups.set');

  const send = async ({ moves, ...placing }: Placing): Promise<boolean> => {
    props.onError(null);
    try {
      await core.groups.place({ classId: groups.classId, ...placing, moves: [...moves] });
      return true;
    } catch (failure) {
      props.onError(failure);
      return false;
    } finally {
      await refreshStructure();
    }
  };
  const place = async (division: Division, moves: readonly Move[]): Promise<boolean> => {
    const [group] = division.groups;
    if (group === undefined) return false;
    const placing = { ofGroup: group.id, from: day, reason: reason.trim(), moves };
    const back = { ...placing, moves: movesBack(groups, division, placing) };
    const stored = await send(placing);
    if (stored) done.current.push(back);
    return stored;
  };
  const undo = async () => {
    const last = done.current.pop();
    if (last !== undefined && (await send(last))) notifyDone(words.undone);
  };
  const fill = async (division: Division, how: 'halves' | 'sexes') => {
    const moves = (how === 'halves' ? halves : bySex)(groups, division, day);
    if (moves.length === 0) return notifyPlainly(words.nothingToFill);
    if (await place(division, moves)) notifyDone(words.filled(moves.length));
  };
  const quick = [...new Set([groups.year.startsOn, ...groups.periodStarts])];
  return (
    <>
      {mayPlace && (
        <Group gap="sm" align="flex-end">
          <DateField label={words.from} value={day} onChange={setChosen} />
          <Button.Group>
            {quick.map((start) => (
              <Button
                key={start}
                variant={start === day ? 'light' : 'default'}
                onClick={() => setChosen(start)}
              >
                {start === groups.year.startsOn
                  ? words.quick.start
                  : words.quick.period(formatDate(start))}
              </Button>
            ))}
          </Button.Group>
          {groups.moves === 'any' && (
            <TextInput
              w="20rem"
              label={words.reason}
              placeholder={words.reasonHint}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Group>
      )}
      {mayPlace && groups.moves !== 'any' && <Text size="sm">{words.moves[groups.moves]}</Text>}
      {groups.divisions.length === 0 ? (
        <EmptyState title={words.empty} text={mayChange ? words.emptyText : ''} />
      ) : (
        <GroupGrid
          groups={groups}
          day={day}
          readOnly={!mayPlace}
          head={(column) => <GroupName {...column} classes={classes} mayChange={mayChange} />}
          divisionHead={(division) => (
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <span>
                {division.name || words.noDivision}
                {division.kind === 'stream' && ` · ${words.stream}`}
              </span>
              {mayPlace && <Fill division={division} onFill={(...one) => void fill(...one)} />}
            </Group>
          )}
          onMove={(division, move) => void place(division, [move])}
          onUndo={() => void undo()}
        />
      )}
    </>
  );
}

/** Subgroups and streams of a class: who is where since when (S4, КИА 4.4.11). */
export function GroupsScreen() {
  const { roles, staffId } = useSession();
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const [error, setError] = useState<unknown>(null);
  const classes = useQuery(queries.school.classes.queryOptions({ input: year }));
  const all = classes.data ?? [];
  const mine = mayCall(roles, 'classes.setup')
    ? all
    : all.filter(({ homeroomTeacherId }) => homeroomTeacherId === staffId);
  const classId = mine.find(({ id }) => id === Number(parts['class']))?.id ?? mine[0]?.id;
  const groups = useQuery({
    ...queries.groups.ofClass.queryOptions({ input: { classId: classId ?? 0 } }),
    enabled: classId !== undefined,
    placeholderData: keepPreviousData,
  });
  if (classes.isPending || (classId !== undefined && groups.isPending)) return <Loading />;
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <Group gap="sm">
          <Select
            w="8rem"
            aria-label={words.class}
            searchable
            allowDeselect={false}
            data={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={classId === undefined ? null : String(classId)}
            onChange={(id) => {
              setError(null);
              setParts({ class: id ?? undefined });
            }}
          />
          {classId !== undefined && mayCall(roles, 'groups.add') && (
            <NewDivision classId={classId} classes={all} />
          )}
        </Group>
      }
    >
      <ErrorNotice error={classes.error ?? groups.error ?? error} />
      {classId === undefined && <EmptyState title={words.chooseClass} />}
      {groups.data && (
        <Body key={groups.data.classId} groups={groups.data} classes={all} onError={setError} />
      )}
    </Page>
  );
}
