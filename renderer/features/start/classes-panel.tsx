import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ClassRow } from '#contract/school';
import { queries } from '../../api/queries';
import { schoolTexts } from '../../text/school';
import { startTexts } from '../../text/start';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { ErrorNotice } from '../../ui/error-notice';

const words = startTexts.classes;

const columns: readonly Column<ClassRow>[] = [
  {
    key: 'name',
    title: words.name,
    value: (row) => row.name,
    compare: (a, b) => a.grade - b.grade || a.letter.localeCompare(b.letter, 'ru'),
    width: '7rem',
  },
  {
    key: 'pupils',
    title: schoolTexts.countNames.pupils,
    value: (row) => row.pupils,
    align: 'right',
    width: '7rem',
  },
  { key: 'homeroom', title: words.homeroom, value: (row) => row.homeroomTeacher },
];

/** The classes of the year; a row opens the class's timetable. */
export function ClassesPanel() {
  const navigate = useNavigate();
  const classes = useQuery(queries.school.classes.queryOptions({ input: {} }));
  return (
    <>
      <ErrorNotice error={classes.error} onRetry={() => void classes.refetch()} />
      <DataTable
        label={schoolTexts.countNames.classes}
        rows={classes.data ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        empty={null}
        onOpen={({ id }) => void navigate({ to: '/timetable', search: { of: 'class', class: id } })}
      />
    </>
  );
}
