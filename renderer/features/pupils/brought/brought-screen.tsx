import { Button, Group, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BroughtOfPupil } from '#contract/brought';
import { broughtTexts } from '../../../text/brought';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';
import type { Entry, Range } from '../../../ui/sheet-grid/range';
import { SheetGrid } from '../../../ui/sheet-grid/sheet-grid';
import {
  cellKey,
  columnName,
  columnsOf,
  entered,
  sheetColumns,
  sheetRows,
  type Wrong,
} from './brought-sheet';
import { useBrought } from './use-brought';

const words = broughtTexts;
type Store = ReturnType<typeof useBrought>;
const FIRST: Range = { top: 0, bottom: 0, left: 0, right: 0 };

/** Where the marks come from: the school by the order, and the paper they were taken from. */
function Source({ view, store }: { readonly view: BroughtOfPupil; readonly store: Store }) {
  return (
    <Group gap="md" align="flex-end">
      <Text size="sm" pb={4}>
        {words.school}: <b>{view.school === '' ? words.noSchool : view.school}</b>
      </Text>
      <TextInput
        key={view.document}
        label={words.document}
        placeholder={words.documentHint}
        w="22rem"
        maxLength={200}
        readOnly={!view.mayEdit}
        // The paper is kept with the marks.
        disabled={view.cells.length === 0}
        defaultValue={view.document}
        onBlur={(event) => store.setDocument(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </Group>
  );
}

function Sheet({ view, store }: { readonly view: BroughtOfPupil; readonly store: Store }) {
  const [wrong, setWrong] = useState<Wrong>(new Map());
  const [range, setRange] = useState<Range>(FIRST);
  const columns = useMemo(() => columnsOf(view), [view]);
  const rows = useMemo(() => sheetRows(view, columns, wrong), [view, columns, wrong]);
  const enter = (entries: readonly Entry[]) => {
    const outcome = entered(view, columns, entries);
    setWrong((now) => {
      const next = new Map([...now, ...outcome.wrong]);
      for (const key of outcome.right) next.delete(key);
      return next;
    });
    store.change(outcome.changes);
  };
  const [subject, column] = [view.subjects[range.top], columns[range.left]];
  const here =
    subject === undefined || column === undefined
      ? undefined
      : wrong.get(cellKey(subject.id, column));
  return (
    <>
      <Source view={view} store={store} />
      <SheetGrid
        label={words.table}
        corner={words.subject}
        columns={sheetColumns(columns)}
        rows={rows}
        readOnly={!view.mayEdit}
        onEnter={enter}
        onUndo={store.undo}
        onRedo={store.redo}
        onRange={setRange}
      />
      <Text size="sm" role="status" c={wrong.size === 0 ? 'dimmed' : 'var(--mantine-color-error)'}>
        {here !== undefined && subject !== undefined && column !== undefined
          ? words.wrong(subject.name, columnName(column), here.why)
          : wrong.size > 0
            ? words.notSaved
            : words.examples}
      </Text>
    </>
  );
}

function Body({ view, store }: { readonly view: BroughtOfPupil; readonly store: Store }) {
  if (view.withoutMarks) return <EmptyState title={words.withoutMarks} />;
  if (view.periods.length === 0 && view.cells.length === 0) {
    return <EmptyState title={words.empty} text={words.emptyText} />;
  }
  return (
    <>
      {view.className === null && <Text c="var(--mantine-color-error)">{words.noClass}</Text>}
      <Sheet view={view} store={store} />
    </>
  );
}

/** The marks an arriving pupil brought: a sheet of subjects and periods (C2). */
export function BroughtScreen({ pupilId }: { readonly pupilId: number }) {
  const store = useBrought(pupilId);
  const { view, error } = store;
  if (view.isPending) return <Loading />;
  return (
    <Page
      title={
        view.data === undefined ? words.title : words.of(view.data.name, view.data.className ?? '–')
      }
      hint={view.data?.mayEdit === true ? words.hint : words.lookOnly}
      actions={
        <Button component={Link} to={`/pupils/card/${pupilId}`} variant="default">
          {words.toCard}
        </Button>
      }
    >
      <ErrorNotice error={view.error ?? error} onRetry={() => void view.refetch()} />
      {view.data && <Body view={view.data} store={store} />}
    </Page>
  );
}
