import { ActionIcon, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ValueOf } from '#domain/regulation/values';
import { regulationTexts } from '../../text/regulation';
import { CountField, DeadlineField } from './deadline-field';

const { edit: words } = regulationTexts;
type Bands = ValueOf<'gradedDeadline'>;
type Minimum = ValueOf<'minimum'>;

const RemoveRow = (props: { readonly onClick: () => void; readonly disabled: boolean }) => (
  <ActionIcon
    variant="default"
    size="lg"
    aria-label={words.removeBand}
    disabled={props.disabled}
    onClick={props.onClick}
  >
    <IconTrash size={16} />
  </ActionIcon>
);

/** Deadlines that differ by grades: a row for each span of grades. */
export function GradedDeadlineField(props: {
  readonly value: Bands;
  readonly onChange: (value: Bands) => void;
}) {
  const { value, onChange } = props;
  const set = (at: number, change: Partial<Bands[number]>) =>
    onChange(value.map((band, index) => (index === at ? { ...band, ...change } : band)));
  const after = Math.max(...value.map(({ gradeTo }) => gradeTo)) + 1;
  return (
    <Stack gap="xs" align="flex-start">
      {value.map((band, index) => (
        // Rows have no names of their own: their place is all there is.
        // eslint-disable-next-line react/no-array-index-key
        <Group key={index} gap="sm" align="flex-end">
          <CountField
            label={words.gradeFrom}
            max={12}
            value={band.gradeFrom}
            onChange={(gradeFrom) => set(index, { gradeFrom })}
          />
          <CountField
            label={words.gradeTo}
            max={12}
            value={band.gradeTo}
            onChange={(gradeTo) => set(index, { gradeTo })}
          />
          <DeadlineField value={band.deadline} onChange={(deadline) => set(index, { deadline })} />
          <RemoveRow
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        disabled={after > 12}
        onClick={() =>
          onChange([...value, { gradeFrom: after, gradeTo: 12, deadline: { by: 'lessonDay' } }])
        }
      >
        {words.addBand}
      </Button>
    </Stack>
  );
}

/** The least number of marks by weekly hours; the last row is for everything above. */
export function MinimumField(props: {
  readonly value: Minimum;
  readonly onChange: (value: Minimum) => void;
}) {
  const { value, onChange } = props;
  const set = (at: number, change: Partial<Minimum[number]>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const add = () => {
    const rest = value.slice(0, -1);
    const last = value.at(-1) ?? { upToHours: null, marks: 3 };
    const most = rest.at(-1)?.upToHours ?? 0;
    onChange([...rest, { upToHours: most + 1, marks: last.marks }, last]);
  };
  return (
    <Stack gap="xs" align="flex-start">
      {value.map((row, index) => (
        // eslint-disable-next-line react/no-array-index-key
        <Group key={index} gap="sm" align="flex-end">
          {row.upToHours === null ? (
            <Text w="11rem" pb={6}>
              {words.above}
            </Text>
          ) : (
            <NumberInput
              label={words.upToHours}
              w="11rem"
              min={0}
              max={40}
              step={0.5}
              decimalSeparator=","
              allowedDecimalSeparators={[',', '.']}
              value={row.upToHours}
              onChange={(hours) => set(index, { upToHours: typeof hours === 'number' ? hours : 0 })}
            />
          )}
          <CountField
            label={words.marks}
            max={60}
            value={row.marks}
            onChange={(marks) => set(index, { marks })}
          />
          {row.upToHours !== null && (
            <RemoveRow
              disabled={false}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            />
          )}
        </Group>
      ))}
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
        {words.addRow}
      </Button>
    </Stack>
  );
}
