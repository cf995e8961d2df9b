import { Button, Group, Stepper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { NewJournal } from '#contract/setup';
import { startYearOf } from '#domain/school/default-periods';
import { core } from '../../api/clients';
import { commonTexts } from '../../text/common';
import { newJournalTexts } from '../../text/first-start';
import { CardScreen } from '../../ui/card-screen';
import { ErrorNotice } from '../../ui/error-notice';
import { todayHere } from '../../ui/today-here';
import { AdministratorStep } from './administrator-step';
import {
  administratorProblems,
  datesProblem,
  emptyDraft,
  schoolProblems,
  toNewJournal,
  type Draft,
} from './draft';
import { RecoveryKeyStep } from './recovery-key-step';
import { SchoolStep } from './school-step';
import { YearStep } from './year-step';

const LAST_STEP = 2;

/** In summer the year to come is meant, not the one that is over. */
function likelyStartYear(): number {
  const today = todayHere();
  const month = Number(today.slice(5, 7));
  return month >= 6 ? Number(today.slice(0, 4)) : startYearOf(today);
}

/** The assistant that makes the school's journal; what is typed stays while one goes back and forth. */
export function NewJournalAssistant({ onLeave }: { readonly onLeave: () => void }) {
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(likelyStartYear()));
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: (input: NewJournal) => core.setup.createJournal(input),
  });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));

  const school = schoolProblems(draft);
  const dates = datesProblem(draft);
  const administrator = administratorProblems(draft);
  const clean = [
    Object.keys(school).length === 0,
    dates === undefined,
    Object.keys(administrator).length === 0,
  ];

  function goOn(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (clean[step] !== true) {
      setTried(true);
      const form = event.currentTarget;
      // Once the mistakes are marked, the caret goes to the first of them.
      requestAnimationFrame(() => {
        form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      });
      return;
    }
    setTried(false);
    if (step < LAST_STEP) {
      setStep(step + 1);
      return;
    }
    const input = toNewJournal(draft);
    if (input !== undefined) create.mutate(input);
  }
  const goBack = () => {
    setTried(false);
    create.reset();
    if (step === 0) onLeave();
    else setStep(step - 1);
  };

  const made = create.data;
  const steps = newJournalTexts.steps;
  return (
    <CardScreen
      title={made ? newJournalTexts.key.title : newJournalTexts.title}
      width={step === 1 && !made ? 1040 : 760}
    >
      <Stepper active={made ? LAST_STEP + 1 : step} size="xs" allowNextStepsSelect={false}>
        <Stepper.Step label={steps.school} />
        <Stepper.Step label={steps.year} />
        <Stepper.Step label={steps.administrator} />
        <Stepper.Step label={steps.key} />
      </Stepper>
      {made ? (
        <RecoveryKeyStep schoolName={draft.name.trim()} recoveryKey={made.recoveryKey} />
      ) : (
        <form onSubmit={goOn} noValidate>
          {step === 0 && (
            <SchoolStep draft={draft} change={change} problems={tried ? school : {}} />
          )}
          {step === 1 && (
            <YearStep draft={draft} change={change} problem={tried ? dates : undefined} />
          )}
          {step === LAST_STEP && (
            <AdministratorStep
              draft={draft}
              change={change}
              problems={tried ? administrator : {}}
            />
          )}
          <ErrorNotice error={create.error} />
          <Group justify="space-between" mt="lg">
            <Button size="sm" variant="default" onClick={goBack} disabled={create.isPending}>
              {commonTexts.back}
            </Button>
            <Button size="sm" type="submit" loading={create.isPending}>
              {step === LAST_STEP ? newJournalTexts.create : commonTexts.next}
            </Button>
          </Group>
        </form>
      )}
    </CardScreen>
  );
}
