import { Checkbox, Group, Radio, Stack } from '@mantine/core';
import { assertNever } from '#domain/assert-never';
import { ROLES, type Role } from '#domain/people/roles';
import { GIVEN_TO, type RegulatedAction } from '#domain/regulation/rights';
import { RULES, type RuleId, type RuleValue } from '#domain/regulation/rules';
import { FREQUENCY_WORDS, ROLE_WORDS, sentenceOf } from '#domain/regulation/sentences';
import {
  EDITING_WINDOWS,
  FREQUENCIES,
  type ValueKind,
  type ValueOf,
} from '#domain/regulation/values';
import { regulationTexts } from '../../text/regulation';
import { CountField, DeadlineField } from './deadline-field';
import { GradedDeadlineField, MinimumField } from './row-fields';
import { ProposalField } from './proposal-field';
import { PeriodDueField, TermField } from './term-fields';

const { edit: words } = regulationTexts;

type Typed = {
  [Kind in ValueKind]: { readonly kind: Kind; readonly value: ValueOf<Kind> };
}[ValueKind];
export type AnyValue = Typed['value'];

/** Several of a fixed list, kept in its order. */
function ManyField<One extends string>(props: {
  readonly label: string;
  readonly all: readonly One[];
  readonly words: Readonly<Record<One, string>>;
  readonly value: readonly One[];
  readonly onChange: (value: One[]) => void;
}) {
  const { all, value, onChange } = props;
  return (
    <Checkbox.Group
      label={props.label}
      value={[...value]}
      onChange={(chosen) => onChange(all.filter((one) => chosen.includes(one)))}
    >
      <Group gap="md" mt={4}>
        {all.map((one) => (
          <Checkbox key={one} value={one} label={props.words[one]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** One of a few whole sentences. */
function SentenceField(props: {
  readonly choices: readonly (readonly [value: string, sentence: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Radio.Group label={words.value} value={props.value} onChange={props.onChange}>
      <Stack gap={6} mt={4}>
        {props.choices.map(([value, sentence]) => (
          <Radio key={value} value={value} label={sentence} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** The fields of a rule's value, by its kind. */
export function ValueField(props: {
  readonly id: RuleId;
  readonly value: AnyValue;
  readonly onChange: (value: AnyValue) => void;
}) {
  const { id, onChange } = props;
  const typed = { kind: RULES[id].kind, value: props.value } as Typed;
  const sentence = (value: AnyValue) => sentenceOf(id, value as RuleValue<typeof id>);
  switch (typed.kind) {
    case 'deadline':
      return <DeadlineField value={typed.value} onChange={onChange} />;
    case 'gradedDeadline':
      return <GradedDeadlineField value={typed.value} onChange={onChange} />;
    case 'minimum':
      return <MinimumField value={typed.value} onChange={onChange} />;
    case 'proposal':
      return <ProposalField value={typed.value} onChange={onChange} />;
    case 'periodDue':
      return <PeriodDueField value={typed.value} onChange={onChange} />;
    case 'term':
      return <TermField value={typed.value} onChange={onChange} />;
    case 'switch':
      return (
        <SentenceField
          choices={[
            ['yes', sentence(true)],
            ['no', sentence(false)],
          ]}
          value={typed.value ? 'yes' : 'no'}
          onChange={(value) => onChange(value === 'yes')}
        />
      );
    case 'window':
      return (
        <SentenceField
          choices={EDITING_WINDOWS.map((window) => [window, sentence(window)] as const)}
          value={typed.value}
          onChange={(value) => onChange(value as ValueOf<'window'>)}
        />
      );
    case 'roles':
      return (
        <ManyField
          label={words.value}
          all={ROLES.filter(
            (role) =>
              (GIVEN_TO[id as RegulatedAction] as readonly Role[]).includes(role) ||
              typed.value.includes(role),
          )}
          words={ROLE_WORDS}
          value={typed.value}
          onChange={onChange}
        />
      );
    case 'frequency':
      return (
        <ManyField
          label={words.value}
          all={FREQUENCIES}
          words={FREQUENCY_WORDS}
          value={typed.value}
          onChange={onChange}
        />
      );
    case 'number':
      return <CountField label={words.number} max={100} value={typed.value} onChange={onChange} />;
    default:
      return assertNever(typed);
  }
}
