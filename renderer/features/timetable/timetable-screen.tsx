import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimetableLesson } from '#contract/school';
import { formatDate, isIsoDate } from '#domain/calendar/iso-date';
import { cycleWeekOf } from '#domain/calendar/school-days';
import { fullName } from '#domain/people/name';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { timetableTexts } from '../../text/timetable';
import { DateField } from '../../ui/date-field/date-field';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { TimetablePaper } from './timetable-paper';
import { WeekGrid } from './week-grid';

const MODES = ['mine', 'class', 'teacher', 'room', 'pupil'] as const;
type Mode = (typeof MODES)[number];
type Choice = { readonly value: string; readonly label: string };

/** Everybody and every room the week names, in order. */
function choicesOf(lessons: readonly TimetableLesson[]) {
  const teachers = new Map<number, string>();
  const rooms = new Map<number, string>();
  for (const { teacherIds, teachers: names, roomId, room } of lessons) {
    for (const [index, id] of teacherIds.entries()) teachers.set(id, names[index] ?? '');
    if (roomId !== null) rooms.set(roomId, room);
  }
  const listOf = (names: ReadonlyMap<number, string>): Choice[] =>
    [...names]
      .map(([id, label]) => ({ value: String(id), label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'ru', { numeric: true }));
  return { teacher: listOf(teachers), room: listOf(rooms) };
}

/** The week in force on a day: one's own, of a class, a teacher, a room or a pupil (T1). */
export function TimetableScreen() {
  const session = useSession();
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const seesPupils = mayCall(session.roles, 'people.pupils');
  const teaches = session.roles.includes('teacher');
  const modes = MODES.filter((one) =>
    one === 'mine' ? teaches : one === 'pupil' ? seesPupils : true,
  );
  const mode: Mode = modes.find((one) => one === parts['of']) ?? modes[0] ?? 'class';
  const asked = parts['day'] ?? '';
  const day = isIsoDate(asked) ? asked : session.today;
  const input = { ...year, day };
  const week = useQuery({
    ...queries.school.timetable.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const classes = useQuery(queries.school.classes.queryOptions({ input: year }));
  const pupils = useQuery({
    ...queries.people.pupils.queryOptions({ input: {} }),
    enabled: mode === 'pupil',
  });
  const pupilId = Number(parts['pupil']) || undefined;
  const ofPupil = useQuery({
    ...queries.school.timetable.queryOptions({ input: { ...input, pupilId } }),
    enabled: mode === 'pupil' && pupilId !== undefined,
  });
  const lessons = week.data?.lessons;
  const found = useMemo(() => choicesOf(lessons ?? []), [lessons]);
  if (classes.isPending || week.isPending) return <Loading />;

  const choices: readonly Choice[] =
    mode === 'class'
      ? (classes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
      : mode === 'pupil'
        ? (pupils.data ?? []).map((row) => ({
            value: String(row.id),
            label: `${fullName(row)}, ${row.className}`,
          }))
        : mode === 'mine'
          ? []
          : found[mode];
  const chosen =
    mode === 'mine'
      ? session.staffId
      : Number(parts[mode]) || (mode === 'class' ? classes.data?.[0]?.id : undefined);
  const shown =
    chosen === undefined
      ? undefined
      : mode === 'pupil'
        ? ofPupil.data?.lessons
        : lessons?.filter((one) =>
            mode === 'class'
              ? one.classIds.includes(chosen)
              : mode === 'room'
                ? one.roomId === chosen
                : one.teacherIds.includes(chosen),
          );
  const version = week.data?.version ?? null;
  if (parts['paper'] !== undefined && version !== null) {
    return (
      <TimetablePaper
        versionId={version.id}
        day={day}
        {...(mode !== 'pupil' && chosen !== undefined
          ? { one: { of: mode === 'mine' ? 'teacher' : mode, id: chosen } as const }
          : {})}
        onBack={() => setParts({ paper: undefined })}
      />
    );
  }
  const cycle =
    version === null || version.cycleFrom === null
      ? ''
      : timetableTexts.week[cycleWeekOf(day, version.cycleFrom)];
  const hint =
    version === null
      ? undefined
      : [timetableTexts.inForce(version.name, formatDate(version.validFrom)), cycle]
          .filter(Boolean)
          .join(', ');
  const tools = (
    <Group gap="sm" wrap="nowrap">
      <DateField
        label={timetableTexts.day}
        hideLabel
        value={day}
        onChange={(date) =>
          date !== null && setParts({ day: date === session.today ? undefined : date })
        }
      />
      {version !== null && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          onClick={() => setParts({ paper: '1' })}
        >
          {timetableTexts.toPaper}
        </Button>
      )}
    </Group>
  );
  return (
    <Page title={timetableTexts.title} hint={hint} actions={tools}>
      <Group gap="sm">
        <SegmentedControl
          aria-label={timetableTexts.show}
          data={modes.map((value) => ({ value, label: timetableTexts.modes[value] }))}
          value={mode}
          onChange={(of) => setParts({ of })}
        />
        {mode !== 'mine' && (
          <Select
            w={mode === 'class' ? '8rem' : mode === 'pupil' ? '24rem' : '16rem'}
            aria-label={timetableTexts.modes[mode]}
            placeholder={timetableTexts.choose[mode]}
            searchable
            allowDeselect={false}
            data={choices}
            value={chosen === undefined ? null : String(chosen)}
            onChange={(id) => setParts({ [mode]: id ?? undefined })}
          />
        )}
        {day !== session.today && <Text c="dimmed">{timetableTexts.onDay(formatDate(day))}</Text>}
      </Group>
      <ErrorNotice error={week.error ?? classes.error ?? pupils.error ?? ofPupil.error} />
      {version === null && (
        <EmptyState title={timetableTexts.empty} text={timetableTexts.emptyText} />
      )}
      {version !== null && chosen === undefined && mode !== 'mine' && (
        <EmptyState title={timetableTexts.choose[mode]} />
      )}
      {version !== null && shown?.length === 0 && (
        <EmptyState
          title={mode === 'mine' ? timetableTexts.emptyMine : timetableTexts.emptyOther}
        />
      )}
      {shown !== undefined && shown.length > 0 && (
        <WeekGrid
          lessons={shown}
          of={mode === 'class' || mode === 'pupil' ? 'class' : mode === 'room' ? 'room' : 'teacher'}
          today={day}
        />
      )}
    </Page>
  );
}
