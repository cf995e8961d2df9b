import { Badge, Button, Drawer, Group, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HealthAccess, HealthAccount } from '#contract/health';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { refusalOf } from '../../api/refusal';
import { core } from '../../api/clients';
import { useSession } from '../../api/session';
import { healthTexts } from '../../text/health';
import { peopleTexts } from '../../text/people';
import { confirm } from '../../ui/confirm';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';
import { RecoveryKeyField } from '../copies/recovery-key-field';

const words = healthTexts.access;
const day = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short' });

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.health.key() }),
    queryClient.invalidateQueries({ queryKey: queries.pupils.key() }),
  ]);

const optionsOf = (accounts: readonly HealthAccount[]) =>
  accounts.map((one) => ({
    value: String(one.accountId),
    label: [
      one.name,
      one.roles.map((role) => peopleTexts.roles[role]).join(', '),
      ...(one.ready ? [] : [words.notReady]),
    ].join(' · '),
    disabled: !one.ready,
  }));

/** Begins to keep health sheets: who may open them is named at once. */
function TurnOn({ access }: { readonly access: HealthAccess }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [key, setKey] = useState('');
  const turnOn = useMutation({
    mutationFn: () => {
      const accountIds = chosen.map(Number);
      return core.health.turnOn({ accountIds, ...(key === '' ? {} : { recoveryKey: key }) });
    },
    onSuccess: async () => {
      notifyDone(words.turnedOn);
      await refresh();
    },
  });
  const refusal = refusalOf(turnOn.error);
  const asksKey =
    key !== '' || (refusal?.code === 'INVALID' && refusal.data.why === 'recoveryKeyNeeded');
  const ask = async () => {
    if (await confirm(words.turnOnQuestion)) turnOn.mutate();
  };
  return (
    <Stack gap="xs">
      <Text>{words.off}</Text>
      <MultiSelect
        label={words.choose}
        description={words.chooseHint}
        placeholder={chosen.length === 0 ? words.choosePlaceholder : ''}
        searchable
        data={optionsOf(access.accounts)}
        value={[...chosen]}
        onChange={setChosen}
      />
      <ErrorNotice error={turnOn.error} />
      {asksKey && <RecoveryKeyField value={key} onChange={setKey} />}
      <Group>
        <Button
          disabled={chosen.length === 0}
          loading={turnOn.isPending}
          onClick={() => void ask()}
        >
          {words.turnOn}
        </Button>
      </Group>
    </Stack>
  );
}

function Holder(props: { readonly one: HealthAccount; readonly mayRevoke: boolean }) {
  const { one } = props;
  const revoke = useMutation({
    mutationFn: () => core.health.revoke({ accountId: one.accountId }),
    onSuccess: async () => {
      notifyDone(words.revoked);
      await refresh();
    },
  });
  const ask = async () => {
    if (await confirm({ ...words.revokeQuestion(one.name), danger: true })) revoke.mutate();
  };
  const since = one.grantedAt === null ? '' : day.format(new Date(one.grantedAt));
  return (
    <>
      <Group gap="sm">
        <Text fw={600}>{one.name}</Text>
        <Badge variant="light" color="gray">
          {one.roles.map((role) => peopleTexts.roles[role]).join(', ')}
        </Badge>
        <Text size="xs" c="dimmed">
          {words.grantedBy(one.grantedBy, since)}
        </Text>
        {props.mayRevoke && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={revoke.isPending}
            onClick={() => void ask()}
          >
            {words.revoke}
          </Button>
        )}
      </Group>
      <ErrorNotice error={revoke.error} />
    </>
  );
}

function Grant({ access }: { readonly access: HealthAccess }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const grant = useMutation({
    mutationFn: (accountId: number) => core.health.grant({ accountId }),
    onSuccess: async () => {
      notifyDone(words.granted);
      setChosen(null);
      await refresh();
    },
  });
  return (
    <>
      <Group gap="sm" align="flex-end">
        <Select
          flex={1}
          label={words.choose}
          placeholder={words.choosePlaceholder}
          searchable
          data={optionsOf(access.accounts.filter(({ permitted }) => !permitted))}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          disabled={chosen === null}
          loading={grant.isPending}
          onClick={() => grant.mutate(Number(chosen))}
        >
          {words.grant}
        </Button>
      </Group>
      <ErrorNotice error={grant.error} />
    </>
  );
}

/** When nobody is left who could open it, the key of the safe does. */
function Recover() {
  const [asked, setAsked] = useState(false);
  const [key, setKey] = useState('');
  const recover = useMutation({
    mutationFn: () => core.health.recover({ recoveryKey: key }),
    onSuccess: async () => {
      notifyDone(words.recovered);
      await refresh();
    },
  });
  if (!asked) {
    return (
      <Group>
        <Button size="compact-xs" variant="subtle" onClick={() => setAsked(true)}>
          {words.recover}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Text>{words.recoverHint}</Text>
      <RecoveryKeyField value={key} onChange={setKey} />
      <ErrorNotice error={recover.error} />
      <Group>
        <Button
          disabled={key.trim() === ''}
          loading={recover.isPending}
          onClick={() => recover.mutate()}
        >
          {words.recoverDeed}
        </Button>
      </Group>
    </Stack>
  );
}

/** «Кому открыт листок здоровья»: the list of persons, and opening and closing it (C1, 152-ФЗ). */
export function HealthAccessButton() {
  const { roles } = useSession();
  const [open, setOpen] = useState(false);
  const found = useQuery({ ...queries.health.access.queryOptions(), enabled: open });
  const access = found.data;
  const mayTurnOn = mayCall(roles, 'health.turnOn');
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        size={520}
        title={<strong>{words.title}</strong>}
        overlayProps={{ backgroundOpacity: 0.15 }}
      >
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        {access &&
          !access.on &&
          (mayTurnOn ? <TurnOn access={access} /> : <Text>{words.offYet}</Text>)}
        {access?.on === true && <Holders access={access} />}
      </Drawer>
    </>
  );
}

function Holders({ access }: { readonly access: HealthAccess }) {
  const holders = access.accounts.filter(({ permitted }) => permitted);
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {access.mayGrant ? words.on : `${words.on} ${words.onlyHolders}`}
      </Text>
      {holders.map((one) => (
        <Holder key={one.accountId} one={one} mayRevoke={access.mayGrant} />
      ))}
      {access.mayGrant && <Grant access={access} />}
      {!access.permitted && access.recoverable && <Recover />}
    </Stack>
  );
}
