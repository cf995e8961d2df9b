import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { useAddressParts } from '../../../routes/use-address-parts';
import { commonTexts } from '../../../text/common';
import { plansTexts } from '../../../text/plans';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';
import { NO_TARGET, TargetFields, useTarget } from './plan-target';

const words = plansTexts.make;

/** A plan by hand, or copied from another class, colleague or year. */
export function NewPlan() {
  const navigate = useNavigate();
  const [parts] = useAddressParts();
  const [draft, setDraft] = useState(NO_TARGET);
  const [begin, setBegin] = useState<'empty' | 'copy'>('empty');
  const [copyOf, setCopyOf] = useState<number | null>(null);
  const state = useTarget(draft, Number(parts['page']) || undefined);
  const { list, target, title, pageIds, yearInput } = state;
  const sources = useQuery({
    ...queries.plans.sources.queryOptions({ input: { subjectId: target?.subjectId ?? 0 } }),
    enabled: target !== undefined && begin === 'copy',
  });
  const make = useMutation({
    mutationFn: async () => {
      if (target === undefined) return undefined;
      return core.plans.create({
        ...yearInput,
        subjectId: target.subjectId,
        grade: target.grade,
        title,
        pageIds: [...pageIds],
        ...(draft.authorId !== null && { authorId: draft.authorId }),
        ...(begin === 'copy' && copyOf !== null && { copyOf }),
      });
    },
    onSuccess: async (made) => {
      if (made === undefined) return;
      await queryClient.invalidateQueries({ queryKey: queries.plans.key() });
      await navigate({ to: `/plans/list/${made.planId}` });
    },
  });
  if (list.isPending) return <Loading />;
  const ready =
    target !== undefined && title.trim() !== '' && (begin === 'empty' || copyOf !== null);
  return (
    <Page
      title={words.title}
      hint={words.hint}
      actions={
        <>
          <Button variant="default" component={Link} to="/plans/list">
            {commonTexts.cancel}
          </Button>
          <Button disabled={!ready} loading={make.isPending} onClick={() => make.mutate()}>
            {words.deed}
          </Button>
        </>
      }
    >
      <ErrorNotice error={list.error ?? make.error} />
      {state.targets.length === 0 ? (
        <EmptyState title={words.nothing} />
      ) : (
        <Group align="flex-start" gap="xl">
          <TargetFields draft={draft} state={state} onChange={setDraft} />
          <Stack gap="sm" maw="34rem">
            <div>
              <Text fw={500} size="sm" mb={4} id="plan-begin">
                {words.begin}
              </Text>
              <SegmentedControl
                aria-labelledby="plan-begin"
                value={begin}
                onChange={(value) => setBegin(value)}
                data={(['empty', 'copy'] as const).map((value) => ({
                  value,
                  label: words.beginWith[value],
                }))}
              />
            </div>
            {begin === 'copy' && sources.data?.length === 0 && (
              <Text c="dimmed">{words.noSources}</Text>
            )}
            {begin === 'copy' && (sources.data?.length ?? 0) > 0 && (
              <Select
                label={words.source}
                description={words.sourceHint}
                searchable
                data={(sources.data ?? []).map((source) => ({
                  value: String(source.id),
                  label: words.sourceOf(source),
                }))}
                value={copyOf === null ? null : String(copyOf)}
                onChange={(id) => setCopyOf(id === null ? null : Number(id))}
              />
            )}
            <ErrorNotice error={sources.error} />
          </Stack>
        </Group>
      )}
    </Page>
  );
}
