import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import type { Deadline } from '#domain/regulation/values';
import { regulationTexts } from '../../text/regulation';

const { edit: words, deadlines } = regulationTexts;
type By = Deadline['by'];
const KINDS = Object.keys(deadlines) as readonly By[];

/** What each kind of deadline begins with when it is chosen. */
const FRESH: { readonly [Kind in By]: Extract<Deadline, { by: Kind }> } = {
  none: { by: 'none' },
  beforeLesson: { by: 'beforeLesson' },
  lessonDay: { by: 'lessonDay' },
  hoursAfterLesson: { by: 'hoursAfterLesson', hours: 24 },
  hoursAfterClasses: { by: 'hoursAfterClasses', hours: 1 },
  clock: { by: 'clock', firstShift: '15:00', secondShift: '20:00' },
  workingWeek: { by: 'workingWeek' },
  days: { by: 'days', days: 3, counted: 'calendar' },
  whenChecked: { by: 'whenChecked', days: 7 },
};

/** A whole number in a field; what is no number is kept as zero, which no rule takes. */
export function CountField(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      label={props.label}
      w="6rem"
      min={0}
      max={props.max}
      allowDecimal={false}
      value={props.value}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : 0)}
    />
  );
}

/** Until when something of a lesson is entered. */
export function DeadlineField(props: {
  readonly value: Deadline;
  readonly onChange: (value: Deadline) => void;
}) {
  const { value, onChange } = props;
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={words.value}
        w="24rem"
        allowDeselect={false}
        data={KINDS.map((kind) => ({ value: kind, label: deadlines[kind] }))}
        value={value.by}
        onChange={(kind) => kind !== null && onChange(FRESH[kind])}
      />
      {'hours' in value && (
        <CountField
          label={words.hours}
          max={72}
          value={value.hours}
          onChange={(hours) => onChange({ ...value, hours })}
        />
      )}
      {'days' in value && (
        <CountField
          label={words.days}
          max={60}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
      {value.by === 'days' && (
        <Select
          label={words.counted}
          w="10rem"
          allowDeselect={false}
          data={(['calendar', 'school'] as const).map((one) => ({ value: one, label: words[one] }))}
          value={value.counted}
          onChange={(counted) =>
            onChange({ ...value, counted: counted === 'school' ? 'school' : 'calendar' })
          }
        />
      )}
      {value.by === 'clock' &&
        (['firstShift', 'secondShift'] as const).map((shift) => (
          <TextInput
            key={shift}
            label={words[shift]}
            placeholder={words.timeHint}
            w="9rem"
            value={value[shift]}
            onChange={(event) => onChange({ ...value, [shift]: event.currentTarget.value })}
          />
        ))}
    </Group>
  );
}
