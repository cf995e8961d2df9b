import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { MovementPerson, MovementStart } from '#contract/movement';
import { formatDate } from '#domain/calendar/iso-date';
import type { MovementKind } from '#domain/movement/kinds';
import { movementTexts } from '../../text/movement';

const words = movementTexts.form;

/** «Абрамов Илья, 6-А»: enough to tell namesakes apart. */
function labelOf({ name, className, birthDate, to }: MovementPerson): string {
  const born = birthDate === null ? '' : `, ${formatDate(birthDate)}`;
  const where =
    className === ''
      ? words.noClassYet
      : to === null
        ? className
        : words.former(className, formatDate(to));
  return `${name}${born} · ${where}`;
}

/** Finds pupils for an order: one by typing, a whole class at once, or a new one. */
export function PupilFinder(props: {
  readonly kind: MovementKind;
  readonly start: MovementStart;
  readonly taken: ReadonlySet<number>;
  readonly onAdd: (people: MovementPerson[]) => void;
  readonly onNew: () => void;
}) {
  const { kind, start, taken, onAdd } = props;
  const [text, setText] = useState('');
  const comes = kind === 'arrival';
  const people = start.people.filter(
    ({ id, to, classId }) =>
      !taken.has(id) && (comes ? classId === null || to !== null : classId !== null),
  );
  const classNames = start.classes.filter(({ id }) =>
    start.people.some(({ classId, to }) => classId === id && to === null),
  );
  return (
    <>
      <Select
        label={words.addPupil}
        placeholder={words.addPupilHint}
        w="19rem"
        searchable
        limit={40}
        data={people.map((one) => ({ value: String(one.id), label: labelOf(one) }))}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        onChange={(chosen) => {
          const person = people.find(({ id }) => String(id) === chosen);
          if (person !== undefined) onAdd([person]);
          setText('');
        }}
      />
      {comes ? (
        <Button variant="default" onClick={props.onNew}>
          {words.newPupil}
        </Button>
      ) : (
        <Select
          label={words.addClass}
          w="9rem"
          searchable
          data={classNames.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={null}
          onChange={(chosen) =>
            onAdd(people.filter(({ classId, to }) => String(classId) === chosen && to === null))
          }
        />
      )}
    </>
  );
}
