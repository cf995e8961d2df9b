import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SchoolDuties } from '#contract/duties';
import { dueWords, STATE_NAMES } from '#domain/duties/due-words';
import { DUTY_STATES } from '#domain/duties/duty';
import type { DutyLine } from '#domain/duties/lines';
import {
  dutiesByClass,
  dutiesByPerson,
  ownerKey,
  ownerName,
  type DutyCounts,
} from '#domain/duties/summary';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { useAddressParts } from '../../routes/use-address-parts';
import { dutiesTexts } from '../../text/duties';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { placeAddress } from './place-address';
import { useSchoolDuties } from './use-duties';

const words = dutiesTexts.school;

const countColumns = (title: string): readonly Column<DutyCounts>[] => [
  {
    key: 'name',
    title,
    value: (row) => row.name,
    compare: (a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }),
  },
  ...DUTY_STATES.map((state): Column<DutyCounts> => ({
    key: state,
    title: STATE_NAMES[state],
    width: '9rem',
    align: 'right',
    value: (row) => row[state],
    render: (row) => (row[state] === 0 ? '' : row[state]),
  })),
];

function lineColumns(
  names: ReadonlyMap<number, string>,
  now: SchoolDuties['now'],
): readonly Column<DutyLine>[] {
  const rank = ({ state }: DutyLine) => DUTY_STATES.indexOf(state);
  return [
    {
      key: 'state',
      title: words.state,
      width: '8.5rem',
      value: (row) => STATE_NAMES[row.state],
      compare: (a, b) => rank(a) - rank(b),
    },
    {
      key: 'due',
      title: words.due,
      width: '11.5rem',
      value: (row) => dueWords(row.due, row.state, now),
      compare: (a, b) => a.due.localeCompare(b.due),
    },
    { key: 'who', title: words.who, width: '9.5rem', value: (row) => ownerName(row, names) },
    { key: 'what', title: words.what, value: (row) => row.text },
    { key: 'where', title: words.where, value: (row) => row.where },
    { key: 'clause', title: words.clause, width: '7.5rem', value: (row) => row.clauses.join(', ') },
  ];
}

type View = 'people' | 'classes' | 'lines';
type Parts = ReturnType<typeof useAddressParts>[0];

/** Everybody's duties: by person, by class, or line by line of one person, class and urgency (D2). */
function Lists(props: {
  readonly data: SchoolDuties;
  readonly parts: Parts;
  readonly setParts: (parts: Parts) => void;
}) {
  const { data, parts, setParts } = props;
  const { lines, people, classes, now } = data;
  const navigate = useNavigate();
  const names = useMemo(
    () => new Map(people.map(({ staffId, name }) => [staffId, name])),
    [people],
  );
  const view: View =
    parts['view'] === 'classes' || parts['view'] === 'lines' ? parts['view'] : 'people';
  const state = DUTY_STATES.find((one) => one === parts['state']);
  const byPerson = useMemo(() => dutiesByPerson(lines, names), [lines, names]);
  const byClass = useMemo(() => dutiesByClass(lines, classes), [lines, classes]);
  const shown = useMemo(
    () =>
      lines.filter(
        (line) =>
          (parts['who'] === undefined || ownerKey(line) === parts['who']) &&
          (parts['class'] === undefined || line.classIds.includes(Number(parts['class']))) &&
          (state === undefined || line.state === state),
      ),
    [lines, parts, state],
  );
  const columns = useMemo(() => lineColumns(names, now), [names, now]);
  const empty = <EmptyState title={words.empty} text={words.emptyText} />;
  const choices = (counts: readonly DutyCounts[]) =>
    counts
      .map(({ key, name }) => ({ value: key, label: name }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'ru', { numeric: true }));
  return (
    <>
      <Group gap="sm" align="flex-end" mb="xs">
        <SegmentedControl
          aria-label={words.view}
          data={(['people', 'classes', 'lines'] as const).map((value) => ({
            value,
            label: words[value],
          }))}
          value={view}
          onChange={(next) => setParts({ view: next })}
        />
        {view === 'lines' && (
          <>
            <Select
              label={words.who}
              w="14rem"
              searchable
              clearable
              placeholder={words.everybody}
              data={choices(byPerson)}
              value={parts['who'] ?? null}
              onChange={(who) => setParts({ who: who ?? undefined })}
            />
            <Select
              label={words.class}
              w="7rem"
              searchable
              clearable
              placeholder={words.everybody}
              data={choices(byClass)}
              value={parts['class'] ?? null}
              onChange={(one) => setParts({ class: one ?? undefined })}
            />
            <Select
              label={words.state}
              w="11rem"
              clearable
              placeholder={words.everybody}
              data={DUTY_STATES.map((value) => ({ value, label: STATE_NAMES[value] }))}
              value={state ?? null}
              onChange={(value) => setParts({ state: value ?? undefined })}
            />
          </>
        )}
      </Group>
      {view === 'people' && (
        <DataTable
          label={words.people}
          rows={byPerson}
          columns={countColumns(words.who)}
          rowKey={({ key }) => key}
          empty={empty}
          onOpen={({ key }) =>
            setParts({ view: 'lines', who: key, class: undefined, state: undefined })
          }
        />
      )}
      {view === 'classes' && (
        <DataTable
          label={words.classes}
          rows={byClass}
          columns={countColumns(words.class)}
          rowKey={({ key }) => key}
          empty={empty}
          onOpen={({ key }) =>
            setParts({ view: 'lines', class: key, who: undefined, state: undefined })
          }
        />
      )}
      {view === 'lines' && (
        <DataTable
          label={words.lines}
          rows={shown}
          columns={columns}
          rowKey={({ key }) => key}
          empty={
            lines.length === 0 ? (
              empty
            ) : (
              <EmptyState title={words.nothingHere} text={words.nothingHereText} />
            )
          }
          onOpen={({ place }) => void navigate(placeAddress(place))}
        />
      )}
      {lines.some((line) => line.state === 'closed') && (
        <Text size="xs" c="dimmed" mt="xs">
          {words.closedHint}
        </Text>
      )}
    </>
  );
}

export function SchoolDutiesScreen() {
  const [parts, setParts] = useAddressParts();
  const duties = useSchoolDuties();
  if (parts['paper'] !== undefined) {
    const staffId = Number(parts['who']) || undefined;
    const classId = Number(parts['class']) || undefined;
    const input = parts['view'] === 'lines' ? { staffId, classId } : {};
    return (
      <DocumentPage
        title={words.paperTitle}
        label={words.paperLabel}
        view={queries.duties.paper.queryOptions({ input })}
        save={(place) => core.duties.savePaper({ ...input, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={<PaperButton onClick={() => setParts({ paper: '1' })}>{words.paper}</PaperButton>}
    >
      <ErrorNotice error={duties.error} onRetry={() => void duties.refetch()} />
      {duties.isPending && <Loading />}
      {duties.data && <Lists data={duties.data} parts={parts} setParts={setParts} />}
    </Page>
  );
}
