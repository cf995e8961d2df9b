import { Button, Checkbox, Popover, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { PlanData } from '#contract/plans';
import { sumHours } from '#domain/plans/plan-row';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { plansTexts } from '../../../text/plans';
import { notifyError } from '../../../ui/notify';
import type { PlanBook } from './plan-book';
import classes from './plan-grid.module.css';

const words = plansTexts.editor;

/** What other screens show of plans is read anew. */
export const refreshPlans = () => queryClient.invalidateQueries({ queryKey: queries.plans.key() });

/** Which classes and groups work by the plan: a tick puts a page on it or takes it off. */
export function PagesButton({ data }: { readonly data: PlanData }) {
  const attach = useMutation({
    mutationFn: (change: { readonly pageId: number; readonly planId: number | null }) =>
      core.plans.attach(change),
    onSettled: refreshPlans,
    onError: notifyError,
  });
  return (
    <Popover width={360} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs">
          {words.pages(data.pages.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['pages']}>
          <Text size="sm" fw={600}>
            {data.pages.length === 0 ? words.noPages : words.pagesTitle}
          </Text>
          {data.pages.map((page) => (
            <Checkbox
              key={page.id}
              checked
              disabled={!page.mine || attach.isPending}
              label={`${page.name} · ${page.teachers.join(', ')}`}
              onChange={() => attach.mutate({ pageId: page.id, planId: null })}
            />
          ))}
          {data.others.length > 0 && (
            <Text size="sm" fw={600}>
              {words.otherPages}
            </Text>
          )}
          {data.others.map((page) => (
            <Checkbox
              key={page.id}
              checked={false}
              disabled={attach.isPending}
              label={`${page.name} · ${page.teachers.join(', ')}`}
              description={page.planTitle === null ? undefined : words.otherPlan(page.planTitle)}
              onChange={() => attach.mutate({ pageId: page.id, planId: data.id })}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Hours, lines and control works as they stand, and how they agree with the curriculum (КИА 4.4.8). */
export function Sums({ book, data }: { readonly book: PlanBook; readonly data: PlanData }) {
  const { rows } = useSyncExternalStore(book.subscribe, book.state);
  const filled = rows.filter(({ topic }) => topic !== '');
  const planned = sumHours(filled);
  const controls = filled.filter(({ kind }) => kind === 'control').length;
  const said = Map.groupBy(data.pages, ({ curriculum }) => curriculum);
  return (
    <>
      <span className={classes['sums']}>{words.sums(planned, filled.length, controls)}</span>
      {[...said].map(([curriculum, pages]) => (
        <Text
          key={String(curriculum)}
          span
          size="sm"
          className={
            classes[curriculum === null || curriculum === planned ? 'fits' : 'differs'] ?? ''
          }
        >
          {words.ofPage(pages.map(({ name }) => name).join(', '), curriculum, planned)}
        </Text>
      ))}
    </>
  );
}
