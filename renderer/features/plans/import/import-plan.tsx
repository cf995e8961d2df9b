import { Alert, Button, Checkbox, Group, NumberInput, Select, Text } from '@mantine/core';
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanFilePreview } from '#contract/plan-files';
import type { Grant } from '#contract/shell';
import type { PlanColumns } from '#domain/import/plans/plan-columns';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { importTexts } from '../../../text/imports';
import { difference, plansTexts } from '../../../text/plans';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyDone } from '../../../ui/notify';
import { Assistant } from '../../import/assistant';
import { FileField } from '../../import/file-field';
import { NO_TARGET, TargetFields, useTarget, type Target } from '../list/plan-target';
import { PlanColumnsTable } from './plan-columns-table';
import { PlanRows } from './plan-rows';

const words = plansTexts.import;
const STEPS = ['file', 'check'] as const;

type Draft = {
  readonly file: Grant | null;
  readonly sheet?: number | undefined;
  readonly columns?: PlanColumns | undefined;
  readonly withoutBadRows: boolean;
};

function inputOf({ file, sheet, columns }: Draft) {
  if (file === null) return undefined;
  return {
    grant: file.grant,
    ...(sheet !== undefined && { sheet }),
    ...(columns !== undefined && {
      columns: { firstDataRow: columns.firstDataRow, columns: [...columns.columns] },
    }),
  };
}

/** The hours of the file against its own total and against the curriculum of the pages (КИА 4.4.8). */
function hoursText(
  { hours, toldTotal }: PlanFilePreview,
  target: Target | undefined,
  pageIds: readonly number[],
): string {
  const chosen = (target?.pages ?? []).filter(({ id }) => pageIds.includes(id));
  const said = new Set(chosen.map(({ curriculum }) => difference(hours, curriculum)));
  const own = toldTotal !== null && toldTotal !== hours ? [words.otherTotal(toldTotal)] : [];
  return [words.hours(hours), ...own, ...said].join('; ');
}

/** Brings in a plan of a document or a spreadsheet (K1): file, check, and the plan is there. */
export function ImportPlan() {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({ file: null, withoutBadRows: false });
  const [target, setTarget] = useState(NO_TARGET);
  const state = useTarget(target, undefined);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const input = inputOf(draft);
  const asked = useQuery({
    ...queries.plans.previewFile.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  });
  const preview = input === undefined ? undefined : asked.data;
  const leave = () => void navigate({ to: '/plans/list' });
  const apply = useMutation({
    mutationFn: async () => {
      if (input === undefined || preview === undefined || state.target === undefined) return null;
      const { subjectId, grade } = state.target;
      return core.plans.applyFile({
        ...input,
        ...state.yearInput,
        sha256: preview.sha256,
        withoutBadRows: draft.withoutBadRows,
        subjectId,
        grade,
        title: state.title,
        pageIds: [...state.pageIds],
        ...(target.authorId !== null && { authorId: target.authorId }),
      });
    },
    onSuccess: async (made) => {
      if (made === null) return;
      notifyDone(words.done(preview?.rows.length ?? 0));
      await queryClient.invalidateQueries({ queryKey: queries.plans.key() });
      await navigate({ to: `/plans/list/${made.planId}` });
    },
  });
  const choose = (file: Grant | null) => {
    apply.reset();
    change({ file, sheet: undefined, columns: undefined, withoutBadRows: false });
  };
  const fileField = (compact: boolean) => (
    <FileField
      label={importTexts.steps.file}
      kind="plan"
      compact={compact}
      value={draft.file}
      onChange={choose}
    />
  );
  if (state.list.isPending) return <Loading />;
  if (preview === undefined) {
    return (
      <Assistant title={words.title} steps={STEPS} step="file" onCancel={leave}>
        {state.targets.length === 0 ? (
          <EmptyState title={plansTexts.make.nothing} />
        ) : (
          <>
            <Text maw="46rem">{words.intro}</Text>
            {fileField(false)}
          </>
        )}
        {asked.isFetching && <Text c="dimmed">{importTexts.file.reading}</Text>}
        <ErrorNotice error={input === undefined ? null : asked.error} />
      </Assistant>
    );
  }

  const blocked = preview.bad.length > 0 && !draft.withoutBadRows;
  const ready =
    !blocked &&
    !asked.isFetching &&
    !asked.error &&
    preview.rows.length > 0 &&
    state.target !== undefined &&
    state.title.trim() !== '';
  return (
    <Assistant
      title={words.title}
      steps={STEPS}
      step="check"
      onCancel={leave}
      onBack={() => choose(null)}
      deed={
        <Button disabled={!ready} loading={apply.isPending} onClick={() => apply.mutate()}>
          {words.deed(preview.rows.length)}
        </Button>
      }
      status={
        <Group gap="md">
          {preview.bad.length > 0 && preview.rows.length > 0 && (
            <Checkbox
              label={words.withoutBad(preview.bad.length)}
              checked={draft.withoutBadRows}
              onChange={(event) => change({ withoutBadRows: event.currentTarget.checked })}
            />
          )}
          <Text size="sm" fw={500}>
            {state.target === undefined
              ? words.sayTarget
              : hoursText(preview, state.target, state.pageIds)}
          </Text>
        </Group>
      }
    >
      <ErrorNotice error={asked.error ?? apply.error} />
      <Group align="flex-start" gap="xl" wrap="nowrap">
        <TargetFields draft={target} state={state} onChange={setTarget} />
        <div>
          <Group gap="md" align="end" mb="xs">
            {fileField(true)}
            {preview.sheets.length > 1 && (
              <Select
                label={words.sheet}
                w="16rem"
                allowDeselect={false}
                data={preview.sheets.map((name, index) => ({
                  value: String(index),
                  label: `${index + 1}. ${name}`,
                }))}
                value={String(preview.sheet)}
                onChange={(sheet) => change({ sheet: Number(sheet), columns: undefined })}
              />
            )}
            <NumberInput
              label={importTexts.people.firstRow}
              w="9.5rem"
              min={1}
              max={1000}
              value={preview.firstDataRow + 1}
              onChange={(row) =>
                typeof row === 'number' &&
                change({
                  columns: {
                    columns: preview.columns.map(({ column, title, field }) => ({
                      column,
                      title,
                      field,
                    })),
                    firstDataRow: Math.max(0, row - 1),
                  },
                })
              }
            />
          </Group>
          {!preview.headerFound && (
            <Alert color="yellow" mb="xs">
              {words.noHeader}
            </Alert>
          )}
          <PlanColumnsTable preview={preview} onChange={(columns) => change({ columns })} />
        </div>
      </Group>
      <PlanRows key={`${draft.file?.grant} ${preview.sheet}`} preview={preview} />
    </Assistant>
  );
}
