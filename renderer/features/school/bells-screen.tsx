import { Button, Group, SegmentedControl, Stack, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bell, BellSchedule } from '#contract/bells';
import { usualBells } from '#domain/timetable/usual-bells';
import { useYearInput } from '../../api/chosen-year';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useYears } from '../../api/years';
import { setUpTexts } from '../../text/school-set-up';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { BellUses } from './bell-uses';
import { BellTimes } from './bell-times';
import { afterDeed, tell } from './deeds';

const words = setUpTexts.bells;
const EVERYBODY = { shift: 1, weekday: null, date: null, gradeFrom: 1, gradeTo: 12 } as const;

function Name(props: { readonly schedule: BellSchedule; readonly onSave: (name: string) => void }) {
  const { schedule, onSave } = props;
  const [name, setName] = useState(schedule.name);
  const save = () => {
    if (name.trim() !== '' && name.trim() !== schedule.name) onSave(name.trim());
  };
  return (
    <TextInput
      w="16rem"
      label={words.name}
      value={name}
      error={name.trim() === '' ? setUpTexts.required : undefined}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setName(schedule.name);
      }}
    />
  );
}

/** «Звонки» (S2): when lessons begin and end, by shift, weekday, day and grade. */
export function BellsScreen() {
  const { roles } = useSession();
  const input = useYearInput();
  const { year } = useYears();
  const mayEdit = mayCall(roles, 'bells.save');
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useQuery(queries.bells.list.queryOptions({ input }));
  if (list.isPending) return <Loading />;
  const schedules = list.data ?? [];
  const open = schedules.find(({ id }) => id === chosen) ?? schedules[0];
  const add = (name: string, bells: readonly Bell[]) => {
    if (year === undefined) return;
    const uses = schedules.length === 0 ? [EVERYBODY] : [];
    tell('bells', core.bells.add({ yearId: year.id, name, bells: [...bells], uses }));
  };
  const save = ({ id, name, bells, uses }: BellSchedule, part: Partial<BellSchedule>) => {
    const next = { id, name, bells, uses, ...part };
    return afterDeed(
      'bells',
      core.bells.save({ ...next, bells: [...next.bells], uses: [...next.uses] }),
    );
  };
  const remove = async ({ id, name }: BellSchedule) => {
    const agreed = await confirm({
      title: words.removeTitle(name),
      text: words.removeText,
      deed: words.remove,
      danger: true,
    });
    if (agreed) tell('bells', core.bells.remove({ id }));
  };
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        mayEdit &&
        schedules.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => add(words.nextName(schedules.length + 1), open?.bells ?? [])}
          >
            {words.add}
          </Button>
        )
      }
    >
      <ErrorNotice error={list.error} />
      {open === undefined ? (
        <EmptyState
          title={words.empty}
          text={words.emptyText}
          action={
            mayEdit && (
              <Button onClick={() => add(words.newName, usualBells())}>{words.addFirst}</Button>
            )
          }
        />
      ) : (
        <>
          {schedules.length > 1 && (
            <SegmentedControl
              style={{ alignSelf: 'flex-start' }}
              aria-label={words.title}
              data={schedules.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(open.id)}
              onChange={(id) => setChosen(Number(id))}
            />
          )}
          {mayEdit && (
            <Group align="flex-end">
              <Name
                key={`${open.id} ${open.name}`}
                schedule={open}
                onSave={(name) => void save(open, { name })}
              />
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={15} />}
                onClick={() => void remove(open)}
              >
                {words.remove}
              </Button>
            </Group>
          )}
          <Group align="flex-start" gap="xl" wrap="wrap">
            <Stack w="32rem" gap="xs">
              <BellTimes
                key={open.id}
                bells={open.bells}
                {...(mayEdit && {
                  onSave: (bells: readonly Bell[]) => save(open, { bells: [...bells] }),
                })}
              />
            </Stack>
            <Stack w="33rem" gap="xs">
              <Title order={2}>{words.uses}</Title>
              <BellUses
                key={open.id}
                uses={open.uses}
                {...(mayEdit && {
                  onSave: (uses: BellSchedule['uses']) => save(open, { uses: [...uses] }),
                })}
              />
            </Stack>
          </Group>
        </>
      )}
    </Page>
  );
}
