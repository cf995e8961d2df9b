import { ActionIcon, Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpeningClass, OpeningState } from '#contract/year-opening';
import { formatClassName } from '#domain/people/class-name';
import { core } from '../../api/clients';
import { yearOpeningTexts } from '../../text/year-opening';
import classes from './new-year.module.css';
import { StepDeed } from './step-deed';

const words = yearOpeningTexts.classes;

/** The classes of the new year: who becomes what, who leads it; changed in place. */
export function ClassesStep({ state }: { readonly state: OpeningState }) {
  const [rows, setRows] = useState(state.classes);
  const [grade, setGrade] = useState(1);
  const [letter, setLetter] = useState('');
  const change = (row: OpeningClass, next: Partial<OpeningClass>) =>
    setRows((now) => now.map((one) => (one === row ? { ...one, ...next } : one)));
  const name = formatClassName({ grade, letter });
  const add = () => {
    const fresh: OpeningClass = {
      grade,
      letter,
      name,
      homeroomTeacherId: null,
      shift: 1,
      studyDays: 5,
      profile: '',
      roomId: null,
      continuesId: null,
      continues: null,
      exists: false,
    };
    setRows((now) => [...now, fresh].toSorted((a, b) => a.grade - b.grade));
    setLetter('');
  };
  const toMake = rows.filter(({ exists }) => !exists);
  const teachers = state.teachers.map(({ id, name: label }) => ({ value: String(id), label }));
  return (
    <>
      <Text c="dimmed">{words.hint}</Text>
      <table className={classes['table']} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.className}</th>
            <th scope="col">{words.continues}</th>
            <th scope="col">{words.teacher}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.name} ${row.continuesId ?? ''}`}>
              <td>{row.name}</td>
              <td>
                {row.continues ?? words.fresh}
                {row.exists && ` · ${words.exists}`}
              </td>
              <td>
                {row.exists ? (
                  teachers.find(({ value }) => value === String(row.homeroomTeacherId))?.label
                ) : (
                  <Select
                    size="xs"
                    w="15rem"
                    searchable
                    clearable
                    aria-label={`${words.teacher}: ${row.name}`}
                    placeholder={words.noTeacher}
                    data={teachers}
                    value={row.homeroomTeacherId === null ? null : String(row.homeroomTeacherId)}
                    onChange={(id) =>
                      change(row, { homeroomTeacherId: id === null ? null : Number(id) })
                    }
                  />
                )}
              </td>
              <td>
                {!row.exists && (
                  <ActionIcon
                    size="sm"
                    aria-label={words.remove(row.name)}
                    onClick={() => setRows(rows.filter((one) => one !== row))}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={words.grade}
          w="6rem"
          min={1}
          max={12}
          allowDecimal={false}
          value={grade}
          onChange={(value) => setGrade(Math.min(12, Math.max(1, Number(value) || 1)))}
        />
        <TextInput
          label={words.letter}
          w="6rem"
          value={letter}
          onChange={(event) => setLetter(event.currentTarget.value.toUpperCase().trim())}
        />
        <Button variant="default" disabled={rows.some((one) => one.name === name)} onClick={add}>
          {words.add}
        </Button>
      </Group>
      <StepDeed
        step="classes"
        state={state}
        asks="yearOpening.makeClasses"
        deed={toMake.length === 0 ? words.nothing : words.make(toMake.length)}
        run={() =>
          core.yearOpening.makeClasses({
            classes: rows.map((one) => ({
              grade: one.grade,
              letter: one.letter,
              homeroomTeacherId: one.homeroomTeacherId,
              shift: one.shift,
              studyDays: one.studyDays === 6 ? 6 : 5,
              profile: one.profile,
              roomId: one.roomId,
              continuesId: one.continuesId,
            })),
          })
        }
      />
    </>
  );
}
