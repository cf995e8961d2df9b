import { Autocomplete, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PageLayout } from '#contract/plans';
import type { CorrectionKind } from '#domain/plans/lay-plan';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { useAddressParts } from '../../../routes/use-address-parts';
import { plansTexts } from '../../../text/plans';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyDone, notifyPlainly } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { LayoutRows, type Change } from './layout-rows';
import classes from './layout.module.css';

const words = plansTexts.layout;

function Facts({ layout }: { readonly layout: PageLayout }) {
  const { progress } = layout.standing;
  const { facts } = words;
  const shown: readonly (readonly [string, number])[] = [
    [facts.planned, progress.planned],
    [facts.given, progress.given],
    [facts.covered, progress.covered],
    [progress.lag < 0 ? facts.ahead : facts.lag, Math.abs(progress.lag)],
    ...(progress.cancelled > 0 ? [[facts.cancelled, progress.cancelled] as const] : []),
    ...(progress.unfilled > 0 ? [[facts.unfilled, progress.unfilled] as const] : []),
  ];
  return (
    <div className={classes['facts']}>
      {shown.map(([what, count]) => (
        <span key={what}>
          <b>{count}</b> {what}
        </span>
      ))}
    </div>
  );
}

function yearEnd({ lessonsMissing, spare }: PageLayout['standing']): string {
  if (lessonsMissing > 0) return words.missing(lessonsMissing);
  return spare > 0 ? words.spare(spare) : words.fits;
}

function Body({ layout }: { readonly layout: PageLayout }) {
  const { standing, proposals, outside, canCorrect } = layout;
  const [reason, setReason] = useState('');
  const pageId = standing.id;
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries.plans.key() });
  const correct = useMutation({
    mutationFn: (changes: Change[]) => core.plans.correct({ pageId, changes }),
    onSuccess: refresh,
  });
  const count = useMutation({
    mutationFn: () => core.plans.countGiven({ pageId }),
    onSuccess: async ({ lessons }) => {
      notifyDone(words.counted(lessons));
      await refresh();
    },
  });
  const correctFor = (
    changes: readonly Omit<Change & { readonly kind: CorrectionKind }, 'reason'>[],
  ) => {
    if (reason.trim() === '') {
      notifyPlainly(words.askReason);
      document.getElementById('plan-reason')?.focus();
    } else correct.mutate(changes.map((one) => ({ ...one, reason })));
  };
  const set = (rowId: number, kind: CorrectionKind, hours: number) =>
    correctFor([{ rowId, kind, hours }]);
  const accept = () => correctFor(proposals);
  return (
    <>
      <ErrorNotice error={correct.error ?? count.error} />
      <Facts layout={layout} />
      <div className={classes['said']}>
        <span className={standing.lessonsMissing > 0 ? classes['bad'] : classes['dim']}>
          {yearEnd(standing)}
          {canCorrect && proposals.length > 0 && ` ${words.proposals(proposals.length)}`}
        </span>
        {outside.length > 0 && (
          <span>
            {words.outside(outside.length)}{' '}
            {canCorrect && (
              <Button
                size="compact-sm"
                variant="default"
                loading={count.isPending}
                onClick={() => count.mutate()}
              >
                {words.countGiven}
              </Button>
            )}
          </span>
        )}
      </div>
      {canCorrect && (
        <div className={classes['said']}>
          <Autocomplete
            id="plan-reason"
            aria-label={words.reason}
            placeholder={words.reason}
            data={[...words.reasons]}
            w="20rem"
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
          {proposals.length > 0 && (
            <Button loading={correct.isPending} onClick={accept}>
              {words.accept(proposals.length)}
            </Button>
          )}
        </div>
      )}
      <LayoutRows layout={layout} onChange={(changes) => correct.mutate(changes)} onSet={set} />
    </>
  );
}

/** A page's topics by date: planned, given, to come; what is missing and how it is made up (K3). */
export function LayoutPage({ pageId }: { readonly pageId: number }) {
  const layout = useQuery({
    ...queries.plans.layout.queryOptions({ input: { pageId } }),
    staleTime: 0,
  });
  const { data } = layout;
  const navigate = useNavigate();
  const [, setParts] = useAddressParts();
  const back = (
    <Button variant="default" component={Link} to="/plans/pages">
      {words.back}
    </Button>
  );
  if (data === undefined) {
    return layout.isPending ? (
      <Loading />
    ) : (
      <Page title={plansTexts.tabs.pages} actions={back}>
        <ErrorNotice error={layout.error} onRetry={() => void layout.refetch()} />
      </Page>
    );
  }
  const { standing } = data;
  const { planId } = standing;
  return (
    <Page
      title={words.title(standing.name, standing.subjectName)}
      hint={[standing.planTitle, standing.teachers.join(', ')].filter(Boolean).join(' · ')}
      actions={
        <>
          {back}
          <Button variant="default" component={Link} to={`/journal/${pageId}`}>
            {words.openPage}
          </Button>
          {planId !== null && (
            <>
              <Button variant="default" component={Link} to={`/plans/list/${planId}`}>
                {words.openPlan}
              </Button>
              <Button onClick={() => setParts({ sheet: 'yes' })}>{words.sheet}</Button>
            </>
          )}
        </>
      }
    >
      {planId === null ? (
        <EmptyState
          title={words.noPlan}
          text={words.noPlanText}
          action={
            standing.mine && (
              <Button
                onClick={() =>
                  void navigate({ to: '/plans/list/new', search: { page: String(pageId) } })
                }
              >
                {words.noPlanDeed}
              </Button>
            )
          }
        />
      ) : (
        <Body layout={data} />
      )}
    </Page>
  );
}
