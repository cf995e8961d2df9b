import { Anchor, Paper, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { weekdayOf } from '#domain/calendar/iso-date';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { hasScreen } from '../../routes/screens';
import { roomText } from '../../text/timetable';
import { startTexts } from '../../text/start';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './my-pages.module.css';

const OPENS = '/journal/$pageId';

/** Today's lessons of who teaches, each leading to its page. */
export function TodayLessons() {
  const { staffId, today } = useSession();
  const week = useQuery(queries.school.timetable.queryOptions({ input: { staffId } }));
  const lessons = (week.data?.lessons ?? [])
    .filter(({ weekday }) => weekday === weekdayOf(today))
    .toSorted((a, b) => a.lessonNumber - b.lessonNumber);
  if (week.isPending || week.data?.version === null) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {startTexts.todayLessons}
      </Title>
      <ErrorNotice error={week.error} />
      {lessons.length === 0 && !week.error && <Text c="dimmed">{startTexts.noLessonsToday}</Text>}
      <Stack gap={4}>
        {lessons.map((lesson) => {
          const title = [lesson.className, lesson.subjectName, lesson.groupName]
            .filter(Boolean)
            .join(' · ');
          return (
            <div key={`${lesson.lessonNumber} ${lesson.pageId}`} className={classes['today']}>
              <Text c="dimmed">{startTexts.lessonNumber(lesson.lessonNumber)}</Text>
              {hasScreen(OPENS) ? (
                <Anchor component={Link} to={`/journal/${lesson.pageId}`}>
                  {title}
                </Anchor>
              ) : (
                <Text>{title}</Text>
              )}
              <Text c="dimmed" size="xs">
                {roomText(lesson.room)}
              </Text>
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}

/** The pages somebody teaches, one click away. */
export function MyPages() {
  const pages = useQuery(queries.journal.pages.queryOptions({ input: {} }));
  const mine = (pages.data ?? []).filter((page) => page.mine);
  if (pages.isPending) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {startTexts.myPages}
      </Title>
      <ErrorNotice error={pages.error} />
      {mine.length === 0 && !pages.error && (
        <EmptyState title={startTexts.noPages} text={startTexts.noPagesText} />
      )}
      <SimpleGrid type="container" cols={{ base: 2, '640px': 3, '900px': 4 }} spacing="xs">
        {mine.map((page) => {
          const body = (
            <>
              <Text fw={700} size="lg">
                {page.className}
              </Text>
              <Text size="xs" lineClamp={2}>
                {page.subjectName}
              </Text>
              {page.groupName !== '' && (
                <Text size="xs" c="dimmed" truncate>
                  {page.groupName}
                </Text>
              )}
            </>
          );
          return hasScreen(OPENS) ? (
            <UnstyledButton
              key={page.id}
              component={Link}
              to={`/journal/${page.id}`}
              className={classes['page']}
            >
              {body}
            </UnstyledButton>
          ) : (
            <div key={page.id} className={classes['page']}>
              {body}
            </div>
          );
        })}
      </SimpleGrid>
    </Paper>
  );
}
