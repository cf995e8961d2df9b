import { Button, Select, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditorData } from '#contract/timetable';
import { formatDate } from '#domain/calendar/iso-date';
import { compareTimetables } from '#domain/timetable/compare-timetables';
import type { Placement } from '#domain/timetable/ground';
import { useYearInput } from '../../../api/chosen-year';
import { queries } from '../../../api/queries';
import { useAddressParts } from '../../../routes/use-address-parts';
import { editorTexts } from '../../../text/timetable-editor';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';
import { namesOf } from './names';

const { compare: words, versions } = editorTexts;

/** What stands otherwise, a row for each hour that moved, came or went. */
function rowsOf(before: readonly Placement[], data: EditorData) {
  const names = namesOf(data);
  const text = (place: Placement | undefined) =>
    place === undefined
      ? '—'
      : [
          editorTexts.place(editorTexts.days[place.weekday - 1] ?? '', place.lessonNumber),
          names.room(place.roomId),
          place.week === 0 ? '' : editorTexts.weekSign[place.week],
        ]
          .filter(Boolean)
          .join(', ');
  return compareTimetables(before, data.placements)
    .flatMap(({ pageId, moved, added, removed, rooms }) => {
      const page = names.pages.get(pageId);
      const className = page === undefined ? '' : names.classNames(page);
      const subject =
        page === undefined ? '' : [page.subjectName, page.groupName].filter(Boolean).join(', ');
      const hours: { readonly from?: Placement; readonly to?: Placement }[] = [
        ...moved,
        ...rooms,
        ...added.map((to) => ({ to })),
        ...removed.map((from) => ({ from })),
      ];
      return hours.map(({ from, to }) => ({
        className,
        subject,
        was: text(from),
        is: text(to),
      }));
    })
    .toSorted((a, b) => a.className.localeCompare(b.className, 'ru', { numeric: true }));
}

/** Two versions beside each other: only what differs. */
export function CompareVersions(props: {
  readonly versionId: number;
  readonly onBack: () => void;
}) {
  const { versionId } = props;
  const [parts, setParts] = useAddressParts();
  const all = useQuery(queries.timetable.versions.queryOptions({ input: useYearInput() }));
  const others = (all.data ?? []).filter(({ id }) => id !== versionId);
  const otherId =
    Number(parts['other']) || (others.find(({ state }) => state === 'now') ?? others[0])?.id;
  const data = useQuery(queries.timetable.editor.queryOptions({ input: { versionId } }));
  const other = useQuery({
    ...queries.timetable.hours.queryOptions({ input: { versionId: otherId ?? 0 } }),
    enabled: otherId !== undefined,
  });
  const rows = useMemo(
    () =>
      data.data === undefined || other.data === undefined
        ? undefined
        : rowsOf(other.data.placements, data.data),
    [data.data, other.data],
  );
  if (all.isPending || data.isPending) return <Loading />;
  return (
    <Page
      title={words.title}
      hint={data.data?.version.name}
      actions={
        <>
          <Select
            w="34rem"
            aria-label={words.with}
            placeholder={words.choose}
            allowDeselect={false}
            data={others.map((one) => ({
              value: String(one.id),
              label: `${one.name} (${versions.states[one.state].toLowerCase()}, ${formatDate(one.validFrom)})`,
            }))}
            value={otherId === undefined ? null : String(otherId)}
            onChange={(id) => setParts({ other: id ?? undefined })}
          />
          <Button variant="default" onClick={props.onBack}>
            {words.back}
          </Button>
        </>
      }
      readOnly
    >
      <ErrorNotice error={all.error ?? data.error ?? other.error} />
      {otherId === undefined && <EmptyState title={words.choose} />}
      {rows?.length === 0 && <EmptyState title={words.same} />}
      {rows !== undefined && rows.length > 0 && (
        <Table aria-label={words.table} withTableBorder stickyHeader bg="var(--sj-surface)">
          <Table.Thead>
            <Table.Tr>
              {words.columns.map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ className, subject, was, is }) => (
              <Table.Tr key={`${className} ${subject} ${was} ${is}`}>
                <Table.Td>{className}</Table.Td>
                <Table.Td>{subject}</Table.Td>
                <Table.Td>{was}</Table.Td>
                <Table.Td>{is}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  );
}
