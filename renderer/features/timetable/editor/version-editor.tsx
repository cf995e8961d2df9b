import { Button, Kbd, SegmentedControl, Tabs, Text } from '@mantine/core';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { EditorData } from '#contract/timetable';
import { assertNever } from '#domain/assert-never';
import { allClashes } from '#domain/timetable/clashes';
import { timetableGround, type Placement } from '#domain/timetable/ground';
import { unplacedHours } from '#domain/timetable/unplaced';
import { core } from '../../../api/clients';
import { useAddressParts } from '../../../routes/use-address-parts';
import { editorTexts } from '../../../text/timetable-editor';
import { notifyError } from '../../../ui/notify';
import { TimetableBoard } from './board';
import {
  boardOf,
  cellKey,
  cellsOf,
  extentOf,
  hoursOfClass,
  MODES,
  slotOf,
  type Cursor,
  type Shown,
} from './board-model';
import classes from './board.module.css';
import { ClashList } from './clash-list';
import { EditorTools } from './editor-tools';
import { keyOf } from './keys';
import { namesOf } from './names';
import { PlaceDetails } from './place-details';
import { UnplacedList, type UnplacedItem } from './unplaced-list';
import { unplacedItems } from './unplaced-items';
import { refreshTimetables, useDraft } from './use-draft';
import { carriedKeys, usePlacing } from './use-placing';

const NONE: readonly Placement[] = [];

function useShown(data: EditorData): readonly [Shown, (next: Shown) => void] {
  const [parts, setParts] = useAddressParts();
  const mode = MODES.find((one) => one === parts['of']) ?? 'class';
  const first = {
    class: data.classes[0]?.id,
    teacher: data.teachers[0]?.id,
    room: data.rooms[0]?.id,
    school: 0,
  };
  const id = Number(parts[mode]) || (first[mode] ?? 0);
  const change = (next: Shown) => setParts({ of: next.mode, [next.mode]: String(next.id) });
  return [{ mode, id }, change];
}

