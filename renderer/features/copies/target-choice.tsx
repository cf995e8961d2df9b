import { ActionIcon, Button, Group, Radio, Stack, Text, Tooltip } from '@mantine/core';
import { IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { shell } from '../../api/clients';
import { queries } from '../../api/queries';
import type { Grant } from '#contract/shell';
import { copiesTexts } from '../../text/copies';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyError } from '../../ui/notify';
import type { CopyTarget } from './copy-job';
import { sizeText } from './size-text';

/** A drive that is plugged in shows itself without a click. */
const LOOK_EVERY_MS = 5000;

/** What is chosen: a drive by its key, or a folder the person named. */
export type Choice = {
  readonly drive: string | null;
  readonly folder: Grant | null;
  readonly folderChosen: boolean;
};

export const NO_CHOICE: Choice = { drive: null, folder: null, folderChosen: false };

/** The choice as the core takes it; undefined while there is none. */
export function targetOf({ drive, folder, folderChosen }: Choice): CopyTarget | undefined {
  if (folderChosen && folder !== null) return { grant: folder.grant };
  return drive === null ? undefined : { drive };
}

const words = copiesTexts.make;
const FOLDER = 'folder';

/** The drives there are now and any folder besides; the first removable drive is chosen already. */
export function TargetChoice(props: {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly children: (choice: Choice) => React.ReactNode;
}) {
  const drives = useQuery({
    ...queries.copies.drives.queryOptions(),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
  const found = drives.data ?? [];
  const { folder, folderChosen } = props.choice;
  const drive =
    found.find(({ key }) => key === props.choice.drive) ??
    found.find(({ removable }) => removable) ??
    found[0];
  const choice: Choice = { ...props.choice, drive: drive?.key ?? null };
  const chooseFolder = async () => {
    const chosen = await shell.chooseFolder({ purpose: 'copy' });
    if (chosen !== null) props.onChange({ ...choice, folder: chosen, folderChosen: true });
  };
  const value = folderChosen ? FOLDER : drive === undefined ? null : `drive:${drive.key}`;
  return (
    <Stack gap="sm">
      <ErrorNotice error={drives.error} onRetry={() => void drives.refetch()} />
      <Radio.Group
        label={
          <Group gap="xs" component="span">
            {words.where}
            <Tooltip label={words.refresh}>
              <ActionIcon
                size="sm"
                aria-label={words.refresh}
                loading={drives.isPending}
                onClick={() => void drives.refetch()}
              >
                <IconRefresh size={15} />
              </ActionIcon>
            </Tooltip>
          </Group>
        }
        value={value}
        onChange={(next) =>
          props.onChange(
            next === FOLDER
              ? { ...choice, folderChosen: true }
              : { ...choice, drive: next.slice('drive:'.length), folderChosen: false },
          )
        }
      >
        <Stack gap="xs" mt="xs">
          {drives.isPending && <Text c="dimmed">{words.searching}</Text>}
          {drives.data?.length === 0 && <Text c="dimmed">{words.noDrives}</Text>}
          {found.map(({ key, label, free, size, removable }) => (
            <Radio
              key={key}
              value={`drive:${key}`}
              label={words.drive(label, removable)}
              description={words.free(sizeText(free), sizeText(size))}
            />
          ))}
          {folder !== null && (
            <Radio value={FOLDER} label={folder.name} description={words.chosenFolder} />
          )}
        </Stack>
      </Radio.Group>
      <Group gap="sm">
        {props.children(choice)}
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} />}
          onClick={() => void chooseFolder().catch(notifyError)}
        >
          {words.otherFolder}
        </Button>
      </Group>
    </Stack>
  );
}
