import { Checkbox, Group, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BuildingRow, RoomRow } from '#contract/rooms';
import { fullName } from '#domain/people/name';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { useSession } from '../../api/session';
import { setUpTexts } from '../../text/school-set-up';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import { EditTable } from '../../ui/edit-table/edit-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyError } from '../../ui/notify';
import { Page } from '../../ui/page';
import { required, wholeOrNone } from './column-checks';

const words = setUpTexts.rooms;
const refresh = () => queryClient.invalidateQueries({ queryKey: queries.rooms.key() });

const buildingColumns: readonly EditColumn<BuildingRow>[] = [
  {
    key: 'name',
    title: words.building.name,
    width: '16rem',
    text: ({ name }) => name,
    edit: { kind: 'text' },
    problem: required,
  },
  {
    key: 'address',
    title: words.building.address,
    text: ({ address }) => address,
    edit: { kind: 'text' },
  },
];

const roomColumns = (
  buildings: readonly BuildingRow[],
  staff: readonly { readonly value: string; readonly label: string }[],
): readonly EditColumn<RoomRow>[] => [
  {
    key: 'name',
    title: words.room.name,
    width: '7rem',
    text: ({ name }) => name,
    edit: { kind: 'text' },
    problem: required,
  },
  {
    key: 'title',
    title: words.room.title,
    text: ({ title }) => title,
    edit: { kind: 'text' },
  },
  {
    key: 'buildingId',
    title: words.room.building,
    width: '12rem',
    text: ({ buildingId }) => String(buildingId),
    edit: {
      kind: 'choice',
      choices: buildings.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    initial: String(buildings[0]?.id ?? ''),
  },
  {
    key: 'seats',
    title: words.room.seats,
    width: '5rem',
    align: 'right',
    text: ({ seats }) => (seats === null ? '' : String(seats)),
    edit: { kind: 'text', numeric: true },
    problem: wholeOrNone(1, 2000),
  },
  {
    key: 'keeperId',
    title: words.room.keeper,
    width: '16rem',
    text: ({ keeperId }) => (keeperId === null ? '' : String(keeperId)),
    edit: { kind: 'choice', choices: staff, none: words.nobody },
  },
];

const numberOrNull = (text: string | undefined) =>
  text === undefined || text === '' ? null : Number(text);

/** A room with one field changed, as it is saved. */
function changed(room: RoomRow, column: string, text: string) {
  const { id, buildingId, name, title, seats, keeperId, subjectIds } = room;
  const base = { id, buildingId, name, title, seats, keeperId, subjectIds: [...subjectIds] };
  switch (column) {
    case 'name':
      return { ...base, name: text };
    case 'title':
      return { ...base, title: text };
    case 'buildingId':
      return { ...base, buildingId: Number(text) };
    case 'seats':
      return { ...base, seats: numberOrNull(text) };
    case 'keeperId':
      return { ...base, keeperId: numberOrNull(text) };
    default:
      return base;
  }
}

function SubjectsOfRoom({ room, mayEdit }: { readonly room: RoomRow; readonly mayEdit: boolean }) {
  const subjects = useQuery(queries.dictionaries.subjects.queryOptions());
  return (
    <MultiSelect
      label={words.subjectsOf(room.name)}
      placeholder={room.subjectIds.length === 0 ? words.any : ''}
      searchable
      readOnly={!mayEdit}
      data={(subjects.data ?? [])
        .filter(({ archived }) => !archived)
        .map(({ id, name }) => ({ value: String(id), label: name }))}
      value={room.subjectIds.map(String)}
      onChange={(ids) =>
        void core.rooms
          .saveRoom({ ...changed(room, '', ''), subjectIds: ids.map(Number) })
          .then(refresh, notifyError)
      }
    />
  );
}

/** «Здания и кабинеты» (S1, ТИП А.14): rooms with their subjects and who answers for them. */
export function RoomsScreen() {
  const { roles } = useSession();
  const mayEdit = mayCall(roles, 'rooms.saveRoom');
  const [archived, setArchived] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useQuery(queries.rooms.list.queryOptions());
  const staff = useQuery(queries.people.staff.queryOptions());
  if (list.isPending || staff.isPending) return <Loading />;
  const { buildings, rooms } = list.data ?? { buildings: [], rooms: [] };
  const people = (staff.data ?? []).map((one) => ({ value: String(one.id), label: fullName(one) }));
  const shown = rooms.filter((room) => archived || !room.archived);
  const room = rooms.find(({ id }) => id === chosen) ?? shown[0];
  const save = async (deed: Promise<unknown>) => {
    await deed;
    await refresh();
  };
  return (
    <Page title={words.title} hint={`${words.hint} ${mayEdit ? setUpTexts.keys : ''}`}>
      <ErrorNotice error={list.error ?? staff.error} />
      <Title order={2}>{words.buildings}</Title>
      <EditTable
        label={words.buildings}
        rows={buildings}
        columns={buildingColumns}
        rowKey={({ id }) => id}
        onSave={
          mayEdit
            ? (row, column, text) => save(core.rooms.saveBuilding({ ...row, [column]: text }))
            : undefined
        }
        onAdd={
          mayEdit
            ? ({ name = '', address = '' }) => save(core.rooms.addBuilding({ name, address }))
            : undefined
        }
        addLabel={words.addBuilding}
        onRemove={
          mayEdit
            ? ({ id }) => void save(core.rooms.removeBuilding({ id })).catch(notifyError)
            : undefined
        }
        removeLabel={({ name }) => setUpTexts.remove(name)}
      />
      <Group justify="space-between">
        <Title order={2}>{words.rooms}</Title>
        <Checkbox
          label={setUpTexts.showArchived}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      </Group>
      {buildings.length === 0 ? (
        <Text c="dimmed">{words.first}</Text>
      ) : (
        <EditTable
          label={words.rooms}
          rows={shown}
          columns={roomColumns(buildings, people)}
          rowKey={({ id }) => id}
          faint={(one) => one.archived}
          onCursor={({ id }) => setChosen(id)}
          onSave={
            mayEdit
              ? (row, column, text) => save(core.rooms.saveRoom(changed(row, column, text)))
              : undefined
          }
          onAdd={
            mayEdit
              ? (texts) =>
                  save(
                    core.rooms.addRoom({
                      buildingId: Number(texts['buildingId']),
                      name: texts['name'] ?? '',
                      title: texts['title'] ?? '',
                      seats: numberOrNull(texts['seats']),
                      keeperId: numberOrNull(texts['keeperId']),
                      subjectIds: [],
                    }),
                  )
              : undefined
          }
          addLabel={words.addRoom}
          onRemove={
            mayEdit
              ? (one) =>
                  void save(
                    core.rooms.setRoomArchived({ id: one.id, archived: !one.archived }),
                  ).catch(notifyError)
              : undefined
          }
          removeLabel={(one) =>
            one.archived ? setUpTexts.restore(one.name) : setUpTexts.archive(one.name)
          }
        />
      )}
      {room && (
        <Stack maw="46rem">
          <SubjectsOfRoom room={room} mayEdit={mayEdit} />
        </Stack>
      )}
    </Page>
  );
}
