import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportedName, NameCandidate } from '#contract/import-timetable';
import { importTexts } from '../../text/imports';
import { NamesTable, undecided, type Choices } from './names-table';

const words = importTexts.names;

export type NameKind = keyof typeof words.kinds;

/** One kind of names of a file with what was chosen for them. */
export type NamesOfKind = {
  readonly kind: NameKind;
  readonly names: readonly ImportedName[];
  readonly ours: readonly NameCandidate[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
};

/** What still has to be decided, beside the button that waits for it; null when nothing is open. */
export function OpenNames({ kinds }: { readonly kinds: readonly NamesOfKind[] }) {
  const open = kinds
    .map(({ kind, names }) => ({ kind, count: undecided(names) }))
    .filter(({ count }) => count > 0);
  return open.length === 0 ? null : <Text aria-live="polite">{words.stillOpen(open)}</Text>;
}

/** All kinds of names of a file, one at a time; the first with an open question comes first. */
export function NamesStep(props: {
  readonly kinds: readonly NamesOfKind[];
  readonly usesLabel: string;
}) {
  const { kinds } = props;
  const [chosen, setChosen] = useState<NameKind | null>(
    () => kinds.find(({ names }) => undecided(names) > 0)?.kind ?? null,
  );
  const shown = kinds.find(({ kind }) => kind === chosen) ?? kinds[0];
  if (shown === undefined) return null;
  return (
    <>
      <Text c="dimmed" size="xs">
        {words.intro}
      </Text>
      <SegmentedControl
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        value={shown.kind}
        onChange={(value) => setChosen(value)}
        data={kinds.map(({ kind, names }) => {
          const open = words.open(undecided(names));
          return { value: kind, label: `${words.kinds[kind]}: ${names.length}${open}` };
        })}
      />
      <NamesTable
        key={shown.kind}
        label={words.kinds[shown.kind]}
        usesLabel={props.usesLabel}
        names={shown.names}
        ours={shown.ours}
        choices={shown.choices}
        onChoose={shown.onChoose}
        maySkipAll={shown.kind === 'rooms'}
      />
    </>
  );
}
