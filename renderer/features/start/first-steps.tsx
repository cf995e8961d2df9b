import { Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SchoolOverview } from '#contract/school';
import { queries } from '../../api/queries';
import { hasScreen } from '../../routes/screens';
import { startTexts } from '../../text/start';

const words = startTexts.first;
type Step = { readonly key: keyof typeof words.steps; readonly to: string; readonly done: boolean };

/** For the administrator of a journal that is not filled yet: what comes first. Nothing once all is done. */
export function FirstSteps({ counts }: { readonly counts: SchoolOverview['counts'] }) {
  const staff = useQuery(queries.people.staff.queryOptions());
  const copies = useQuery(queries.copies.list.queryOptions());
  const accounts = (staff.data ?? []).filter(({ account }) => account !== null).length;
  const steps: readonly Step[] = [
    { key: 'lists', to: '/import', done: counts.classes > 0 && counts.pupils > 0 },
    { key: 'timetable', to: '/import', done: counts.timetables > 0 },
    { key: 'accounts', to: '/people', done: accounts > 1 },
    { key: 'copy', to: '/copies', done: (copies.data ?? []).length > 0 },
  ];
  const next = steps.find(({ done }) => !done);
  if (next === undefined || staff.isPending || copies.isPending) return null;
  return (
    <Paper withBorder p="md" component="section" maw="46rem" flex="none">
      <Title order={2}>{words.title}</Title>
      <Text c="dimmed">{words.text}</Text>
      <Stack gap="sm" mt="md" component="ol" p={0} mb={0} style={{ listStyle: 'none' }}>
        {steps.map((step, index) => (
          <Group key={step.key} component="li" wrap="nowrap" gap="md">
            <ThemeIcon
              radius="xl"
              size={30}
              variant={step.done ? 'light' : 'filled'}
              color={step.done ? 'green' : 'indigo'}
            >
              {step.done ? <IconCheck size={17} aria-label={words.done} /> : index + 1}
            </ThemeIcon>
            <div>
              <Text fw={600}>{words.steps[step.key].title}</Text>
              <Text size="xs" c="dimmed">
                {words.steps[step.key].text}
              </Text>
            </div>
            {!step.done && hasScreen(step.to) && (
              <Button
                ml="auto"
                component={Link}
                to={step.to}
                variant={step === next ? 'filled' : 'default'}
              >
                {words.steps[step.key].go}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
