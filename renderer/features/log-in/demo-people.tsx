import { Button, Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { DemoPerson } from '#contract/setup';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { setSession } from '../../api/session-state';
import { logInTexts, roleTexts } from '../../text/log-in';
import { confirm } from '../../ui/confirm';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './demo-people.module.css';

/** Whom one may be in the demonstration school, the way out of it, and a fresh one. */
export function DemoPeople(props: {
  readonly people: readonly DemoPerson[];
  readonly busy: boolean;
  readonly onRebuild: () => void;
  readonly onEnter: (who: { login: string; password: string }) => void;
}) {
  const leave = useMutation({
    mutationFn: () => core.setup.leaveDemo(),
    onSuccess: async () => {
      setSession(null);
      await queryClient.invalidateQueries({ queryKey: queries.setup.workplace.queryKey() });
    },
  });
  const rebuild = async () => {
    if (await confirm({ ...logInTexts.demo.rebuildAsk, danger: true })) props.onRebuild();
  };
  return (
    <>
      <SimpleGrid cols={2} spacing="xs">
        {props.people.map((person) => (
          <UnstyledButton
            key={person.login}
            className={classes['person']}
            disabled={props.busy}
            onClick={() => props.onEnter({ login: person.login, password: person.password })}
          >
            <Text fw={600}>{person.name}</Text>
            <Text size="xs" c="dimmed">
              {roleTexts[person.role]}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      <Group justify="space-between">
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
          {logInTexts.demo.leave}
        </Button>
        <Button variant="subtle" disabled={props.busy} onClick={() => void rebuild()}>
          {logInTexts.demo.rebuild}
        </Button>
      </Group>
      <ErrorNotice error={leave.error} />
    </>
  );
}
