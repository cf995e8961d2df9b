import { Anchor, Paper, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { hasScreen } from '../../routes/screens';
import { changesTexts } from '../../text/changes';
import { roomText } from '../../text/timetable';
import { startTexts } from '../../text/start';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { isAtHand } from '../journal/substituting';
import classes from './my-pages.module.css';

const OPENS = '/journal/$pageId';

/** Today's lessons of who teaches as they are held: changed ones with what became of them (T2). */
export function TodayLessons() {
  const { today } = useSession();
  const plan = useQuery(queries.changes.plan.queryOptions({ input: { from: today, to: today } }));
  if (plan.isPending) return null;
  const lessons = plan.data?.[0]?.lessons ?? [];
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {startTexts.todayLessons}
      </Title>
      <ErrorNotice error={plan.error} />
      {lessons.length === 0 && !plan.error && <Text c="dimmed">{startTexts.noLessonsToday}</Text>}
      <Stack gap={4}>
        {lessons.map((lesson) => {
          const title = [lesson.className, lesson.subjectName, lesson.groupName]
            .filter(Boolean)
            .join(' · ');
          const held = !lesson.cancelled && lesson.goneTo === null;
          const sign = lesson.substituting
            ? changesTexts.substituting
            : changesTexts.state(lesson).replace(/^./u, (letter) => letter.toLowerCase());
          return (
            <div
              key={`${lesson.number} ${lesson.id} ${lesson.goneTo === null ? '' : 'gone'}`}
              className={classes['today']}
            >
              <Text c="dimmed">{startTexts.lessonNumber(lesson.number)}</Text>
              {held && hasScreen(OPENS) ? (
                <Anchor component={Link} to={`/journal/${lesson.pageId}`}>
                  {title}
                </Anchor>
              ) : (
                <Text td={held ? undefined : 'line-through'}>{title}</Text>
              )}
              <Text c="dimmed" size="xs">
                {[sign, held ? roomText(lesson.room) : '']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}

/** The pages somebody teaches or fills instead of somebody these days, one click away. */
export function MyPages() {
  const { today } = useSession();
  const pages = useQuery(queries.journal.pages.queryOptions({ input: {} }));
  const mine = (pages.data ?? []).filter((page) => isAtHand(page, today));
  if (pages.isPending) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={startTexts.myPages}>
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
              {!page.mine && (
                <Text size="xs" fw={600}>
                  {changesTexts.substituting}
                </Text>
              )}
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
