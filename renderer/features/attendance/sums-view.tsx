import { useMemo } from 'react';
import type { AttendanceSheet } from '#contract/attendance';
import { absenceSums, type AbsenceSums } from '#domain/attendance/sums';
import { attendanceTexts } from '../../text/attendance';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { cellKey, cellsOf } from './sheet-view';

const words = attendanceTexts.sums;
type Row = { readonly id: number; readonly name: string; readonly sums: AbsenceSums };

const number = (key: string, title: string, of: (sums: AbsenceSums) => number): Column<Row> => ({
  key,
  title,
  value: ({ sums }) => of(sums),
  render: ({ sums }) => (of(sums) === 0 ? '' : of(sums)),
  width: '5.3rem',
  align: 'right',
});
const columns: readonly Column<Row>[] = [
  { key: 'name', title: words.pupil, value: ({ name }) => name },
  number('lessons', words.lessons, ({ lessons }) => lessons.total),
  number('ill', words.lessonsOf.ill, ({ lessons }) => lessons.ill),
  number('excused', words.lessonsOf.excused, ({ lessons }) => lessons.excused),
  number('absent', words.lessonsOf.absent, ({ lessons }) => lessons.absent),
  number('days', words.days, ({ days }) => days.total),
  number('daysIll', words.daysOf.ill, ({ days }) => days.ill),
  number('daysExcused', words.daysOf.excused, ({ days }) => days.excused),
  number('daysAbsent', words.daysOf.absent, ({ days }) => days.absent),
  number('late', words.late, ({ late }) => late),
  number('lateMinutes', words.lateMinutes, ({ lateMinutes }) => lateMinutes),
];

/** What each pupil missed in some days, by reason: lessons, days, lateness (КИА 4.3.5, 4.3.12). */
export function SumsView({ sheet }: { readonly sheet: AttendanceSheet }) {
  const rows = useMemo((): Row[] => {
    const cells = cellsOf(sheet);
    return sheet.pupils.map(({ id, name }) => ({
      id,
      name,
      sums: absenceSums(
        sheet.lessons
          .filter(({ pupilIds }) => pupilIds.includes(id))
          .map((lesson) => {
            const [, , , attendance = null, lateMinutes = null] =
              cells.get(cellKey(lesson.id, id)) ?? [];
            return { date: lesson.date, attendance, lateMinutes };
          }),
      ),
    }));
  }, [sheet]);
  return (
    <DataTable
      label={words.label}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.none} />}
    />
  );
}
