import { Group, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RegisterRow, TeacherHours } from '#contract/changes';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { changesTexts } from '../../text/changes';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ClassFilter, DaysFilter, PersonFilter, useListFilters } from '../../ui/list-filters';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

const words = changesTexts.register;
const moment = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short' });

const columns: readonly Column<RegisterRow>[] = [
  {
    key: 'date',
    title: words.date,
    width: '6.5rem',
    value: (row) => formatDate(row.from.date),
    compare: (a, b) => a.from.date.localeCompare(b.from.date),
  },
  {
    key: 'number',
    title: words.number,
    width: '4rem',
    align: 'center',
    value: (row) => row.from.number,
  },
  { key: 'class', title: words.className, width: '4.5rem', value: (row) => row.className },
  {
    key: 'subject',
    title: words.subject,
    value: (row) => [row.subjectName, row.groupName].filter(Boolean).join(', '),
  },
  { key: 'absent', title: words.absent, width: '9.5rem', value: (row) => row.absent },
  {
    key: 'reason',
    title: words.reason,
    width: '8rem',
    value: (row) =>
      [row.absenceReason === null ? '' : changesTexts.reasons[row.absenceReason], row.reason]
        .filter(Boolean)
        .join('; '),
  },
  { key: 'what', title: words.what, width: '13rem', value: (row) => changesTexts.change(row) },
  {
    key: 'payment',
    title: words.payment,
    width: '8.5rem',
    value: (row) =>
      row.kind === 'substitution' || row.kind === 'replacement'
        ? changesTexts.payments[row.payment]
        : null,
  },
  {
    key: 'registered',
    title: words.registered,
    width: '10.5rem',
    value: (row) =>
      [
        row.registeredBy,
        moment.format(new Date(row.registeredAt)),
        row.lateWhy === '' ? '' : `${changesTexts.late}: ${row.lateWhy}`,
      ]
        .filter(Boolean)
        .join(', '),
  },
];

const number = (key: keyof typeof words & keyof TeacherHours): Column<TeacherHours> => ({
  key,
  title: words[key],
  width: '10rem',
  align: 'right',
  value: (row) => row[key],
});
const hourColumns: readonly Column<TeacherHours>[] = [
  { key: 'name', title: words.name, value: (row) => row.name },
  number('given'),
  number('missed'),
  number('paid'),
  number('unpaid'),
  number('merged'),
];

/** «Учёт замен»: missed and substituted lessons of any dates, and hours for pay (ЭЛЖ 14). */
export function RegisterScreen() {
  const { roles, today } = useSession();
  const filters = useListFilters();
  const { parts, setParts, classId, staffId } = filters;
  const seesAll = mayCall(roles, 'changes.day');
  const { from = `${today.slice(0, 8)}01` as IsoDate, to = today } = filters;
  const input = { from, to, staffId, classId };
  const register = useQuery({
    ...queries.changes.register.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const classes = useQuery(queries.school.classes.queryOptions({ input: {} }));
  const whole = useQuery({
    ...queries.changes.register.queryOptions({ input: { from, to } }),
    enabled: seesAll,
  });
  if (parts['paper'] !== undefined) {
    return (
      <DocumentPage
        title={changesTexts.registerTitle}
        label={words.label}
        view={queries.changes.registerPaper.queryOptions({ input })}
        save={(place) => core.changes.saveRegisterPaper({ ...input, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  const shown = parts['view'] === 'hours' ? 'hours' : 'rows';
  const empty = <EmptyState title={words.empty} text={words.emptyText} />;
  return (
    <Page
      title={changesTexts.registerTitle}
      actions={<PaperButton onClick={() => setParts({ paper: '1' })}>{words.print}</PaperButton>}
    >
      <Group gap="sm" align="flex-end" mb="xs">
        <DaysFilter from={from} to={to} always />
        <ClassFilter choices={classes.data} value={classId} />
        {seesAll && (
          <PersonFilter
            label={words.teacher}
            choices={whole.data?.hours.map((row) => ({ id: row.staffId, name: row.name }))}
            value={staffId}
          />
        )}
        <SegmentedControl
          aria-label={words.view}
          data={(['rows', 'hours'] as const).map((value) => ({ value, label: words[value] }))}
          value={shown}
          onChange={(view) => setParts({ view })}
        />
      </Group>
      <ErrorNotice error={register.error} onRetry={() => void register.refetch()} />
      {register.isPending && <Loading />}
      {register.data && shown === 'rows' && (
        <DataTable
          label={words.rows}
          rows={register.data.rows}
          columns={columns}
          rowKey={(row) => row.id}
          empty={empty}
        />
      )}
      {register.data && shown === 'hours' && (
        <DataTable
          label={words.hours}
          rows={register.data.hours}
          columns={hourColumns}
          rowKey={(row) => row.staffId}
          empty={empty}
        />
      )}
    </Page>
  );
}
