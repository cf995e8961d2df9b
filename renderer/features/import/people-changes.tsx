import { Alert, SegmentedControl, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { GoodPersonRow, PeoplePreview, PreviewChange } from '#contract/import-people';
import { formatDate } from '#domain/calendar/iso-date';
import type { PeopleKind } from '#domain/import/people/person-field';
import { fullName, listName } from '#domain/people/name';
import { importTexts } from '../../text/imports';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './import.module.css';
import { isAgreed, type PeopleImporting } from './use-people-import';

const words = importTexts.people.changes;

type Difference = { readonly row: GoodPersonRow; readonly change: PreviewChange };

/** Every difference of a list from the journal, in the order of its rows. */
export const differencesOf = ({ good }: PeoplePreview): Difference[] =>
  good.flatMap((row) => row.changes.map((change) => ({ row, change })));

/** Rows of which the person says who they are. */
export const questionsOf = ({ good }: PeoplePreview): GoodPersonRow[] =>
  good.filter(({ candidates }) => candidates.length > 0);

/** Parents taken for one person, or for two, by nothing but the name. */
export const sameNamesOf = ({ good }: PeoplePreview) =>
  good.flatMap((row) =>
    row.parents.filter(({ byName }) => byName !== null).map((parent) => ({ row, parent })),
  );

/** With the class or position of the journal, where the journal has the person. */
const whoOf = (row: GoodPersonRow): string => {
  const { outcome, className } = row;
  const where = outcome.kind === 'exists' ? outcome.where : className;
  return [listName(row), where].filter((part) => part !== '').join(', ');
};
const becomesOf = ({ field, was, becomes }: PreviewChange): string =>
  field === 'parent' ? words.addsTo(was, becomes) : becomes;

const columnsOf = (kind: PeopleKind): readonly Column<Difference>[] => [
  {
    key: 'who',
    title: kind === 'staff' ? words.whoStaff : words.who,
    value: ({ row }) => whoOf(row),
    width: '13rem',
  },
  { key: 'what', title: words.what, value: ({ change }) => words.fieldOf(change) },
  { key: 'was', title: words.was, value: ({ change }) => change.was },
  { key: 'becomes', title: words.becomes, value: ({ change }) => becomesOf(change) },
  {
    key: 'kind',
    title: words.kind,
    value: ({ change }) => words.kinds[change.kind],
    width: '6.5rem',
  },
];

function Differences(props: {
  readonly kind: PeopleKind;
  readonly importing: PeopleImporting;
  readonly differences: readonly Difference[];
}) {
  const { importing, differences } = props;
  const [filter, setFilter] = useState<'all' | 'fill' | 'replace'>('all');
  const of = (kind: 'fill' | 'replace') => differences.filter(({ change }) => change.kind === kind);
  const shown = filter === 'all' ? differences : of(filter);
  return (
    <>
      <Text size="xs" c="dimmed">
        {words.hint}
      </Text>
      <DataTable
        label={words.table}
        rows={shown}
        columns={columnsOf(props.kind)}
        rowKey={({ change }) => change.key}
        empty={<EmptyState title={words.none} />}
        marks={{
          has: ({ change }) => isAgreed(importing.draft, change),
          set: (rows, on) =>
            importing.flip(
              rows.map(({ change }) => change),
              on,
            ),
          label: ({ row, change }) => words.mark(whoOf(row), words.fieldOf(change)),
        }}
        tools={
          <SegmentedControl
            value={filter}
            onChange={(value) => setFilter(value)}
            data={[
              { value: 'all', label: words.filters.all },
              { value: 'fill', label: words.filters.fill(of('fill').length) },
              { value: 'replace', label: words.filters.replace(of('replace').length) },
            ]}
          />
        }
      />
    </>
  );
}

/** A question beside its answer. */
function Questions(props: {
  readonly label: string;
  readonly hint: string;
  readonly heads: readonly [string, string, string];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly beside: string;
    readonly open: boolean;
    readonly value: string | null;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly onAnswer: (key: string, value: string) => void;
}) {
  return (
    <>
      <Text size="xs" c="dimmed">
        {props.hint}
      </Text>
      <div className={classes['names']}>
        <table aria-label={props.label}>
          <thead>
            <tr>
              <th>{props.heads[0]}</th>
              <th>{props.heads[1]}</th>
              <th style={{ width: '45%' }}>{props.heads[2]}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map(({ key, name, beside, open, value, options }) => (
              <tr key={key} {...(open && { 'data-open': '' })}>
                <td>{name}</td>
                <td>{beside}</td>
                <td>
                  <Select
                    aria-label={words.choiceFor(name)}
                    data={options}
                    value={value}
                    placeholder={words.choose}
                    allowDeselect={false}
                    onChange={(chosen) => chosen !== null && props.onAnswer(key, chosen)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const besideOf = ({ className, birthDate }: GoodPersonRow): string =>
  [className, birthDate === null ? '' : formatDate(birthDate)]
    .filter((part) => part !== '')
    .join(', ');

type Tab = 'changes' | 'questions' | 'parents';

/** What a list says otherwise than the journal: differences to be ticked, questions to be answered. */
export function PeopleChanges(props: {
  readonly kind: PeopleKind;
  readonly importing: PeopleImporting;
  readonly preview: PeoplePreview;
}) {
  const { kind, importing, preview } = props;
  const { draft, answer, apply, asked, overtaken } = importing;
  const differences = differencesOf(preview);
  const questions = questionsOf(preview);
  const sameNames = sameNamesOf(preview);
  const open = questions.filter(({ outcome }) => outcome.kind === 'asks').length;
  const [chosen, setChosen] = useState<Tab | null>(null);
  const usual = open > 0 || differences.length === 0 ? 'questions' : 'changes';
  // What is looked at stays while it is answered.
  const [first] = useState<Tab>(
    questions.length === 0 && differences.length === 0 ? 'parents' : usual,
  );
  const shown = chosen ?? first;
  const tabs: { value: Tab; label: string }[] = [];
  if (differences.length > 0 || shown === 'changes') {
    tabs.push({ value: 'changes', label: words.tabs.changes(differences.length) });
  }
  if (questions.length > 0) {
    tabs.push({ value: 'questions', label: words.tabs.questions(questions.length, open) });
  }
  if (sameNames.length > 0) {
    tabs.push({ value: 'parents', label: words.tabs.parents(sameNames.length) });
  }
  return (
    <>
      <SegmentedControl
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        value={shown}
        onChange={(value) => setChosen(value)}
        data={tabs}
      />
      <ErrorNotice error={apply.error ?? asked.error} />
      {overtaken.length > 0 && <Alert color="yellow">{words.changedRows(overtaken)}</Alert>}
      {shown === 'changes' && (
        <Differences kind={kind} importing={importing} differences={differences} />
      )}
      {shown === 'questions' && (
        <Questions
          label={words.questionsTitle}
          hint={words.questionsHint}
          heads={[
            words.inList,
            words.inListMore[kind === 'staff' ? 'staff' : 'pupils'],
            words.inJournal,
          ]}
          onAnswer={answer}
          rows={questions.map((row) => ({
            key: row.key,
            name: fullName(row),
            beside: kind === 'staff' ? row.detail : besideOf(row),
            open: row.outcome.kind === 'asks',
            value: draft.answers[row.key] ?? null,
            options: [
              ...row.candidates.map(({ id, label }) => ({ value: String(id), label })),
              ...(kind === 'parents' ? [] : [{ value: 'new', label: words.isNew }]),
              { value: 'skip', label: words.skip },
            ],
          }))}
        />
      )}
      {shown === 'parents' && (
        <Questions
          label={words.parentsTitle}
          hint={words.parentsHint}
          heads={[words.parent, words.sameAs, words.inJournal]}
          onAnswer={answer}
          rows={sameNames.map(({ row, parent }) => ({
            key: parent.key,
            name: `${parent.text} — ${whoOf(row)}`,
            beside: parent.namesakeOf,
            open: false,
            value: parent.byName,
            options: [
              { value: 'same', label: words.same },
              { value: 'other', label: words.other },
            ],
          }))}
        />
      )}
    </>
  );
}
