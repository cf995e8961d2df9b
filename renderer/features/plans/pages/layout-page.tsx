import { Autocomplete, Button, Menu } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { LaidRow, PageLayout } from '#contract/plans';
import type { IsoDate } from '#domain/calendar/iso-date';
import { CORRECTION_KINDS, type CorrectionKind } from '#domain/plans/lay-plan';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { useAddressParts } from '../../../routes/use-address-parts';
import { shortDay } from '../../../text/journal';
import { CORRECTION_NAMES, plansTexts } from '../../../text/plans';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { notifyDone, notifyPlainly } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import classes from './layout.module.css';

const words = plansTexts.layout;
const days = (dates: readonly IsoDate[]) => dates.map(shortDay).join(', ');

type Change = Parameters<typeof core.plans.correct>[0]['changes'][number];

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

/** When a line was given, will be, or that there is no lesson for it. */
function fact({ givenOn, laidOn, missing }: LaidRow): ReactNode {
  return (
    <>
      {givenOn.length > 0 && <span>{days(givenOn)} </span>}
      {laidOn.length > 0 && <span className={classes['dim']}>{words.laid(days(laidOn))} </span>}
      {missing > 0 && <span className={classes['bad']}>{words.noLesson}</span>}
    </>
  );
}

/** What the correction of a line leaves of its hours. */
const leaves = (kind: CorrectionKind, hours: number) =>
  kind === 'hours' ? `, ${words.hoursLeft(hours)}` : '';

/** Which corrections a line can have: fewer hours only where it has several. */
const kindsFor = ({ hours }: LaidRow) =>
  CORRECTION_KINDS.filter((kind) => kind !== 'hours' || hours > 1);

function CorrectionCell(props: {
  readonly row: LaidRow;
  readonly proposal: PageLayout['proposals'][number] | undefined;
  readonly editable: boolean;
  readonly onSet: (kind: CorrectionKind, hours: number) => void;
  readonly onTakeBack: () => void;
}) {
  const { row, proposal, editable } = props;
  const { correction } = row;
  if (correction !== null) {
    return (
      <span
        className={classes['correction']}
        title={`${correction.madeBy}, ${shortDay(correction.madeOn)}`}
      >
        <span>
          {CORRECTION_NAMES[correction.kind]}
          {leaves(correction.kind, correction.hours)} — {correction.reason}
        </span>
        {editable && (
          <button type="button" className={classes['link']} onClick={props.onTakeBack}>
            {words.takeBack}
          </button>
        )}
      </span>
    );
  }
  if (!editable || row.givenOn.length > 0) return null;
  return (
    <span className={classes['correction']}>
      {proposal && (
        <span className={classes['dim']}>
          {words.proposed}: {CORRECTION_NAMES[proposal.kind]}
          {leaves(proposal.kind, proposal.hours)}
        </span>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button
            type="button"
            className={classes['link']}
            data-quiet={proposal === undefined && row.missing === 0 ? '' : undefined}
            aria-label={`${words.choose}: ${row.topic}`}
          >
            {words.choose}…
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {kindsFor(row).map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => props.onSet(kind, kind === 'hours' ? row.hours - 1 : 0)}
            >
              {CORRECTION_NAMES[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

function Rows(props: {
  readonly layout: PageLayout;
  readonly onChange: (changes: Change[]) => void;
  readonly onSet: (rowId: number, kind: CorrectionKind, hours: number) => void;
}) {
  const { layout } = props;
  const proposals = new Map(layout.proposals.map((one) => [one.rowId, one]));
  const nextRow = useRef<HTMLTableRowElement>(null);
  // What comes next is in sight at once; the year before it is one scroll away.
  useEffect(() => {
    // Newer engines answer a promise: an effect must not take it for its clean-up.
    nextRow.current?.scrollIntoView({ block: 'center' });
  }, []);
  const next = layout.rows.find(({ givenOn, laidOn }) => givenOn.length === 0 && laidOn.length > 0);
  return (
    <div className={classes['scroller']} tabIndex={0} role="region" aria-label={words.table}>
      <table className={classes['table']}>
        <colgroup>
          {['4.5rem', 'auto', '8rem', '10rem', '4.5rem', '19rem'].map((width, index) => (
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([key, title]) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layout.rows.map((row, index) => {
            const { section } = row;
            const begins = section !== '' && section !== layout.rows[index - 1]?.section;
            return [
              begins && (
                <tr key={`section ${row.id}`} className={classes['section']}>
                  <td colSpan={6}>{section}</td>
                </tr>
              ),
              <tr
                key={row.id}
                ref={row === next ? nextRow : undefined}
                data-next={row === next ? '' : undefined}
                data-control={row.kind === 'control' ? '' : undefined}
              >
                <td className={classes['number']}>
                  {row.from === row.to ? row.from : `${row.from}–${row.to}`}
                </td>
                <td>{row.topic}</td>
                <td className={classes['number']}>{days(row.plannedOn)}</td>
                <td className={classes['number']}>{fact(row)}</td>
                <td className={classes['number']}>{row.hours}</td>
                <td>
                  <CorrectionCell
                    row={row}
                    proposal={proposals.get(row.id)}
                    editable={layout.canCorrect}
                    onSet={(kind, hours) => props.onSet(row.id, kind, hours)}
                    onTakeBack={() => props.onChange([{ rowId: row.id, kind: null }])}
                  />
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
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
  const set = (rowId: number, kind: CorrectionKind, hours: number) => {
    if (reason.trim() === '') {
      notifyPlainly(words.askReason);
      document.getElementById('plan-reason')?.focus();
    } else correct.mutate([{ rowId, kind, hours, reason }]);
  };
  const accept = () => {
    if (reason.trim() === '') {
      notifyPlainly(words.askReason);
      document.getElementById('plan-reason')?.focus();
      return;
    }
    correct.mutate(proposals.map((one) => ({ ...one, reason })));
  };
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
      <Rows layout={layout} onChange={(changes) => correct.mutate(changes)} onSet={set} />
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
