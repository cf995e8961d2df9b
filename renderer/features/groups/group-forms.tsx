import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClassGroup, Division } from '#contract/groups';
import { core } from '../../api/clients';
import { refreshStructure } from '../../api/school-structure';
import { groupsTexts } from '../../text/groups';
import { ErrorNotice } from '../../ui/error-notice';
import styles from './groups.module.css';

const words = groupsTexts;

type Classes = readonly { readonly id: number; readonly name: string }[];
const choices = (classes: Classes, without: number) =>
  classes.flatMap(({ id, name }) => (id === without ? [] : [{ value: String(id), label: name }]));

/** A new division into subgroups, or a stream with other classes. */
export function NewDivision(props: { readonly classId: number; readonly classes: Classes }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<'subgroup' | 'stream'>('subgroup');
  const [division, setDivision] = useState('');
  const [names, setNames] = useState('');
  const [others, setOthers] = useState<string[]>([]);
  const list = names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const add = useMutation({
    mutationFn: () =>
      core.groups.add({
        classId: props.classId,
        kind,
        division,
        names: list,
        otherClassIds: kind === 'stream' ? others.map(Number) : [],
      }),
    onSuccess: async () => {
      await refreshStructure();
      setOpen(false);
      setDivision('');
      setNames('');
    },
  });
  const ready =
    list.length > 0 && (kind === 'subgroup' ? division.trim() !== '' : others.length > 0);
  return (
    <Popover opened={open} onChange={setOpen} width={360} position="bottom-end" trapFocus withArrow>
      <Popover.Target>
        <Button onClick={() => setOpen(!open)}>{words.add.button}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) add.mutate();
          }}
        >
          <Stack gap="xs">
            <SegmentedControl
              aria-label={words.add.kind}
              orientation="vertical"
              data={(['subgroup', 'stream'] as const).map((value) => ({
                value,
                label: words.add.kinds[value],
              }))}
              value={kind}
              onChange={(value) => setKind(value === 'stream' ? 'stream' : 'subgroup')}
            />
            {kind === 'subgroup' && (
              <TextInput
                label={words.add.division}
                placeholder={words.add.divisionHint}
                maxLength={60}
                value={division}
                onChange={(event) => setDivision(event.currentTarget.value)}
              />
            )}
            <TextInput
              label={kind === 'stream' ? words.add.streamName : words.add.names}
              placeholder={kind === 'stream' ? words.add.streamHint : words.add.namesHint}
              value={names}
              onChange={(event) => setNames(event.currentTarget.value)}
            />
            {kind === 'stream' && (
              <MultiSelect
                label={words.add.classes}
                searchable
                comboboxProps={{ withinPortal: false }}
                data={choices(props.classes, props.classId)}
                value={others}
                onChange={setOthers}
              />
            )}
            <ErrorNotice error={add.error} />
            <Group gap="xs">
              <Button type="submit" disabled={!ready} loading={add.isPending}>
                {words.add.save}
              </Button>
              <Button variant="subtle" onClick={() => setOpen(false)}>
                {words.add.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A group's name in the head of its column; opens what can be changed about it. */
export function GroupName(props: {
  readonly division: Division;
  readonly group: ClassGroup;
  readonly classes: Classes;
  readonly mayChange: boolean;
}) {
  const { division, group, mayChange } = props;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(group.name);
  const [archived, setArchived] = useState(group.archived);
  const done = async () => {
    await refreshStructure();
    setOpen(false);
  };
  const save = useMutation({
    mutationFn: () =>
      core.groups.set({
        groupId: group.id,
        name,
        division: division.name,
        archived,
        otherClassIds: group.classIds.slice(1),
      }),
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: () => core.groups.remove({ groupId: group.id }),
    onSuccess: done,
  });
  const shown = group.archived ? `${group.name} (${words.archivedMark})` : group.name;
  if (!mayChange) return <>{shown}</>;
  const stream = group.classIds
    .flatMap((id) => props.classes.find((one) => one.id === id)?.name ?? [])
    .join(', ');
  return (
    <Popover opened={open} onChange={setOpen} width={300} trapFocus withArrow>
      <Popover.Target>
        <UnstyledButton
          className={styles['name']}
          aria-label={words.group.open(group.name)}
          onClick={() => setOpen(!open)}
        >
          {shown}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Stack gap="xs">
            <TextInput
              label={words.group.name}
              maxLength={60}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {group.kind === 'stream' && <Text size="sm">{words.group.classes(stream)}</Text>}
            <Checkbox
              label={words.group.archived}
              checked={archived}
              onChange={(event) => setArchived(event.currentTarget.checked)}
            />
            <ErrorNotice error={save.error ?? remove.error} />
            <Group gap="xs">
              <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
                {words.group.save}
              </Button>
              {group.removable && (
                <Button
                  variant="default"
                  loading={remove.isPending}
                  onClick={() => remove.mutate()}
                >
                  {words.group.remove}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
