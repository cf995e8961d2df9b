import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SchoolOverview } from '#contract/school';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { schoolTexts } from '../../text/school';
import { longDay } from '../../text/long-day';
import { startTexts } from '../../text/start';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { MyDuties } from '../duties/my-duties';
import { ClassesPanel } from './classes-panel';
import { FirstSteps } from './first-steps';
import { LastCopy } from './last-copy';
import { MyPages, TodayLessons } from './my-pages';
import classes from './my-pages.module.css';

function SchoolCounts({ counts }: { readonly counts: SchoolOverview['counts'] }) {
  return (
    <Paper withBorder p="md" component="section" flex="none">
      <Title order={2} mb="xs">
        {startTexts.school}
      </Title>
      <div className={classes['counts']}>
        {(['classes', 'pupils', 'staff', 'pages'] as const).map((key) => (
          <div key={key}>
            <Text size="xl" fw={700} className="sj-numbers">
              {counts[key]}
            </Text>
            <Text size="xs" c="dimmed">
              {schoolTexts.countNames[key]}
            </Text>
          </div>
        ))}
      </div>
    </Paper>
  );
}

/** «Мои дела»: what is owed by when; beside it own lessons and pages, or the school at a glance. */
export function StartScreen() {
  const { roles, today } = useSession();
  const overview = useQuery(queries.school.overview.queryOptions({ input: {} }));
  if (overview.isPending) return <Loading />;
  const counts = overview.data?.counts;
  return (
    <Page title={startTexts.title} hint={startTexts.today(longDay(today))}>
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {counts && mayCall(roles, 'people.openAccount') && <FirstSteps counts={counts} />}
      {counts && counts.timetables > 0 && mayCall(roles, 'copies.list') && <LastCopy />}
      <div className={classes['columns']}>
        <MyDuties />
        <Stack gap="sm">
          {roles.includes('teacher') && (
            <>
              <TodayLessons />
              <MyPages />
            </>
          )}
          {counts && !roles.includes('teacher') && (
            <>
              <SchoolCounts counts={counts} />
              <ClassesPanel />
            </>
          )}
        </Stack>
      </div>
    </Page>
  );
}
