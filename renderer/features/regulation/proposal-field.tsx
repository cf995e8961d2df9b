import { Group, Radio, Stack, Text } from '@mantine/core';
import type { ValueOf } from '#domain/regulation/values';
import { regulationTexts } from '../../text/regulation';
import { CountField } from './deadline-field';

type Value = ValueOf<'proposal'>;
const { proposal: words } = regulationTexts.edit;

/** How a period's mark is proposed: which average, from which hundredths up, what becomes of debts. */
export function ProposalField(props: {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const { value, onChange } = props;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={words.basis}
        value={value.basis}
        onChange={(basis) => onChange({ ...value, basis })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="weighted" label={words.weighted} />
          <Radio value="plain" label={words.plain} />
        </Stack>
      </Radio.Group>
      <Group gap="sm" align="flex-end">
        <CountField
          label={words.threshold}
          max={100}
          value={value.threshold}
          onChange={(threshold) => onChange({ ...value, threshold })}
        />
        <Text size="sm" c="dimmed" pb={6}>
          {words.thresholdHint}
        </Text>
      </Group>
      <Radio.Group
        label={words.debts}
        value={value.debts}
        onChange={(debts) => onChange({ ...value, debts })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="ignore" label={words.ignore} />
          <Radio value="as-two" label={words.asTwo} />
          <Radio value="block" label={words.block} />
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
