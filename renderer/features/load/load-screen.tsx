import { ActionIcon, Button, Group, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import type { Load } from '#contract/load';
import { dayWithin, type IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { useYearInput } from '../../api/chosen-year';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { loadTexts } from '../../text/load';
import { DateField } from '../../ui/date-field/date-field';
import { DocumentPage } from '../../ui/document-view/document-view';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { LinesTable } from './lines-table';
import { lineViews } from './load-model';
import { TeachersTable } from './teachers-table';
import { useLoad, type LoadStore } from './use-load';

const words = loadTexts;
const VIEWS = ['lines', 'teachers', 'paper'] as const;
type View = (typeof VIEWS)[number];
const STATES = ['all', 'missing', 'surplus'] as const;
type State = (typeof STATES)[number];
const oneOf = <T extends string>(all: readonly T[], text: string | undefined, otherwise: T): T =>
  all.find((one) => one === text) ?? otherwise;

function Tools(props: { readonly view: View; readonly onView: (view: View) => void }) {
  return (
    <SegmentedControl
      aria-label={words.view}
      data={VIEWS.map((value) => ({ value, label: words.views[value] }))}
      value={props.view}
      onChange={(value) => props.onView(oneOf(VIEWS, value, 'lines'))}
    />
  );
}

function Tariff(props: {
  readonly year: { readonly yearId?: number };
  readonly day: IsoDate;
  readonly actions: ReactNode;
}) {
  const input = { ...props.year, day: props.day };
  return (
    <DocumentPage
      title={words.title}
      label={words.paper.label}
      actions={props.actions}
      view={queries.load.tariff.queryOptions({ input })}
      save={(place) => core.load.saveTariff({ ...input, ...place })}
    />
  );
}

function Lines(props: {
  readonly load: Load;
  readonly day: IsoDate;
  readonly firstDay: IsoDate;
  readonly store: LoadStore;
  readonly mayChange: boolean;
}) {
  const { load, day, store } = props;
  const [parts, setParts] = useAddressParts();
  const [splits, setSplits] = useState<ReadonlyMap<string, string>>(new Map());
  const views = useMemo(() => lineViews(load, day, splits), [load, day, splits]);
  const state = oneOf(STATES, parts['state'], 'all');
  const className = parts['class'] ?? (state === 'all' ? views[0]?.line.className : undefined);
  const count = (one: State) => views.filter((view) => view.state === one).length;
  const classNames = [...new Set(views.map(({ line }) => line.className))];
  const shown = views.filter(
    (view) =>
      (state === 'all' || view.state === state) &&
      (className === undefined || className === '' || view.line.className === className),
  );
  return (
    <>
      <Group gap="sm" align="flex-end">
        <Select
          w="9rem"
          label={words.class}
          searchable
          allowDeselect={false}
          data={[{ value: '', label: words.allClasses }, ...classNames]}
          value={className ?? ''}
          onChange={(value) => setParts({ class: value ?? '' })}
        />
        <SegmentedControl
          aria-label={words.state}
          data={STATES.map((value) => ({
            value,
            label: value === 'all' ? words.states.all : `${words.states[value]} (${count(value)})`,
          }))}
          value={state}
          onChange={(value) => setParts({ state: value, ...(value !== 'all' && { class: '' }) })}
        />
        {store.undoable && (
          <Tooltip label={words.undo}>
            <ActionIcon
              aria-label={words.undo}
              loading={store.busy}
              onClick={() => void store.undo().then((done) => done && notifyDone(words.undone))}
            >
              <IconArrowBackUp size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <LinesTable
        load={load}
        day={day}
        firstDay={props.firstDay}
        store={store}
        mayChange={props.mayChange}
        views={shown}
        onSplit={(key, division) =>
          setSplits((now) => {
            const next = new Map(now);
            if (division === undefined) next.delete(key);
            else next.set(key, division);
            return next;
          })
        }
      />
    </>
  );
}

/** Who teaches what: by class and subject beside the curriculum, by teacher, and on paper (S3). */
export function LoadScreen() {
  const { roles, today } = useSession();
  const year = useYearInput();
  const store = useLoad();
  const [parts, setParts] = useAddressParts();
  const [chosenDay, setDay] = useState<IsoDate | null>(null);
  const view = oneOf(VIEWS, parts['view'], 'lines');
  const mayChange = mayCall(roles, 'load.setTeachers');
  const load = store.view.data;
  const counts = useMemo(() => {
    if (load === undefined) return undefined;
    const views = lineViews(load, chosenDay ?? dayWithin(load.year, today), new Map());
    const of = (state: State) => views.filter((one) => one.state === state).length;
    return words.hint(of('missing'), of('surplus'));
  }, [load, chosenDay, today]);
  if (store.view.isPending) return <Loading />;
  if (load === undefined) {
    return (
      <Page title={words.title}>
        <ErrorNotice error={store.view.error} onRetry={() => void store.view.refetch()} />
      </Page>
    );
  }
  const day = chosenDay ?? dayWithin(load.year, today);
  // Before the year begins, and for what nobody taught yet, from its first day.
  const firstDay = today <= load.year.startsOn ? load.year.startsOn : day;
  const tools = <Tools view={view} onView={(next) => setParts({ view: next })} />;
  if (view === 'paper') return <Tariff year={year} day={day} actions={tools} />;
  return (
    <div
      style={{ height: '100%' }}
      onKeyDown={(event) => {
        const typing = event.target instanceof HTMLInputElement;
        if (!event.ctrlKey || event.code !== 'KeyZ' || typing || !store.undoable) return;
        event.preventDefault();
        void store.undo().then((done) => done && notifyDone(words.undone));
      }}
    >
      <Page
        title={words.title}
        hint={counts}
        actions={
          <Group gap="sm" align="center">
            <DateField label={words.day} hideLabel value={day} onChange={setDay} />
            {tools}
          </Group>
        }
      >
        <ErrorNotice error={store.error} />
        {load.lines.length === 0 ? (
          <EmptyState
            title={words.empty}
            text={words.emptyText}
            action={
              <Button component={Link} to="/school/curriculum">
                {words.toCurriculum}
              </Button>
            }
          />
        ) : view === 'teachers' ? (
          <TeachersTable load={load} day={day} mayChange={mayChange} />
        ) : (
          <Lines load={load} day={day} firstDay={firstDay} store={store} mayChange={mayChange} />
        )}
      </Page>
    </div>
  );
}
