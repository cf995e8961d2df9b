import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OpeningState } from '#contract/year-opening';
import { assertNever } from '#domain/assert-never';
import { nextStep, OPENING_STEPS, type OpeningStep } from '#domain/year-opening/steps';
import { chooseYear } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { useAddressParts } from '../../routes/use-address-parts';
import { yearOpeningTexts } from '../../text/year-opening';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { ClassesStep } from './classes-step';
import { CopyStep } from './copy-step';
import classes from './new-year.module.css';
import { PupilsStep } from './pupils-step';
import { YearStep } from './year-step';

const words = yearOpeningTexts;

function StepBody({ step, state }: { readonly step: OpeningStep; readonly state: OpeningState }) {
  // What was made since is shown anew, not over what was typed before.
  const key = state.done.join();
  switch (step) {
    case 'year':
      return <YearStep key={key} state={state} />;
    case 'classes':
      return <ClassesStep key={key} state={state} />;
    case 'curriculum':
    case 'groups':
    case 'load':
      return <CopyStep state={state} step={step} />;
    case 'pupils':
      return <PupilsStep state={state} />;
    default:
      return assertNever(step);
  }
}

/** The assistant that opens the next school year, step by step (S8). */
export function NewYearScreen() {
  const state = useQuery({ ...queries.yearOpening.state.queryOptions(), staleTime: 0 });
  const [parts, setParts] = useAddressParts();
  if (state.isPending) return <Loading />;
  const { data } = state;
  if (data === undefined) {
    return (
      <Page title={words.tab}>
        <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
      </Page>
    );
  }
  const asked = OPENING_STEPS.find((step) => step === parts['step']);
  const step = asked ?? nextStep(data.done) ?? 'pupils';
  const { to } = data;
  return (
    <Page title={words.title(to?.name ?? data.dates.name)} hint={words.hint(data.from.name)}>
      <div className={classes['screen']}>
        <ol className={classes['steps']} aria-label={words.stepsLabel}>
          {OPENING_STEPS.map((one, index) => (
            <li key={one}>
              <Button
                fullWidth
                justify="space-between"
                variant={one === step ? 'light' : 'subtle'}
                color={one === step ? 'blue' : 'gray'}
                aria-current={one === step ? 'step' : undefined}
                rightSection={
                  data.done.includes(one) && <IconCheck size={16} aria-label={words.stepDone} />
                }
                onClick={() => setParts({ step: one })}
              >
                {index + 1}. {words.steps[one]}
              </Button>
            </li>
          ))}
        </ol>
        <div className={classes['body']}>
          {data.finished && to !== null && (
            <Group gap="sm">
              <Text>{words.finished}</Text>
              <Button variant="default" onClick={() => chooseYear(to.id)}>
                {words.toYear(to.name)}
              </Button>
              <Button
                component={Link}
                variant="default"
                to="/reports/readiness"
                search={{ year: String(to.id) } as never}
              >
                {words.readiness}
              </Button>
            </Group>
          )}
          <StepBody step={step} state={data} />
          {data.done.includes(step) && step !== 'pupils' && (
            <Group>
              <Button
                variant="default"
                onClick={() => setParts({ step: OPENING_STEPS[OPENING_STEPS.indexOf(step) + 1] })}
              >
                {words.next}
              </Button>
            </Group>
          )}
        </div>
      </div>
    </Page>
  );
}
