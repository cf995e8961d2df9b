import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { TimetableVersion } from '#contract/timetable';
import { addDays, formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { timetableTexts } from '../../text/timetable';
import { DateField } from '../../ui/date-field/date-field';

const WEEK = 7;

/** Which week: the one around a day, the one before and after it, today's. */
export function WeekTools(props: {
  readonly day: IsoDate;
  readonly today: IsoDate;
  readonly onDay: (day: IsoDate) => void;
}) {
  const { day, today, onDay } = props;
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={timetableTexts.previousWeek}
        onClick={() => onDay(addDays(day, -WEEK))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <DateField
        label={timetableTexts.day}
        hideLabel
        value={day}
        onChange={(date) => date !== null && onDay(date)}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={timetableTexts.nextWeek}
        onClick={() => onDay(addDays(day, WEEK))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      <Button variant="default" disabled={day === today} onClick={() => onDay(today)}>
        {timetableTexts.thisWeek}
      </Button>
    </Group>
  );
}

const HELD = 'held';

/** The week as it is held, or one of the versions: in force, earlier, coming, drafts. */
export function VersionChoice(props: {
  readonly versions: readonly TimetableVersion[];
  readonly versionId: number | undefined;
  readonly onVersion: (versionId: number | undefined) => void;
}) {
  return (
    <Select
      w="22rem"
      aria-label={timetableTexts.which}
      allowDeselect={false}
      data={[
        {
          group: timetableTexts.heldGroup,
          items: [{ value: HELD, label: timetableTexts.held }],
        },
        {
          group: timetableTexts.versionsGroup,
          items: props.versions.map(({ id, name, state, validFrom }) => ({
            value: String(id),
            label: timetableTexts.version(name, state, formatDate(validFrom)),
          })),
        },
      ]}
      value={props.versionId === undefined ? HELD : String(props.versionId)}
      onChange={(value) => props.onVersion(value === HELD ? undefined : Number(value))}
    />
  );
}
