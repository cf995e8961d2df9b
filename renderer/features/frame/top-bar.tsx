import { Button, Group, Kbd, Menu, Text, UnstyledButton } from '@mantine/core';
import {
  IconAppWindow,
  IconCheck,
  IconChevronDown,
  IconKey,
  IconLock,
  IconLogout,
  IconRefresh,
  IconSearch,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useSaving } from '../../api/saving';
import { useSession } from '../../api/session';
import { frameTexts } from '../../text/frame';
import { roleTexts } from '../../text/log-in';
import { ChangePasswordDialog } from '../log-in/change-password-dialog';
import { lockNow } from '../lock/use-idle-lock';
import { Appearance } from './appearance';
import { logOut, openNewWindow } from './commands';
import classes from './frame.module.css';
import { YearMenu } from './year-menu';

function SavedState() {
  const saving = useSaving();
  const Mark = saving ? IconRefresh : IconCheck;
  return (
    <Group gap={4} wrap="nowrap" c="dimmed" className={classes['saved'] ?? ''} role="status">
      <Mark size={16} aria-hidden />
      <Text size="xs" className={classes['savedText']}>
        {saving ? frameTexts.saving : frameTexts.saved}
      </Text>
    </Group>
  );
}

function PersonMenu() {
  const { name, roles, demo } = useSession();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <UnstyledButton className={classes['person']} aria-label={frameTexts.menu(name)}>
            <Text fw={600} truncate>
              {name}
            </Text>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{roles.map((role) => roleTexts[role]).join(', ')}</Menu.Label>
          <Menu.Item leftSection={<IconAppWindow size={16} />} onClick={openNewWindow}>
            {frameTexts.newWindow}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={16} />}
            rightSection={<Kbd size="xs">Ctrl+L</Kbd>}
            onClick={lockNow}
          >
            {frameTexts.lock}
          </Menu.Item>
          {/* The passwords of the demonstration stand on its log-in. */}
          {!demo && (
            <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setChanging(true)}>
              {frameTexts.changePassword}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={logOut}>
            {frameTexts.logOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}

/** The line above the screens: where, which year, search, state, who. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const session = useSession();
  return (
    <section className={classes['top']} aria-label={frameTexts.topBar}>
      <Text fw={600} truncate className={classes['school']} title={session.schoolName}>
        {session.schoolName}
      </Text>
      <YearMenu className={classes['year']} />
      <Button
        variant="default"
        className={classes['search'] ?? ''}
        leftSection={<IconSearch size={15} />}
        rightSection={
          <Kbd size="xs" className={classes['searchKeys'] ?? ''}>
            Ctrl+K
          </Kbd>
        }
        styles={{ label: { flex: 1 }, inner: { width: '100%' } }}
        onClick={onSearch}
      >
        {frameTexts.searchShort}
      </Button>
      <SavedState />
      <Appearance />
      <PersonMenu />
    </section>
  );
}
