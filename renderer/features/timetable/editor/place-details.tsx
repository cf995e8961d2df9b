import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import type { EditorData } from '#contract/timetable';
import type { Placement, TimetableGround } from '#domain/timetable/ground';
import { clashesOf } from '#domain/timetable/clashes';
import { roomChoices } from '#domain/timetable/room-choice';
import { warningsOf } from '#domain/timetable/slot-warnings';
import { placementKey } from '#domain/timetable/ground';
import { editorTexts } from '../../../text/timetable-editor';
import classes from './board.module.css';
import type { Names } from './names';
import type { Draft } from './use-draft';
import type { Placing } from './use-placing';

const NO_ROOM = '-';

function RoomField(props: {
  readonly place: Placement;
  readonly data: EditorData;
  readonly ground: TimetableGround;
  readonly names: Names;
  readonly draft: Draft;
  readonly placing: Placing;
}) {
  const { place, data, ground, names, draft, placing } = props;
  const choices = roomChoices(ground, draft.list, place, data.rooms);
  const option = ({ room, takenBy }: (typeof choices)[number]) => ({
    value: String(room.id),
    label:
      takenBy === undefined
        ? names.room(room.id)
        : editorTexts.takenBy(names.room(room.id), names.lesson(takenBy.pageId)),
  });
  const free = choices.filter(({ takenBy }) => takenBy === undefined);
  const groups = [
    { group: editorTexts.roomFree, items: free.filter(({ fit }) => fit !== 'any').map(option) },
    { group: editorTexts.roomOther, items: free.filter(({ fit }) => fit === 'any').map(option) },
    {
      group: editorTexts.roomTaken,
      items: choices.filter(({ takenBy }) => takenBy !== undefined).map(option),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      aria-label={editorTexts.room}
      searchable
      allowDeselect={false}
      comboboxProps={{ width: 260, position: 'bottom-end' }}
      data={[{ value: NO_ROOM, label: editorTexts.noRoom }, ...groups]}
      value={place.roomId === null ? NO_ROOM : String(place.roomId)}
      onChange={(value) =>
        placing.change(place, { roomId: value === NO_ROOM ? null : Number(value) })
      }
    />
  );
}

/** The hours of the chosen place: room, weeks, what speaks against them. */
export function PlaceDetails(props: {
  readonly title: string;
  readonly places: readonly Placement[];
  readonly data: EditorData;
  readonly ground: TimetableGround;
  readonly names: Names;
  readonly draft: Draft;
  readonly placing: Placing;
  readonly movable: boolean;
}) {
  const { places, data, ground, names, draft, placing, movable } = props;
  const alternating = data.version.cycleFrom !== null;
  return (
    <section className={classes['details']} aria-label={props.title}>
      <Text size="xs" c="dimmed">
        {props.title}
      </Text>
      {places.length === 0 && <Text size="xs">{editorTexts.emptyCell}</Text>}
      {places.map((place) => {
        const page = names.pages.get(place.pageId);
        const clashes = clashesOf(ground, draft.list, place);
        const reasons = names.hint({ clashes, warnings: warningsOf(ground, draft.list, place) });
        return (
          <div key={placementKey(place)}>
            <Text size="sm" fw={600}>
              {names.lesson(place.pageId)}
            </Text>
            {page !== undefined && <Text size="xs">{names.teachersOf(page)}</Text>}
            {movable ? (
              <Group gap="xs" mt={4} wrap="nowrap">
                <RoomField {...{ place, data, ground, names, draft, placing }} />
                <Button
                  variant="default"
                  flex="none"
                  onClick={() => placing.takeOut([place])}
                  aria-label={`${editorTexts.takeOut}: ${names.lesson(place.pageId)}`}
                >
                  {editorTexts.takeOut}
                </Button>
              </Group>
            ) : (
              <Text size="xs">{names.room(place.roomId) || editorTexts.noRoom}</Text>
            )}
            {alternating && (
              <SegmentedControl
                mt={4}
                size="xs"
                aria-label={editorTexts.weeks}
                disabled={!movable}
                data={([0, 1, 2] as const).map((week) => ({
                  value: String(week),
                  label: editorTexts.week(week),
                }))}
                value={String(place.week)}
                onChange={(week) =>
                  placing.change(place, { week: Number(week) as Placement['week'] })
                }
              />
            )}
            {reasons.map((reason) => (
              <Text key={reason} size="xs">
                {editorTexts.signs.warn} {reason}
              </Text>
            ))}
          </div>
        );
      })}
    </section>
  );
}
