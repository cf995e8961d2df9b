import { Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportedName, NameCandidate } from '#contract/import-timetable';
import type { NameChoice } from '#contract/imports';
import { importTexts } from '../../text/imports';
import classes from './import.module.css';

const words = importTexts.names;

export type Choices = Readonly<Record<string, NameChoice>>;

const toValue = (choice: NameChoice | null): string | null =>
  choice === null || typeof choice === 'string' ? choice : String(choice.use);
const fromValue = (value: string): NameChoice =>
  value === 'create' || value === 'skip' ? value : { use: Number(value) };
const option = ({ id, label }: NameCandidate) => ({ value: String(id), label });

function optionsOf(row: ImportedName, ours: readonly NameCandidate[]) {
  const near = new Set(row.candidates.map(({ id }) => id));
  return [
    {
      group: words.actions,
      items: [
        { value: 'create', label: words.create },
        { value: 'skip', label: words.skip },
      ],
    },
    { group: words.similar, items: row.candidates.map(option) },
    { group: words.everyone, items: ours.filter(({ id }) => !near.has(id)).map(option) },
  ];
}

/** How many names still wait for the person. */
export const undecided = (names: readonly ImportedName[]): number =>
  names.filter(({ decided }) => decided === null).length;

/** Names of a file beside ours: each is one of ours, is made new, or is not taken. */
export function NamesTable(props: {
  readonly label: string;
  readonly usesLabel: string;
  readonly names: readonly ImportedName[];
  readonly ours: readonly NameCandidate[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** All that is open may be left out at once: a lesson without a room is still a lesson. */
  readonly maySkipAll?: boolean;
}) {
  const { names, ours, choices } = props;
  const [onlyOpen, setOnlyOpen] = useState(false);
  // A row just decided stays where it is until the filter is set anew.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ certainty }: ImportedName) => certainty === 'likely' || certainty === 'none';
  const shown = onlyOpen ? names.filter((row) => isOpen(row) || kept.has(row.name)) : names;
  const left = names.filter(({ decided }) => decided === null);
  const likely = left.filter(({ candidates }) => candidates.length > 0);
  const choose = (name: string, value: string) => {
    setKept((now) => new Set(now).add(name));
    props.onChoose({ ...choices, [name]: fromValue(value) });
  };
  const decideAll = (choice: 'create' | 'skip') => () =>
    props.onChoose({
      ...choices,
      ...Object.fromEntries(left.map(({ name }) => [name, choice])),
    });
  const takeLikely = () =>
    props.onChoose({
      ...choices,
      ...Object.fromEntries(
        likely.flatMap(({ name, candidates: [best] }) =>
          best === undefined ? [] : [[name, { use: best.id }]],
        ),
      ),
    });
  return (
    <>
      <Group gap="md">
        <Checkbox
          label={words.onlyOpen}
          checked={onlyOpen}
          onChange={(event) => {
            setKept(new Set());
            setOnlyOpen(event.currentTarget.checked);
          }}
        />
        {likely.length > 0 && (
          <Button variant="default" onClick={takeLikely}>
            {words.takeLikely(likely.length)}
          </Button>
        )}
        {left.length > 0 && (
          <Button variant="default" onClick={decideAll('create')}>
            {words.createAll(left.length)}
          </Button>
        )}
        {props.maySkipAll === true && left.length > 0 && (
          <Button variant="default" onClick={decideAll('skip')}>
            {words.skipAll(left.length)}
          </Button>
        )}
        <Text {...(left.length === 0 && { c: 'dimmed' })} aria-live="polite">
          {words.left(left.length)}
        </Text>
      </Group>
      <div className={classes['names']}>
        <table aria-label={props.label}>
          <thead>
            <tr>
              <th>{words.inFile}</th>
              <th data-number>{props.usesLabel}</th>
              <th style={{ width: '40%' }}>{words.ours}</th>
              <th style={{ width: '11rem' }}>{words.how}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.name} {...(row.decided === null && { 'data-open': '' })}>
                <td>{row.name}</td>
                <td data-number>{row.uses}</td>
                <td>
                  <Select
                    aria-label={words.choiceFor(row.name)}
                    data={optionsOf(row, ours)}
                    value={toValue(row.decided)}
                    placeholder={words.choose}
                    searchable
                    allowDeselect={false}
                    limit={60}
                    onChange={(value) => value !== null && choose(row.name, value)}
                  />
                </td>
                <td>
                  {Object.hasOwn(choices, row.name) ? words.chosen : words.certainty[row.certainty]}
                </td>
              </tr>
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={4}>{words.allMatched}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
