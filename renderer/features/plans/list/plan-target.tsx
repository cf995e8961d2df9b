import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlanList, PlanPage } from '#contract/plans';
import { fullName } from '#domain/people/name';
import { useYearInput } from '../../../api/chosen-year';
import { mayCall } from '../../../api/procedure-meta';
import { queries } from '../../../api/queries';
import { useSession } from '../../../api/session';
import { plansTexts } from '../../../text/plans';

const words = plansTexts.make;

/** What a plan is for: a subject, a grade, and the pages that could work by it. */
export type Target = {
  readonly key: string;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly grade: number;
  readonly pages: readonly (PlanPage & { readonly planned: boolean })[];
};

/** What the person has said of the plan that is being made. */
export type TargetDraft = {
  readonly key: string | null;
  /** Undefined: as suggested. */
  readonly title: string | undefined;
  readonly pageIds: readonly number[] | undefined;
  readonly authorId: number | null;
};

export const NO_TARGET: TargetDraft = {
  key: null,
  title: undefined,
  pageIds: undefined,
  authorId: null,
};

/** Every subject and grade of which the person may plan a page. */
function targetsOf({ plans, without }: PlanList): readonly Target[] {
  const all = [
    ...without.map((page) => ({ ...page, planned: false })),
    ...plans.flatMap(({ pages, subjectId, subjectName, grade }) =>
      pages.map((page) => ({ ...page, subjectId, subjectName, grade, planned: true })),
    ),
  ].filter(({ mine }) => mine);
  const groups = Map.groupBy(all, ({ subjectId, grade }) => `${subjectId}:${grade}`);
  return [...groups]
    .map(([key, pages]) => ({
      key,
      subjectId: pages[0]?.subjectId ?? 0,
      subjectName: pages[0]?.subjectName ?? '',
      grade: pages[0]?.grade ?? 1,
      pages: pages.toSorted((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true })),
    }))
    .toSorted((a, b) => a.subjectName.localeCompare(b.subjectName, 'ru') || a.grade - b.grade);
}

/** The targets of the year, and what the draft says with what is suggested where it says nothing. */
export function useTarget(draft: TargetDraft, pageId: number | undefined) {
  const year = useYearInput();
  const list = useQuery(queries.plans.list.queryOptions({ input: year }));
  const targets = useMemo(() => (list.data === undefined ? [] : targetsOf(list.data)), [list.data]);
  const asked = targets.find(({ pages }) => pages.some(({ id }) => id === pageId));
  const only = targets.length === 1 ? targets[0] : undefined;
  const target = targets.find(({ key }) => key === draft.key) ?? asked ?? only;
  const title = draft.title ?? (target ? words.nameOf(target.subjectName, target.grade) : '');
  const free = target?.pages.filter(({ planned }) => !planned).map(({ id }) => id) ?? [];
  const pageIds = draft.pageIds ?? free;
  return { list, targets, target, title, pageIds, yearInput: year };
}

/** Subject and grade, name, author and pages of a plan that is being made. */
export function TargetFields(props: {
  readonly draft: TargetDraft;
  readonly state: ReturnType<typeof useTarget>;
  readonly onChange: (draft: TargetDraft) => void;
}) {
  const { draft, onChange } = props;
  const { targets, target, title, pageIds } = props.state;
  const { roles } = useSession();
  const onBehalf = mayCall(roles, 'people.staff');
  const staff = useQuery({ ...queries.people.staff.queryOptions(), enabled: onBehalf });
  return (
    <Stack gap="sm" maw="34rem">
      <Select
        label={words.what}
        placeholder={words.whatHint}
        searchable
        allowDeselect={false}
        data={targets.map((one) => ({
          value: one.key,
          label: words.nameOf(one.subjectName, one.grade),
        }))}
        value={target?.key ?? null}
        onChange={(key) => onChange({ ...draft, key, title: undefined, pageIds: undefined })}
      />
      <TextInput
        label={words.name}
        maxLength={200}
        value={title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
      />
      {onBehalf && (
        <Select
          label={words.author}
          description={words.authorHint}
          placeholder={words.mine}
          searchable
          clearable
          data={(staff.data ?? []).map((row) => ({ value: String(row.id), label: fullName(row) }))}
          value={draft.authorId === null ? null : String(draft.authorId)}
          onChange={(id) => onChange({ ...draft, authorId: id === null ? null : Number(id) })}
        />
      )}
      {target && (
        <Checkbox.Group
          label={words.pages}
          description={target.pages.some(({ planned }) => planned) ? words.pagesHint : undefined}
          value={pageIds.map(String)}
          onChange={(ids) => onChange({ ...draft, pageIds: ids.map(Number) })}
        >
          <Stack gap={6} mt={4}>
            {target.pages.map(({ id, name, teachers, planned }) => (
              <Checkbox
                key={id}
                value={String(id)}
                label={
                  <>
                    {name}{' '}
                    <Text span size="xs" c="dimmed">
                      {[...teachers, ...(planned ? [words.hasPlan] : [])].join(' · ')}
                    </Text>
                  </>
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}
