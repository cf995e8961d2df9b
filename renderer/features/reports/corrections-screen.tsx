import { Checkbox, Group, MultiSelect, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CorrectionCount, CorrectionRow } from '#contract/corrections';
import { formatDate } from '#domain/calendar/iso-date';
import { CORRECTION_NAMES } from '#domain/journal/correction-names';
import { CORRECTION_KINDS, type CorrectionKind } from '#domain/journal/corrections';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { useYearInput } from '../../api/chosen-year';
import { correctionsTexts as words } from '../../text/corrections';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ClassFilter, DaysFilter, PersonFilter, useListFilters } from '../../ui/list-filters';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

const columns: readonly Column<CorrectionRow>[] = [
  {
    key: 'day',
    title: words.day,
    width: '7rem',
    // The year is that of the screen's head.
    value: (row) => `${formatDate(row.day).slice(0, 5)} ${row.time}`,
    compare: (a, b) => a.day.localeCompare(b.day) || a.time.localeCompare(b.time),
  },
  { key: 'by', title: words.teacher, width: '9rem', value: (row) => row.by },
  { key: 'before', title: words.before, width: '5rem', value: (row) => row.before },
  { key: 'after', title: words.after, width: '5.5rem', value: (row) => row.after || words.removed },
  { key: 'kind', title: words.what, width: '9.5rem', value: (row) => CORRECTION_NAMES[row.kind] },
  { key: 'class', title: words.class, width: '4.5rem', value: (row) => row.className },
  {
    key: 'subject',
    title: words.subject,
    value: (row) => [row.subjectName, row.groupName].filter((part) => part !== '').join(', '),
  },
  { key: 'where', title: words.where, width: '8.5rem', value: (row) => row.where },
  { key: 'pupil', title: words.pupil, width: '8.5rem', value: (row) => row.pupil },
  { key: 'reason', title: words.reason, width: '7rem', value: (row) => row.reason },
];

const count = (key: 'marks' | 'periodMarks' | 'others'): Column<CorrectionCount> => ({
  key,
  title: words[key],
  width: '8rem',
  align: 'right',
  value: (row) => row[key],
});
const countColumns = (title: string): readonly Column<CorrectionCount>[] => [
  { key: 'name', title, value: (row) => row.name },
  count('marks'),
  count('periodMarks'),
  count('others'),
];

const isKind = (text: string): text is CorrectionKind =>
  CORRECTION_KINDS.some((kind) => kind === text);
/** Marks first of all (ТИП 2.14); the rest is one click away. */
const USUAL: readonly CorrectionKind[] = ['mark', 'periodMark'];

/** «Исправления»: what stood in the journal and was changed (J9), as a list, by teacher, by class. */
export function CorrectionsScreen() {
  const { parts, setParts, from, to, classId, staffId } = useListFilters();
  const year = useYearInput();
  const asked = (parts['kinds'] ?? '').split(' ').filter(isKind);
  const input = {
    ...year,
    from,
    to,
    staffId,
    classId,
    kinds: asked.length === 0 ? [...USUAL] : asked,
    withSlips: parts['slips'] !== undefined,
  };
  const list = useQuery({
    ...queries.corrections.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const whole = useQuery(
    queries.corrections.list.queryOptions({
      input: { ...year, kinds: [...CORRECTION_KINDS], withSlips: true },
    }),
  );
  if (parts['paper'] !== undefined) {
    return (
      <DocumentPage
        title={words.paperTitle}
        label={words.paperLabel}
        view={queries.corrections.paper.queryOptions({ input })}
        save={(place) => core.corrections.savePaper({ ...input, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  const shown =
    parts['view'] === 'byTeacher' || parts['view'] === 'byClass' ? parts['view'] : 'rows';
  const choices = (counts: readonly CorrectionCount[] = []) => counts.filter(({ id }) => id !== 0);
  const empty = <EmptyState title={words.empty} text={words.emptyText} />;
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={<PaperButton onClick={() => setParts({ paper: '1' })}>{words.print}</PaperButton>}
    >
      <Group gap="sm" align="flex-end" mb="xs">
        <MultiSelect
          label={words.kinds}
          w="19rem"
          data={CORRECTION_KINDS.map((kind) => ({ value: kind, label: CORRECTION_NAMES[kind] }))}
          value={input.kinds}
          onChange={(kinds) => setParts({ kinds: kinds.join(' ') || undefined })}
        />
        <ClassFilter choices={choices(whole.data?.byClass)} value={classId} />
        <PersonFilter
          label={words.teacher}
          choices={choices(whole.data?.byTeacher)}
          value={staffId}
        />
        <DaysFilter from={from} to={to} />
        <Checkbox
          label={words.slips}
          title={words.slipsHint}
          mb="0.5rem"
          checked={input.withSlips}
          onChange={(event) => setParts({ slips: event.currentTarget.checked ? '1' : undefined })}
        />
        <SegmentedControl
          aria-label={words.view}
          data={(['rows', 'byTeacher', 'byClass'] as const).map((value) => ({
            value,
            label: words[value],
          }))}
          value={shown}
          onChange={(view) => setParts({ view })}
        />
      </Group>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Loading />}
      {list.data && shown === 'rows' && (
        <DataTable
          label={words.label}
          rows={list.data.rows}
          columns={columns}
          rowKey={(row) => row.key}
          empty={empty}
        />
      )}
      {list.data && shown !== 'rows' && (
        <DataTable
          label={words[shown]}
          rows={list.data[shown]}
          columns={countColumns(shown === 'byTeacher' ? words.teacher : words.class)}
          rowKey={(row) => `${row.id}:${row.name}`}
          empty={empty}
        />
      )}
    </Page>
  );
}
