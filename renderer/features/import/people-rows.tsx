import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { BadPersonRow, GoodPersonRow, PeoplePreview } from '#contract/imports';
import { formatDate } from '#domain/calendar/iso-date';
import { compareNames, fullName } from '#domain/people/name';
import { importTexts } from '../../text/imports';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';

const words = importTexts.people;

const outcomeText = ({ outcome }: GoodPersonRow) =>
  outcome.kind === 'exists' ? words.outcomes.exists(outcome.where) : words.outcomes[outcome.kind];

const goodColumns = (
  kind: 'pupils' | 'staff',
  withLeftOut: boolean,
): readonly Column<GoodPersonRow>[] => [
  {
    key: 'row',
    title: words.row,
    value: ({ rowNumber }) => rowNumber,
    width: '5.5rem',
    align: 'right',
  },
  { key: 'name', title: words.name, value: fullName, compare: compareNames },
  { key: 'class', title: words.class, value: ({ className }) => className, width: '6rem' },
  {
    key: 'birth',
    title: words.birthDate,
    width: '10rem',
    value: ({ birthDate }) => birthDate && formatDate(birthDate),
    compare: (a, b) => (a.birthDate ?? '').localeCompare(b.birthDate ?? ''),
  },
  {
    key: 'detail',
    title: kind === 'pupils' ? words.personalFile : words.position,
    value: ({ detail }) => detail,
    width: kind === 'pupils' ? '9rem' : '16rem',
  },
  ...(withLeftOut
    ? [
        {
          key: 'leftOut',
          title: words.leftOut,
          value: ({ leftOut }: GoodPersonRow) => leftOut.join('; '),
        },
      ]
    : []),
  { key: 'outcome', title: words.outcome, value: outcomeText, width: '17rem' },
];

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

type Shown = 'coming' | 'existing' | 'bad';

/** The rows of a list: what comes, what is there already, and what cannot come with the reason. */
export function PeopleRows(props: {
  readonly kind: 'pupils' | 'staff';
  readonly preview: PeoplePreview;
}) {
  const { good, bad } = props.preview;
  const [chosen, setChosen] = useState<Shown | null>(null);
  const coming = good.filter(({ outcome }) => outcome.kind !== 'exists');
  const existing = good.filter(({ outcome }) => outcome.kind === 'exists');
  const shown = chosen ?? (bad.length > 0 ? 'bad' : 'coming');
  const empty = <EmptyState title={words.nobody} />;
  return (
    <>
      <SegmentedControl
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        value={shown}
        onChange={(value) => setChosen(value)}
        data={[
          { value: 'coming', label: words.show.coming(coming.length) },
          { value: 'existing', label: words.show.existing(existing.length) },
          { value: 'bad', label: words.show.bad(bad.length) },
        ]}
      />
      {shown === 'bad' ? (
        <DataTable
          label={words.table.bad}
          rows={bad}
          columns={badColumns}
          rowKey={({ rowNumber }) => rowNumber}
          empty={empty}
        />
      ) : (
        <DataTable
          key={shown}
          label={words.table[shown]}
          rows={shown === 'coming' ? coming : existing}
          columns={goodColumns(
            props.kind,
            coming.some(({ leftOut }) => leftOut.length > 0),
          )}
          rowKey={({ rowNumber }) => rowNumber}
          empty={empty}
        />
      )}
    </>
  );
}
