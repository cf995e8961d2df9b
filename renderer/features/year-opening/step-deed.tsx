import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OpeningState } from '#contract/year-opening';
import { mayRun, type OpeningStep } from '#domain/year-opening/steps';
import { mayCall, type ProcedureName } from '../../api/procedure-meta';
import { queryClient } from '../../api/query-client';
import { useSession } from '../../api/session';
import { yearOpeningTexts } from '../../text/year-opening';
import { ErrorNotice } from '../../ui/error-notice';

/** The button that carries a step out, and why it cannot be pressed. */
export function StepDeed(props: {
  readonly step: OpeningStep;
  readonly state: OpeningState;
  readonly asks: ProcedureName;
  readonly deed: string;
  /** Undefined while something is missing. */
  readonly run: (() => Promise<unknown>) | undefined;
  readonly problem?: string | undefined;
}) {
  const { state, step, run } = props;
  const { roles } = useSession();
  const deed = useMutation({
    mutationFn: () => run?.() ?? Promise.resolve(),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (!mayCall(roles, props.asks)) return <Text c="dimmed">{yearOpeningTexts.onlyLook}</Text>;
  const early = !mayRun(step, state.done);
  return (
    <>
      <ErrorNotice error={deed.error} />
      <Group gap="sm">
        <Button
          disabled={early || run === undefined}
          loading={deed.isPending}
          onClick={() => deed.mutate()}
        >
          {props.deed}
        </Button>
        <Text c="dimmed">{early ? yearOpeningTexts.stepTooEarly : props.problem}</Text>
      </Group>
    </>
  );
}
