import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Curriculum, CurriculumItem } from '#contract/curriculum';
import { mayCall } from '../../api/procedure-meta';
import { useYearInput } from '../../api/chosen-year';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { curriculumTexts } from '../../text/curriculum';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone, notifyPlainly } from '../../ui/notify';
import { Page } from '../../ui/page';
import { placesOf, type Range } from '../../ui/sheet-grid/range';
import { SheetGrid } from '../../ui/sheet-grid/sheet-grid';
import { CurriculumPaper } from './curriculum-paper';
import {
  changesOf,
  copiedToParallel,
  footRows,
  itemsOf,
  restyled,
  sheetRows,
  type Shown,
} from './sheet';
import { CurriculumStrip } from './strip';
import { PaperButton } from '../../ui/document-view/paper-buttons';
import { useCurriculum } from './use-curriculum';

const words = curriculumTexts;
const RANGES = {
  all: [1, 12],
  primary: [1, 4],
  basic: [5, 9],
  senior: [10, 12],
} as const;
type Grades = keyof typeof RANGES;
const isGrades = (text: string | undefined): text is Grades =>
  text !== undefined && Object.hasOwn(RANGES, text);
const FIRST: Range = { top: 0, bottom: 0, left: 0, right: 0 };

function Sheet(props: {
  readonly data: Curriculum;
  readonly grades: Grades;
  readonly readOnly: boolean;
  readonly store: ReturnType<typeof useCurriculum>;
}) {
  const { data, grades, readOnly, store } = props;
  const [range, setRange] = useState<Range>(FIRST);
  const [from, to] = RANGES[grades];
  const items = useMemo(() => itemsOf(data), [data]);
  const shown = useMemo((): Shown => {
    const classes = data.classes.filter(({ grade }) => from <= grade && grade <= to);
    return { classes, subjects: data.subjects, scales: data.scales };
  }, [data, from, to]);
  const rows = useMemo(() => sheetRows(shown, items), [shown, items]);
  const foot = useMemo(() => footRows(shown, items), [shown, items]);
  const style = (change: Partial<CurriculumItem>) => {
    const changes = restyled(shown, items, placesOf(range), change);
    if (changes.length === 0) notifyPlainly(words.nothingChosen);
    store.change(changes);
  };
  const copy = () => {
    const source = shown.classes[range.left];
    if (source === undefined) return;
    const { changes, names } = copiedToParallel(data, items, source);
    if (names.length === 0) return notifyPlainly(words.noParallel);
    store.change(changes);
    notifyDone(words.copied(names.join(', ')));
  };
  return (
    <>
      <SheetGrid
        label={words.table}
        corner={words.subject}
        columns={shown.classes.map(({ id, name, weeks }) => ({
          key: id,
          name,
          title: words.weeks(weeks),
        }))}
        rows={rows}
        foot={foot}
        readOnly={readOnly}
        onEnter={(entries) => {
          const { changes, wrong } = changesOf(shown, items, entries);
          if (wrong !== undefined) notifyPlainly(words.notHours(wrong));
          store.change(changes);
        }}
        onUndo={store.undo}
        onRedo={store.redo}
        onRange={setRange}
      />
      <CurriculumStrip
        shown={shown}
        items={items}
        range={range}
        readOnly={readOnly}
        onStyle={style}
        onCopy={copy}
      />
    </>
  );
}

/** Учебный план: subjects by classes, worked like a spreadsheet (S3, КИА 4.1.8). */
export function CurriculumScreen() {
  const { roles } = useSession();
  const store = useCurriculum();
  const [parts, setParts] = useAddressParts();
  const grades = isGrades(parts['grades']) ? parts['grades'] : 'all';
  const readOnly = !mayCall(roles, 'curriculum.set');
  const { view, error } = store;
  const year = useYearInput();
  if (parts['paper'] === '1') {
    return (
      <CurriculumPaper
        year={year}
        grades={RANGES[grades]}
        onBack={() => setParts({ paper: undefined })}
      />
    );
  }
  if (view.isPending) return <Loading />;
  return (
    <Page
      title={words.title}
      hint={readOnly ? words.readOnlyHint : words.hint}
      actions={
        <>
          <SegmentedControl
            aria-label={words.grades}
            data={Object.entries(words.ranges).map(([value, label]) => ({ value, label }))}
            value={grades}
            onChange={(value) => setParts({ grades: value })}
          />
          {view.data !== undefined && view.data.items.length > 0 && (
            <PaperButton onClick={() => setParts({ paper: '1' })}>{words.toPaper}</PaperButton>
          )}
        </>
      }
    >
      <ErrorNotice error={view.error ?? error} />
      {view.data &&
        (view.data.classes.length === 0 ? (
          <EmptyState
            title={words.empty}
            text={words.emptyText}
            action={
              <Button component={Link} to="/school/classes">
                {words.toClasses}
              </Button>
            }
          />
        ) : (
          <Sheet data={view.data} grades={grades} readOnly={readOnly} store={store} />
        ))}
    </Page>
  );
}
