import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { BadPersonRow, GoodPersonRow, PeoplePreview } from '#contract/import-people';
import { formatDate } from '#domain/calendar/iso-date';
import type { PeopleKind } from '#domain/import/people/person-field';
import { compareNames, fullName } from '#domain/people/name';
import { importTexts } from '../../text/imports';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';

const words = importTexts.people;

function outcomeText({ outcome, changes }: GoodPersonRow): string {
  if (outcome.kind !== 'exists') return words.outcomes[outcome.kind];
  const differs = changes.length === 0 ? [] : [words.outcomes.differs(changes.length)];
  return [words.outcomes.exists(outcome.where), ...differs].join(', ');
}

const parentsText = ({ parents }: GoodPersonRow): string =>
  parents
    .map(({ text, sharedWith }) =>
      sharedWith === '' ? text : `${text} (${words.sharedWith(sharedWith)})`,
    )
    .join('; ');

const toldText = ({ told, leftOut }: GoodPersonRow): string =>
  [...told, ...leftOut.map(words.leftOut)].join('; ');

/** Columns that hold something: a list without birth dates does not need theirs. */
function goodColumns(
  kind: PeopleKind,
  rows: readonly GoodPersonRow[],
): readonly Column<GoodPersonRow>[] {
  const has = (value: (row: GoodPersonRow) => string) => rows.some((row) => value(row) !== '');
  const optional: readonly (Column<GoodPersonRow> & { readonly shown: boolean })[] = [
    {
      key: 'birth',
      title: words.birthDate,
      width: '6.5rem',
      value: ({ birthDate }) => birthDate && formatDate(birthDate),
      compare: (a, b) => (a.birthDate ?? '').localeCompare(b.birthDate ?? ''),
      shown: has(({ birthDate }) => birthDate ?? ''),
    },
    {
      key: 'detail',
      title: kind === 'staff' ? words.position : words.personalFile,
      value: ({ detail }) => detail,
      width: kind === 'staff' ? '16rem' : '8rem',
      shown: has(({ detail }) => detail),
    },
    { key: 'parents', title: words.parentsColumn, value: parentsText, shown: has(parentsText) },
    {
      key: 'told',
      title: words.told,
      value: toldText,
      width: '19.5rem',
      shown: has(toldText),
    },
  ];
  return [
    {
      key: 'row',
      title: words.row,
      value: ({ rowNumber }) => rowNumber,
      width: '5rem',
      align: 'right',
    },
    { key: 'name', title: words.name, value: fullName, compare: compareNames, width: '13rem' },
    { key: 'class', title: words.class, value: ({ className }) => className, width: '5rem' },
    ...optional.filter(({ shown }) => shown),
    {
      key: 'outcome',
      title: words.outcome,
      value: outcomeText,
      width: rows.every(({ outcome }) => outcome.kind === 'new') ? '6.5rem' : '11.5rem',
    },
  ];
}

const badColumns: readonly Column<BadPersonRow>[] = [
  {
    key: 'row',
    title: words.row,
    value: ({ rowNumber }) => rowNumber,
    width: '5.5rem',
    align: 'right',
  },
  { key: 'why', title: words.why, value: ({ reasons }) => reasons.join('; '), width: '55%' },
  {
    key: 'file',
    title: words.inFile,
    value: ({ cells }) => cells.filter((cell) => cell !== '').join(' · '),
  },
];

type Shown = 'coming' | 'existing' | 'asked' | 'bad';

const groupOf = ({ outcome, candidates }: GoodPersonRow): Shown => {
  if (candidates.length > 0 || outcome.kind === 'skipped') return 'asked';
  return outcome.kind === 'exists' ? 'existing' : 'coming';
};

/** The rows of a list: what comes, what is there already, and what cannot come with the reason. */
export function PeopleRows(props: { readonly kind: PeopleKind; readonly preview: PeoplePreview }) {
  const { good, bad } = props.preview;
  const [chosen, setChosen] = useState<Shown | null>(null);
  const groups = Map.groupBy(good, groupOf);
  const rowsOf = (group: Shown) => groups.get(group) ?? [];
  const usual = rowsOf('coming').length > 0 ? 'coming' : 'existing';
  const shown = chosen ?? (bad.length > 0 ? 'bad' : usual);
  const empty = <EmptyState title={words.nobody} />;
  const tabs = (['coming', 'existing', 'asked'] as const).filter(
    (group) => group !== 'asked' || rowsOf(group).length > 0,
  );
  return (
    <>
      <SegmentedControl
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        value={shown}
        onChange={(value) => setChosen(value)}
        data={[
          ...tabs.map((value) => ({ value, label: words.show[value](rowsOf(value).length) })),
          { value: 'bad' as const, label: words.show.bad(bad.length) },
        ]}
      />
      {shown === 'bad' ? (
        <DataTable
          label={words.table.bad}
          rows={bad}
          columns={badColumns}
          rowKey={({ rowNumber, reasons }) => `${rowNumber} ${reasons.join()}`}
          empty={empty}
        />
      ) : (
        <DataTable
          key={shown}
          label={words.table[shown]}
          rows={rowsOf(shown)}
          columns={goodColumns(props.kind, rowsOf(shown))}
          rowKey={({ key }) => key}
          empty={empty}
        />
      )}
    </>
  );
}
