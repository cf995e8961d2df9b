import { Group, SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimetableLesson } from '#contract/school';
import type { HeldWeek, TimetableVersion } from '#contract/timetable';
import { formatDate, isIsoDate } from '#domain/calendar/iso-date';
import { fullName } from '#domain/people/name';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { timetableTexts } from '../../text/timetable';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import type { GridLesson } from './grid-lesson';
import { TimetablePaper } from './timetable-paper';
import { useWeek, type Owner } from './use-week';
import { WeekGrid } from './week-grid';
import { PaperButton } from '../../ui/document-view/paper-buttons';
import { VersionChoice, WeekTools } from './week-tools';

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

/** What stands under the screen's name: the week and what was changed, or the version. */
function hintOf(
  week: HeldWeek | undefined,
  version: TimetableVersion | undefined,
  lessons: readonly GridLesson[] | undefined,
): string | undefined {
  if (version !== undefined) {
    return timetableTexts.version(version.name, version.state, formatDate(version.validFrom));
  }
  if (week === undefined) return undefined;
  const changed = (lessons ?? []).filter(({ change = '' }) => change !== '').length;
  return [
    timetableTexts.heldWeek(week.from, week.to),
    ...week.versions.map(({ name, cycleWeek }) =>
      cycleWeek === null ? name : `${name}, ${timetableTexts.week[cycleWeek]}`,
    ),
    changed === 0 ? timetableTexts.unchanged : timetableTexts.changed(changed),
  ].join(' · ');
}

function ownerOf(mode: Mode, id: number | undefined): Owner | undefined {
  if (id === undefined) return undefined;
  switch (mode) {
    case 'mine':
    case 'teacher':
      return { of: 'teacher', staffId: id };
    case 'class':
      return { of: 'class', classId: id };
    case 'room':
      return { of: 'room', roomId: id };
    case 'pupil':
      return { of: 'pupil', pupilId: id };
    default:
      return mode satisfies never;
  }
}

/**
 * The timetable of oneself, a class, a teacher, a room or a pupil (T1): a week with its changes, or a
 * version, also an earlier one and, for those who make them, a draft.
 */
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
  const versions = useQuery(queries.timetable.versions.queryOptions({ input: year }));
  const version = versions.data?.find(({ id }) => id === Number(parts['version']));
  const all = useQuery({
    ...queries.school.timetable.queryOptions({
      input: { ...year, day, ...(version && { versionId: version.id }) },
    }),
    placeholderData: keepPreviousData,
  });
  const classes = useQuery(queries.school.classes.queryOptions({ input: year }));
  const pupils = useQuery({
    ...queries.people.pupils.queryOptions({ input: {} }),
    enabled: mode === 'pupil',
  });
  const found = useMemo(() => choicesOf(all.data?.lessons ?? []), [all.data]);
  const chosen =
    mode === 'mine'
      ? session.staffId
      : Number(parts[mode]) || (mode === 'class' ? classes.data?.[0]?.id : undefined);
  const { lessons, week, error } = useWeek({
    year,
    day,
    versionId: version?.id,
    owner: ownerOf(mode, chosen),
  });
  if (classes.isPending || all.isPending || versions.isPending) return <Loading />;

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
  const nothing = (versions.data ?? []).length === 0;
  if (parts['paper'] !== undefined && !nothing) {
    return (
      <TimetablePaper
        versionId={version?.id}
        day={day}
        {...(mode !== 'pupil' && chosen !== undefined
          ? { one: { of: mode === 'mine' ? 'teacher' : mode, id: chosen } as const }
          : {})}
        onBack={() => setParts({ paper: undefined })}
      />
    );
  }
  const tools = (
    <Group gap="sm" wrap="nowrap">
      <WeekTools
        day={day}
        today={session.today}
        onDay={(date) => setParts({ day: date === session.today ? undefined : date })}
      />
      {!nothing && (
        <PaperButton onClick={() => setParts({ paper: '1' })}>{timetableTexts.toPaper}</PaperButton>
      )}
    </Group>
  );
  return (
    <Page title={timetableTexts.title} hint={hintOf(week, version, lessons)} actions={tools}>
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
        {!nothing && (
          <VersionChoice
            versions={versions.data ?? []}
            versionId={version?.id}
            onVersion={(id) => setParts({ version: id === undefined ? undefined : String(id) })}
          />
        )}
      </Group>
      <ErrorNotice error={versions.error ?? all.error ?? classes.error ?? pupils.error ?? error} />
      {nothing && <EmptyState title={timetableTexts.empty} text={timetableTexts.emptyText} />}
      {!nothing && chosen === undefined && mode !== 'mine' && (
        <EmptyState title={timetableTexts.choose[mode]} />
      )}
      {!nothing && lessons?.length === 0 && version === undefined && (
        <EmptyState title={timetableTexts.noLessons} text={timetableTexts.noLessonsText} />
      )}
      {!nothing && lessons?.length === 0 && version !== undefined && (
        <EmptyState
          title={mode === 'mine' ? timetableTexts.emptyMine : timetableTexts.emptyOther}
        />
      )}
      {lessons !== undefined && lessons.length > 0 && (
        <WeekGrid
          lessons={lessons}
          of={mode === 'class' || mode === 'pupil' ? 'class' : mode === 'room' ? 'room' : 'teacher'}
          today={version === undefined ? session.today : day}
          {...(week !== undefined && { monday: week.from })}
        />
      )}
    </Page>
  );
}
