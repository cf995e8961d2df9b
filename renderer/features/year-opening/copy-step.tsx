import { Text } from '@mantine/core';
import type { OpeningState } from '#contract/year-opening';
import { core } from '../../api/clients';
import { yearOpeningTexts } from '../../text/year-opening';
import { StepDeed } from './step-deed';

const words = yearOpeningTexts.copy;
const SHOWN = 40;

/** A step that asks nothing: what it will make, what stays, what somebody has to decide. */
export function CopyStep(props: {
  readonly state: OpeningState;
  readonly step: 'curriculum' | 'groups' | 'load';
}) {
  const { state, step } = props;
  const { make, kept } = state.structure[step];
  const { without } = state.structure.load;
  return (
    <>
      <Text>{words[step]}</Text>
      <Text>{words.make(make)}</Text>
      <Text c="dimmed">{words.kept(kept)}</Text>
      {step === 'load' && without.length > 0 && (
        <div>
          <Text>{words.without(without.length)}</Text>
          <Text c="dimmed">
            {without
              .slice(0, SHOWN)
              .map(({ className, subject }) => `${className} ${subject}`)
              .join(', ')}
            {without.length > SHOWN && '…'}
          </Text>
        </div>
      )}
      <StepDeed
        step={step}
        state={state}
        asks="yearOpening.copy"
        deed={words.deed[step]}
        run={() => core.yearOpening.copy({ step })}
      />
    </>
  );
}
