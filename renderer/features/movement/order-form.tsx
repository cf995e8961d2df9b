import { Alert, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { MovementPreview, MovementStart } from '#contract/movement';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { leadsToClass, MOVEMENT_KINDS, type MovementKind } from '#domain/movement/kinds';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { commonTexts } from '../../text/common';
import { movementTexts } from '../../text/movement';
import { DateField } from '../../ui/date-field/date-field';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import classes from './movement.module.css';
import {
  classesFor,
  emptyDraft,
  newLine,
  orderInput,
  withKind,
  type DraftLine,
  type OrderDraft,
} from './order-draft';
import { OrderLine } from './order-line';
import { PupilFinder } from './pupil-finder';

const words = movementTexts.form;

/** What lists, pages and sheets show may be another after a movement. */
export const refreshAll = () => queryClient.invalidateQueries();

function OutsideNotice({ preview }: { readonly preview: MovementPreview }) {
  if (preview.outside === 0) return null;
  return (
    <Alert color="orange" title={words.outsideTitle(preview.outside)} p="xs">
      <Text size="sm">{words.outsideText}</Text>
      {preview.items
        .flatMap(({ outside }) => outside)
        .slice(0, 12)
        .map((one) => (
          <Text key={`${one.pageId} ${one.from} ${one.to}`} size="sm">
            {words.outside(
              one.cells,
              one.marks,
              one.page,
              formatDate(one.from),
              formatDate(one.to),
            )}
          </Text>
        ))}
    </Alert>
  );
}

function LinesHead({ kind }: { readonly kind: MovementKind }) {
  return (
    <thead>
      <tr>
        <th scope="col">{words.columns.pupil}</th>
        {kind !== 'arrival' && <th scope="col">{words.columns.from}</th>}
        {leadsToClass(kind) && (
          <>
            <th scope="col">{words.columns.to}</th>
            <th scope="col">{words.columns.groups}</th>
          </>
        )}
        <th scope="col">{leadsToClass(kind) ? words.firstDay : words.lastDay}</th>
        {(kind === 'arrival' || kind === 'leaving') && (
          <th scope="col">{words.columns.place[kind]}</th>
        )}
        {kind === 'conditionalPromotion' && (
          <>
            <th scope="col">{words.columns.debts}</th>
            <th scope="col">{words.columns.due}</th>
          </>
        )}
        <th scope="col">{words.columns.reason}</th>
        <td />
      </tr>
    </thead>
  );
}

/** An order as it is written: its lines are checked as they are typed, nothing changes before. */
export function OrderForm(props: {
  readonly start: MovementStart;
  readonly today: IsoDate;
  readonly onDone: () => void;
}) {
  const { start } = props;
  const [draft, setDraft] = useState<OrderDraft>(() => emptyDraft('arrival', props.today));
  const input = orderInput(draft);
  const [settled] = useDebouncedValue(input, 150);
  const preview = useQuery({
    ...queries.movement.preview.queryOptions({
      input: settled ?? { number: '-', date: props.today, title: '', items: [] },
    }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const checked =
    input !== undefined && JSON.stringify(input) === JSON.stringify(settled) && !preview.isFetching
      ? preview.data
      : undefined;
  const problems = checked?.items.filter(({ problem }) => problem !== null).length ?? 0;
  const enter = useMutation({
    mutationFn: () => {
      if (input === undefined || checked === undefined) return Promise.resolve(null);
      return core.movement.enter({ ...input, outside: checked.outside });
    },
    onSuccess: async (done) => {
      if (done === null) return;
      notifyDone(words.saved);
      props.onDone();
      await refreshAll();
    },
    onError: () => void preview.refetch(),
  });
  const maySave = checked !== undefined && problems === 0 && !enter.isPending;
  const save = () => maySave && enter.mutate();
  // What was typed a moment ago is still being checked: the key waits for that.
  const asked = useRef(false);
  const onChecked = useEffectEvent(() => {
    if (asked.current) save();
    asked.current = false;
  });
  useEffect(() => {
    if (checked !== undefined) onChecked();
  }, [checked]);
  const saveByKey = () => {
    if (checked === undefined) asked.current = input !== undefined;
    else save();
  };
  // By the physical key: the layout may be Russian.
  useHotkeys([['mod+S', saveByKey, { usePhysicalKeys: true }]], []);

  const change = (next: Partial<OrderDraft>) => setDraft((now) => ({ ...now, ...next }));
  const changeLine = (line: DraftLine) =>
    setDraft((now) => ({
      ...now,
      lines: now.lines.map((one) => (one.key === line.key ? line : one)),
    }));
  const add = (people: Parameters<typeof newLine>[1][]) =>
    setDraft((now) =>
      people.reduce<OrderDraft>(
        (made, person) => ({ ...made, lines: [...made.lines, newLine(made, person, start)] }),
        now,
      ),
    );
  const taken = new Set(draft.lines.flatMap(({ person }) => person?.id ?? []));
  const names = new Set(
    start.people.map(({ name, birthDate }) => `${name.toLowerCase()} ${birthDate ?? ''}`),
  );
  const isKnown = ({ person, newPupil }: DraftLine) =>
    person === null &&
    names.has(
      `${[newPupil.lastName, newPupil.firstName, newPupil.middleName]
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ')
        .toLowerCase()} ${newPupil.birthDate ?? ''}`,
    );
  const noNextYear =
    draft.lines.length > 0 &&
    leadsToClass(draft.kind) &&
    draft.lines.every(({ person }) => classesFor(draft.kind, person, start.classes).length === 0);
  const status = noNextYear
    ? words.noNextYear
    : input === undefined
      ? words.incomplete
      : problems > 0
        ? words.problems(problems)
        : words.ready(draft.lines.length);
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <Button variant="default" onClick={props.onDone}>
          {movementTexts.backToRegister}
        </Button>
      }
    >
      <div className={classes['form']}>
        <div className={classes['head']}>
          <Select
            label={movementTexts.kind}
            w="14rem"
            allowDeselect={false}
            data={MOVEMENT_KINDS.map((kind) => ({
              value: kind,
              label: movementTexts.orderKinds[kind],
            }))}
            value={draft.kind}
            onChange={(kind) => kind && setDraft(withKind(draft, kind, start))}
          />
          <TextInput
            label={words.number}
            w="7rem"
            value={draft.number}
            data-autofocus
            onChange={(event) => change({ number: event.currentTarget.value })}
          />
          <DateField label={words.date} value={draft.date} onChange={(date) => change({ date })} />
          <TextInput
            label={words.heading}
            w="16rem"
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <DateField
            label={leadsToClass(draft.kind) ? words.firstDay : words.lastDay}
            value={draft.on}
            onChange={(on) =>
              change({ on, ...(on && { lines: draft.lines.map((line) => ({ ...line, on })) }) })
            }
          />
          <PupilFinder
            kind={draft.kind}
            start={start}
            taken={taken}
            onAdd={add}
            onNew={() => add([null])}
          />
        </div>
        <ErrorNotice error={enter.error ?? preview.error} />
        {draft.lines.length === 0 ? (
          <EmptyState
            title={words.nobody}
            text={draft.kind === 'arrival' ? words.nobodyArrival : words.nobodyText}
          />
        ) : (
          <div className={classes['scroller']}>
            <table className={classes['lines']} aria-label={words.table}>
              <LinesHead kind={draft.kind} />
              <tbody>
                {draft.lines.map((line, index) => (
                  <OrderLine
                    key={line.key}
                    kind={draft.kind}
                    line={line}
                    start={start}
                    preview={checked?.items[index]}
                    known={isKnown(line)}
                    onChange={changeLine}
                    onRemove={() =>
                      change({ lines: draft.lines.filter(({ key }) => key !== line.key) })
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {checked && <OutsideNotice preview={checked} />}
        <div className={classes['footer']}>
          <Text size="sm" c={problems > 0 ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
            {status} {checked?.orderExists === true && words.exists}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={props.onDone}>
              {commonTexts.cancel}
            </Button>
            <Button disabled={!maySave} loading={enter.isPending} onClick={save}>
              {checked !== undefined && checked.outside > 0 ? words.saveDespite : words.save}
            </Button>
          </Group>
        </div>
      </div>
    </Page>
  );
}
