import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { PageData, PageSummary } from '#contract/journal-page';
import type { SchoolOverview } from '#contract/school';
import { isIsoDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { journalTexts } from '../../text/journal';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import type { Opened } from './desk/cursor';
import { keepPage, storedPage } from './desk/settings';
import { arrive, leavePage } from './grid/type-ahead';
import { MyPages, PagePicker, PeriodTabs } from './head/page-head';
import { PageView } from './page-view';
import classes from './page-view.module.css';
import { isAtHand } from './substituting';
import { currentPeriod, periodsOf } from './store/page-model';
import type { Goal } from './travel';

type Address = Opened & {
  readonly page?: number | undefined;
  readonly period?: number | undefined;
};

/**
 * The address `/journal/12?period=3&date=2026-11-19&lesson=4`, also as `/journal?page=12`; `pupil=5` is
 * the row, `mark=1` the column of the period's marks.
 */
function useAddress(): Address {
  const { pageId } = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const number = (value: unknown) => (Number(value) > 0 ? Number(value) : undefined);
  const { date } = search;
  return {
    page: number(pageId ?? search['page']),
    period: number(search['period']),
    at:
      typeof date === 'string' && isIsoDate(date)
        ? { date, number: number(search['lesson']) }
        : undefined,
    pupilId: number(search['pupil']),
    mark: number(search['mark']) === 1,
  };
}

/** The page asked for, the one of last time, or the first of mine. */
function choosePage(
  pages: readonly PageSummary[],
  asked: number | undefined,
  last: number | undefined,
): PageSummary | undefined {
  if (asked !== undefined) return pages.find(({ id }) => id === asked);
  return pages.find(({ id }) => id === last) ?? pages.find(({ mine }) => mine) ?? pages[0];
}

/** Typing goes on where it was. */
const focusGrid = () =>
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });

/** Other lessons, pupils, control works, marks from another school make another page of it. */
const lessonsKey = (data: PageData) => {
  const { lessons, substitutes, controlWorks, page, brought, pupils } = data;
  return JSON.stringify([
    brought,
    pupils.map(([id, , , , from, to, away]) => [id, from, to, away]),
    lessons.map(([id, date, number]) => [id, date, number]),
    substitutes,
    controlWorks,
    page.lessonsToFill,
  ]);
};

function Chosen(props: {
  readonly pages: readonly PageSummary[];
  readonly overview: SchoolOverview;
}) {
  const { accountId, today } = useSession();
  const { pages, overview } = props;
  const address = useAddress();
  const navigate = useNavigate();
  const page = choosePage(pages, address.page, storedPage(accountId));
  const periods = page === undefined ? [] : periodsOf(overview.periods, page.grade);
  const period =
    periods.find(({ id }) => id === address.period) ??
    currentPeriod(periods, address.at?.date ?? today);
  const { data, error, refetch } = useQuery({
    ...queries.journal.page.queryOptions({
      input: { pageId: page?.id ?? 0, periodId: period?.id ?? 0 },
    }),
    enabled: page !== undefined && period !== undefined,
    // Fresh at every opening; while it is open the watch keeps it so.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (page !== undefined) keepPage(accountId, page.id);
  }, [accountId, page]);

  useEffect(() => {
    if (error !== null) arrive();
  }, [error]);

  function open({ pageId, periodId, at }: Goal): void {
    const grade = pages.find(({ id }) => id === pageId)?.grade ?? 0;
    const ofDay = at && currentPeriod(periodsOf(overview.periods, grade), at.date)?.id;
    const goal = periodId ?? ofDay;
    const shown = data?.page.id === pageId && data.periodId === (goal ?? period?.id);
    if (!shown) leavePage();
    void navigate({
      to: `/journal/${pageId}`,
      search: {
        ...(goal === undefined ? {} : { period: goal }),
        ...(at === undefined ? {} : { date: at.date }),
        ...(at?.number === undefined ? {} : { lesson: at.number }),
      },
    });
  }
  const neighbour = (by: 1 | -1) => {
    const mine = pages.filter((one) => isAtHand(one, today));
    const next = mine[mine.findIndex(({ id }) => id === page?.id) + by];
    if (next !== undefined) open({ pageId: next.id });
  };
  const head = (
    <>
      <PagePicker
        pages={pages}
        current={page}
        onChoose={(pageId) => open({ pageId })}
        onClosed={focusGrid}
      />
      <MyPages pages={pages} currentId={page?.id} onChoose={(pageId) => open({ pageId })} />
      {page && period && (
        <PeriodTabs
          periods={periods}
          current={period.id}
          onChoose={(periodId) => open({ pageId: page.id, periodId })}
        />
      )}
    </>
  );
  if (data === undefined || page === undefined || period === undefined) {
    return (
      <section className={classes['page']} aria-label={journalTexts.title}>
        <div className={classes['top']}>{head}</div>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {page === undefined || period === undefined ? (
          <EmptyState title={journalTexts.empty.noPage} text={journalTexts.empty.noPageText} />
        ) : (
          !error && <Loading />
        )}
      </section>
    );
  }
  return (
    <PageView
      key={`${data.page.id}:${data.periodId}:${lessonsKey(data)}`}
      data={data}
      overview={overview}
      head={head}
      opened={address}
      travel={{ open, neighbour }}
    />
  );
}

/** The journal: one page for a class or group, a subject and a period (J1). */
export function JournalScreen() {
  const year = useYearInput();
  const pages = useQuery(queries.journal.pages.queryOptions({ input: year }));
  const overview = useQuery(queries.school.overview.queryOptions({ input: year }));
  const failed = pages.error ?? overview.error;
  if (failed) {
    return (
      <section className={classes['page']} aria-label={journalTexts.title}>
        <ErrorNotice
          error={failed}
          onRetry={() => {
            void pages.refetch();
            void overview.refetch();
          }}
        />
      </section>
    );
  }
  if (pages.data === undefined || overview.data === undefined) return <Loading />;
  if (pages.data.length === 0) {
    const { noPages, noPagesText } = journalTexts.empty;
    return <EmptyState title={noPages} text={noPagesText} />;
  }
  return <Chosen pages={pages.data} overview={overview.data} />;
}
