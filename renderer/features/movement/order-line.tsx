import { ActionIcon, Group, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { MovementPreviewItem, MovementStart } from '#contract/movement';
import { leadsToClass, type MovementKind } from '#domain/movement/kinds';
import { movementProblems } from '../../text/errors';
import { movementTexts } from '../../text/movement';
import { DateField } from '../../ui/date-field/date-field';
import classes from './movement.module.css';
import { classesFor, withClass, type DraftLine, type NewPupil } from './order-draft';

const words = movementTexts.form;

function NewPupilFields(props: {
  readonly value: NewPupil;
  readonly onChange: (value: NewPupil) => void;
}) {
  const { value, onChange } = props;
  const text = (key: 'lastName' | 'firstName' | 'middleName', label: string) => (
    <TextInput
      size="xs"
      w="8rem"
      aria-label={label}
      placeholder={label}
      value={value[key]}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  );
  return (
    <Group gap={4} wrap="nowrap">
      {text('lastName', words.lastName)}
      {text('firstName', words.firstName)}
      {text('middleName', words.middleName)}
      <DateField
        label={words.birthDate}
        hideLabel
        value={value.birthDate}
        onChange={(birthDate) => onChange({ ...value, birthDate })}
      />
      <Select
        size="xs"
        w="4rem"
        aria-label={words.sex}
        placeholder={words.sex}
        data={[
          { value: 'male', label: words.sexes.male },
          { value: 'female', label: words.sexes.female },
        ]}
        value={value.sex}
        onChange={(sex) => onChange({ ...value, sex })}
      />
    </Group>
  );
}

/** One pupil of an order, edited in place. */
export function OrderLine(props: {
  readonly kind: MovementKind;
  readonly line: DraftLine;
  readonly start: MovementStart;
  readonly preview: MovementPreviewItem | undefined;
  /** Somebody of the same name is in the journal already. */
  readonly known: boolean;
  readonly onChange: (line: DraftLine) => void;
  readonly onRemove: () => void;
}) {
  const { kind, line, start, preview, onChange } = props;
  const { person } = line;
  const name = person?.name ?? `${line.newPupil.lastName} ${line.newPupil.firstName}`.trim();
  const possible = classesFor(kind, person, start.classes);
  const target = start.classes.find(({ id }) => id === line.toClassId);
  const labelled = (label: string) => `${label}: ${name}`;
  const years = new Set(possible.map(({ yearId }) => yearId));
  const wrong = [
    ...(preview?.problem ? [`${movementProblems[preview.problem]}.`] : []),
    ...(preview !== undefined && preview.dropped.length > 0
      ? [words.dropped(preview.dropped.join(', '))]
      : []),
    ...(props.known ? [words.known(name)] : []),
  ];
  const span = leadsToClass(kind) ? 9 : 7;
  return (
    <>
      <tr data-wrong={wrong.length > 0 ? true : undefined}>
        <td>
          {person === null ? (
            <NewPupilFields
              value={line.newPupil}
              onChange={(newPupil) => onChange({ ...line, newPupil })}
            />
          ) : (
            person.name
          )}
        </td>
        {kind !== 'arrival' && <td>{person?.className}</td>}
        {leadsToClass(kind) && (
          <>
            <td>
              <Select
                size="xs"
                w="8rem"
                aria-label={labelled(words.columns.to)}
                searchable
                data={possible.map((one) => ({
                  value: String(one.id),
                  label: years.size > 1 ? `${one.name} (${one.yearName})` : one.name,
                }))}
                value={line.toClassId === null ? null : String(line.toClassId)}
                onChange={(value) => {
                  const chosen = possible.find(({ id }) => String(id) === value);
                  if (chosen !== undefined) onChange(withClass(line, chosen));
                }}
              />
            </td>
            <td>
              {target !== undefined && target.groups.length > 0 && (
                <MultiSelect
                  size="xs"
                  miw="10rem"
                  aria-label={labelled(words.columns.groups)}
                  data={target.groups.map((group) => ({
                    value: String(group.id),
                    label: group.name,
                  }))}
                  value={line.groupIds.map(String)}
                  onChange={(chosen) => onChange({ ...line, groupIds: chosen.map(Number) })}
                />
              )}
            </td>
          </>
        )}
        <td>
          <DateField
            label={labelled(words.columns.day)}
            hideLabel
            value={line.on}
            onChange={(on) => onChange({ ...line, on })}
          />
        </td>
        {(kind === 'arrival' || kind === 'leaving') && (
          <td>
            <TextInput
              size="xs"
              miw="9rem"
              aria-label={labelled(words.columns.place[kind])}
              value={line.place}
              onChange={(event) => onChange({ ...line, place: event.currentTarget.value })}
            />
          </td>
        )}
        {kind === 'conditionalPromotion' && (
          <>
            <td>
              <MultiSelect
                size="xs"
                miw="12rem"
                searchable
                aria-label={labelled(words.columns.debts)}
                data={start.subjects.map((one) => ({ value: String(one.id), label: one.name }))}
                value={line.subjectIds.map(String)}
                onChange={(chosen) => onChange({ ...line, subjectIds: chosen.map(Number) })}
              />
            </td>
            <td>
              <DateField
                label={labelled(words.columns.due)}
                hideLabel
                value={line.dueOn}
                onChange={(dueOn) => onChange({ ...line, dueOn })}
              />
            </td>
          </>
        )}
        <td>
          <TextInput
            size="xs"
            miw="9rem"
            aria-label={labelled(words.columns.reason)}
            value={line.reason}
            onChange={(event) => onChange({ ...line, reason: event.currentTarget.value })}
          />
        </td>
        <td>
          <ActionIcon size="sm" aria-label={words.remove(name)} onClick={props.onRemove}>
            <IconX size={15} />
          </ActionIcon>
        </td>
      </tr>
      {wrong.length > 0 && (
        <tr>
          <td colSpan={span}>
            {wrong.map((text) => (
              <Text key={text} component="div" className={classes['wrong'] ?? ''}>
                {text}
              </Text>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
