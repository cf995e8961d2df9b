import { Group, SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatDate } from '#domain/calendar/iso-date';
import { fullName } from '#domain/people/name';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { timetableTexts } from '../../text/timetable';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { WeekGrid } from './week-grid';

const MODES = ['mine', 'class', 'teacher'] as const;
type Mode = (typeof MODES)[number];

/** The week in force today: one's own, of a class, or of a teacher. */
export function TimetableScreen() {
  const session = useSession();
  const [parts, setParts] = useAddressParts();
  const seesStaff = mayCall(session.roles, 'people.staff');
  const teaches = session.roles.includes('teacher');
  const modes = MODES.filter((mode) => mode === 'class' || (mode === 'mine' ? teaches : seesStaff));
  const mode: Mode = modes.find((one) => one === parts['of']) ?? modes[0] ?? 'class';
  const classes = useQuery(queries.school.classes.queryOptions({ input: {} }));
  const staff = useQuery({ ...queries.people.staff.queryOptions(), enabled: seesStaff });
  const classId = Number(parts['class']) || classes.data?.[0]?.id;
  const staffId = mode === 'mine' ? session.staffId : Number(parts['teacher']) || undefined;
  const chosen = mode === 'class' ? classId : staffId;
  const timetable = useQuery({
    ...queries.school.timetable.queryOptions({
      input: mode === 'class' ? { classId } : { staffId },
    }),
    enabled: chosen !== undefined,
    placeholderData: keepPreviousData,
  });
  if (classes.isPending || (chosen !== undefined && timetable.isPending)) return <Loading />;
  const view = chosen === undefined ? undefined : timetable.data;
  const version = timetable.data?.version;
  const tools = (
    <Group gap="sm">
      {modes.length > 1 && (
        <SegmentedControl
          aria-label={timetableTexts.show}
          data={modes.map((value) => ({ value, label: timetableTexts.modes[value] }))}
          value={mode}
          onChange={(of) => setParts({ of })}
        />
      )}
      {mode === 'class' && (
        <Select
          w="8rem"
          aria-label={timetableTexts.class}
          placeholder={timetableTexts.chooseClass}
          searchable
          allowDeselect={false}
          data={(classes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={classId === undefined ? null : String(classId)}
          onChange={(id) => setParts({ class: id ?? undefined })}
        />
      )}
      {mode === 'teacher' && (
        <Select
          w="18rem"
          aria-label={timetableTexts.teacher}
          placeholder={timetableTexts.chooseTeacher}
          searchable
          data={(staff.data ?? []).map((row) => ({ value: String(row.id), label: fullName(row) }))}
          value={staffId === undefined ? null : String(staffId)}
          onChange={(id) => setParts({ teacher: id ?? undefined })}
        />
      )}
    </Group>
  );
  const hint = version
    ? timetableTexts.inForce(version.name, formatDate(version.validFrom))
    : undefined;
  return (
    <Page title={timetableTexts.title} hint={hint} actions={tools}>
      <ErrorNotice error={timetable.error ?? classes.error ?? staff.error} />
      {chosen === undefined && mode === 'teacher' && (
        <EmptyState title={timetableTexts.chooseTeacher} />
      )}
      {((chosen === undefined && mode === 'class') || view?.version === null) && (
        <EmptyState title={timetableTexts.empty} text={timetableTexts.emptyText} />
      )}
      {view?.version && view.lessons.length === 0 && (
        <EmptyState
          title={mode === 'mine' ? timetableTexts.emptyMine : timetableTexts.emptyOther}
        />
      )}
      {view && view.lessons.length > 0 && (
        <WeekGrid
          lessons={view.lessons}
          of={mode === 'class' ? 'class' : 'teacher'}
          today={session.today}
        />
      )}
    </Page>
  );
}