/** One version being made: the board, what is still to be placed, what clashes (T1). */
export function VersionEditor(props: { readonly data: EditorData }) {
  const { data } = props;
  const movable = data.version.state === 'draft';
  const [{ mode, id: shownId }, setShown] = useShown(data);
  const shown = useMemo(() => ({ mode, id: shownId }), [mode, shownId]);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, col: 0 });
  const [active, setActive] = useState(-1);
  const [filter, setFilter] = useState('');
  const [highlighted, setHighlighted] = useState(0);
  const [busyHours, setBusyHours] = useState(data.busy);
  const input = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const draft = useDraft(data);
  const { list } = draft;
  const names = useMemo(() => namesOf(data), [data]);
  const ground = useMemo(() => timetableGround({ ...data, busy: busyHours }), [data, busyHours]);
  const extent = useMemo(() => extentOf(data, list), [data, list]);
  const hours = useMemo(() => hoursOfClass(data, names, list), [data, names, list]);
  const board = useMemo(() => boardOf(data, shown, extent, hours), [data, shown, extent, hours]);
  const cells = useMemo(() => cellsOf(shown, names, list), [shown, names, list]);
  // The list beside the board may follow a moment later: the placed lesson is painted first.
  const settled = useDeferredValue(list);
  const clashes = useMemo(() => allClashes(ground, settled), [ground, settled]);
  const left = useMemo(
    () => unplacedHours(data.pages, list, data.version.cycleFrom !== null),
    [data, list],
  );
  const placing = usePlacing({
    data,
    ground,
    names,
    draft,
    extent,
    fixedRoom: mode === 'room' ? shownId : null,
  });

  const column = board.columns[cursor.col];
  const slot = useMemo(
    () => slotOf(board.rows[cursor.row], board.columns[cursor.col]),
    [board, cursor],
  );
  const here = cells.get(cellKey(slot, column?.classId)) ?? NONE;
  const meant = active >= 0 ? here.slice(active, active + 1) : here;
  const placeName = editorTexts.place(
    editorTexts.fullDays[slot.weekday - 1] ?? '',
    slot.lessonNumber,
  );
  const items = useMemo(
    () =>
      unplacedItems({
        data,
        ground,
        names,
        left,
        filter,
        slot,
        placements: list,
        shown: mode === 'school' ? { mode: 'class', id: column?.classId ?? 0 } : shown,
        roomId: mode === 'room' ? shownId : null,
      }),
    [data, ground, names, left, filter, slot, list, mode, shown, shownId, column],
  );
  const unplacedCount = [...left.values()].filter((one) => one > 0).length;

  const focusGrid = () => main.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const moveTo = (next: Cursor, card = -1) => {
    setCursor({
      row: Math.min(board.rows.length - 1, Math.max(0, next.row)),
      col: Math.min(board.columns.length - 1, Math.max(0, next.col)),
    });
    setActive(card);
  };
  const leaveList = () => {
    setFilter('');
    setHighlighted(0);
    placing.carry(null);
    focusGrid();
  };
  const carryItem = (item: UnplacedItem) =>
    ({
      from: 'list',
      places: [{ pageId: item.page.id, ...slot, week: 0, roomId: null }],
    }) as const;
  const highlight = (index: number) => {
    setHighlighted(index);
    const item = items[index];
    if (item !== undefined && movable) placing.carry(carryItem(item));
  };
  const placeItem = (item: UnplacedItem) => {
    if (placing.putDown(slot, carryItem(item))) leaveList();
  };
  const open = (place: Placement) => {
    const page = names.pages.get(place.pageId);
    setShown({ mode: 'class', id: page?.classIds[0] ?? 0 });
    moveTo({ row: extent.numbers.indexOf(place.lessonNumber), col: place.weekday - 1 });
    focusGrid();
  };

  const onKey = (event: KeyboardEvent) => {
    const deed = keyOf(event);
    if (deed === undefined) return;
    if (deed.kind === 'move') {
      event.preventDefault();
      return moveTo({ row: cursor.row + deed.rows, col: cursor.col + deed.cols });
    }
    if (!movable) return;
    event.preventDefault();
    switch (deed.kind) {
      case 'put':
        if (placing.refused !== null && event.ctrlKey) placing.insist();
        else if (placing.carried !== null) placing.putDown(slot);
        else input.current?.focus();
        break;
      case 'take':
        placing.takeOut(meant);
        setActive(-1);
        break;
      case 'lift':
        if (meant.length > 0) placing.carry({ from: 'board', places: meant });
        break;
      case 'next':
        if (here.length > 1) setActive(active + 1 >= here.length ? -1 : active + 1);
        break;
      case 'cancel':
        placing.carry(null);
        break;
      case 'undo':
        draft.undo();
        break;
      case 'redo':
        draft.redo();
        break;
      case 'type':
        setFilter(deed.letter);
        setHighlighted(0);
        input.current?.focus();
        break;
      default:
        assertNever(deed);
    }
  };
  const setBusy = async (busy: 'no' | 'wish' | 'strict') => {
    const hour = { staffId: shownId, ...slot };
    setBusyHours((all) => [
      ...all.filter(
        (one) =>
          one.staffId !== hour.staffId ||
          one.weekday !== hour.weekday ||
          one.lessonNumber !== hour.lessonNumber,
      ),
      ...(busy === 'no' ? [] : [{ ...hour, strict: busy === 'strict' }]),
    ]);
    await core.timetable.setBusy({ ...hour, busy }).catch((error: unknown) => {
      notifyError(error);
      void refreshTimetables();
    });
  };
  const busyAt = ground.busyAt(shownId, slot);
  const { carried, refused, hints } = placing;
  const carriedClasses = new Set(
    carried?.places.flatMap(({ pageId }) => names.pages.get(pageId)?.classIds ?? []),
  );
  const hintOf = (row: number, col: number) => {
    const at = board.columns[col];
    if (hints === undefined) return undefined;
    if (at?.classId !== undefined && !carriedClasses.has(at.classId)) return undefined;
    const { weekday, lessonNumber } = slotOf(board.rows[row], at);
    return hints.get(`${weekday} ${lessonNumber}`);
  };
  const cursorHint = hintOf(cursor.row, cursor.col);
  const said =
    refused !== null
      ? `${editorTexts.refused} ${refused.reasons.join('; ')}`
      : cursorHint !== undefined
        ? [editorTexts.levels[cursorHint.level], ...names.hint(cursorHint)].join(' · ')
        : carried?.from === 'board'
          ? editorTexts.carrying(
              carried.places.map(({ pageId }) => names.lesson(pageId)).join('; '),
            )
          : movable
            ? editorTexts.keys
            : editorTexts.keysReadOnly;
  return (
    <>
      <EditorTools data={data} shown={shown} onShown={setShown} draft={draft} movable={movable} />
      <div className={classes['layout']}>
        <div className={classes['main']} ref={main}>
          <TimetableBoard
            label={editorTexts.title}
            {...{ board, mode, names, cells, cursor, active, movable, onKey, hintOf }}
            lifted={carriedKeys(carried)}
            busyOf={(row, col) => {
              if (mode !== 'teacher') return undefined;
              const busy = ground.busyAt(shownId, slotOf(board.rows[row], board.columns[col]));
              return busy === undefined ? undefined : busy.strict ? 'strict' : 'wish';
            }}
            onCursor={moveTo}
            onLift={(place) => placing.carry({ from: 'board', places: [place] })}
            onDrop={(at) => {
              const to = board.columns[at.col];
              moveTo(at);
              if (to?.classId === undefined || carriedClasses.has(to.classId)) {
                placing.putDown(slotOf(board.rows[at.row], to));
              } else placing.carry(null);
            }}
            onDragEnd={() => refused === null && placing.carry(null)}
          />
          <div className={classes['strip']} role="status">
            <Text
              size="xs"
              {...(refused === null ? {} : { fw: 600, c: 'var(--mantine-color-error)' })}
            >
              {said}
            </Text>
            {refused !== null && (refused.swap !== undefined || refused.level === 'ask') && (
              <Button
                size="compact-sm"
                variant="default"
                flex="none"
                rightSection={<Kbd size="xs">{editorTexts.byKey}</Kbd>}
                onClick={placing.insist}
              >
                {refused.swap === undefined ? editorTexts.override : editorTexts.swap}
              </Button>
            )}
          </div>
        </div>
        <aside className={classes['side']} aria-label={editorTexts.here}>
          <PlaceDetails
            title={`${here.length > 1 ? editorTexts.several : editorTexts.here}: ${placeName}`}
            places={here}
            {...{ data, ground, names, draft, placing, movable }}
          />
          {mode === 'teacher' && (
            <div>
              <Text size="xs" c="dimmed">
                {editorTexts.busy}
              </Text>
              <SegmentedControl
                size="xs"
                fullWidth
                aria-label={editorTexts.busy}
                data={(['no', 'wish', 'strict'] as const).map((value) => ({
                  value,
                  label: editorTexts.busyChoices[value],
                }))}
                value={busyAt === undefined ? 'no' : busyAt.strict ? 'strict' : 'wish'}
                onChange={(value) => void setBusy(value)}
              />
            </div>
          )}
          <Tabs
            defaultValue="unplaced"
            style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
          >
            <Tabs.List>
              <Tabs.Tab value="unplaced">{`${editorTexts.tabs.unplaced} (${unplacedCount})`}</Tabs.Tab>
              <Tabs.Tab value="clashes">{`${editorTexts.tabs.clashes} (${clashes.length})`}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="unplaced" className={classes['panel'] ?? ''}>
              <UnplacedList
                ref={input}
                {...{ items, names, filter, highlighted, movable }}
                place={placeName}
                onFilter={(text) => {
                  setFilter(text);
                  setHighlighted(0);
                }}
                onHighlight={highlight}
                onPlace={placeItem}
                onLift={(item) => placing.carry(carryItem(item))}
                onDragEnd={() => refused === null && placing.carry(null)}
                onLeave={leaveList}
              />
            </Tabs.Panel>
            <Tabs.Panel value="clashes" className={classes['panel'] ?? ''}>
              <ClashList clashes={clashes} names={names} onOpen={open} />
            </Tabs.Panel>
          </Tabs>
        </aside>
      </div>
    </>
  );
}
