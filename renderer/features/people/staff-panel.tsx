import { Button, Checkbox, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffRow } from '#contract/people';
import { fullName } from '#domain/people/name';
import { ROLES, type Role } from '#domain/people/roles';
import { suggestLogin } from '#domain/people/suggest-login';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { peopleTexts } from '../../text/people';
import { confirm } from '../../ui/confirm';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';
import { addSlip } from './slips';
import { likelyRoles } from './staff-rules';

const words = peopleTexts.panel;

const refresh = () => queryClient.invalidateQueries({ queryKey: queries.people.staff.key() });

function RolesField(props: {
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}) {
  return (
    <Checkbox.Group
      label={words.roles}
      value={[...props.value]}
      onChange={(chosen) => props.onChange(ROLES.filter((role) => chosen.includes(role)))}
      error={props.value.length === 0 ? words.noRole : undefined}
    >
      <Stack gap={6} mt={4}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={peopleTexts.roles[role]}
            description={peopleTexts.roleHints[role]}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function NewAccount(props: { readonly row: StaffRow; readonly taken: readonly string[] }) {
  const { row } = props;
  const [login, setLogin] = useState(suggestLogin(row, props.taken));
  const [roles, setRoles] = useState(likelyRoles(row));
  const open = useMutation({
    mutationFn: () => core.people.openAccount({ staffId: row.id, login, roles: [...roles] }),
    onSuccess: async (secret) => {
      addSlip({ name: fullName(row), ...secret });
      await refresh();
    },
  });
  return (
    <Stack gap="sm">
      <TextInput
        label={words.login}
        value={login}
        spellCheck={false}
        error={login.trim() === '' ? words.noLogin : undefined}
        onChange={(event) => setLogin(event.currentTarget.value)}
        data-autofocus
      />
      <RolesField value={roles} onChange={setRoles} />
      <ErrorNotice error={open.error} />
      <Group>
        <Button
          loading={open.isPending}
          disabled={roles.length === 0 || login.trim() === ''}
          onClick={() => open.mutate()}
        >
          {words.open}
        </Button>
      </Group>
    </Stack>
  );
}

function OwnAccount(props: {
  readonly row: StaffRow;
  readonly account: NonNullable<StaffRow['account']>;
}) {
  const { row, account } = props;
  const [roles, setRoles] = useState(account.roles);
  const accountId = account.id;
  const saveRoles = useMutation({
    mutationFn: () => core.people.setRoles({ accountId, roles: [...roles] }),
    onSuccess: async () => {
      notifyDone(words.rolesSaved);
      await refresh();
    },
  });
  const reset = useMutation({
    mutationFn: () => core.people.resetPassword({ accountId }),
    onSuccess: async (secret) => {
      addSlip({ name: fullName(row), ...secret });
      await refresh();
    },
  });
  const block = useMutation({
    mutationFn: (blocked: boolean) => core.people.setBlocked({ accountId, blocked }),
    onSuccess: async (_, blocked) => {
      notifyDone(blocked ? words.blocked : words.unblocked);
      await refresh();
    },
  });
  const askReset = async () => {
    if (await confirm(words.resetQuestion)) reset.mutate();
  };
  const askBlock = async () => {
    if (
      account.blocked ||
      (await confirm({ ...words.blockQuestion(fullName(row)), danger: true }))
    ) {
      block.mutate(!account.blocked);
    }
  };
  const changed =
    roles.length !== account.roles.length || roles.some((role) => !account.roles.includes(role));
  return (
    <Stack gap="sm">
      <Text>
        {words.login}: <strong>{account.login}</strong>
      </Text>
      <RolesField value={roles} onChange={setRoles} />
      <ErrorNotice error={saveRoles.error ?? reset.error ?? block.error} />
      <Group gap="xs">
        <Button
          disabled={!changed || roles.length === 0}
          loading={saveRoles.isPending}
          onClick={() => saveRoles.mutate()}
        >
          {words.saveRoles}
        </Button>
      </Group>
      <Group gap="xs">
        <Button variant="default" loading={reset.isPending} onClick={() => void askReset()}>
          {words.reset}
        </Button>
        <Button
          variant="default"
          {...(account.blocked ? {} : { c: 'var(--mantine-color-error)' })}
          loading={block.isPending}
          onClick={() => void askBlock()}
        >
          {account.blocked ? words.unblock : words.block}
        </Button>
      </Group>
    </Stack>
  );
}

/** Access of one member of staff, beside the list. */
export function StaffPanel(props: {
  readonly row: StaffRow | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  const { row } = props;
  return (
    <Drawer
      opened={row !== null}
      onClose={props.onClose}
      size={380}
      title={row && <strong>{fullName(row)}</strong>}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      {row && (
        <Stack gap="sm">
          <Text c="dimmed">{row.position}</Text>
          {row.account ? (
            <OwnAccount key={row.account.id} row={row} account={row.account} />
          ) : (
            <NewAccount key={row.id} row={row} taken={props.taken} />
          )}
        </Stack>
      )}
    </Drawer>
  );
}
