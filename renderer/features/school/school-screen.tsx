import { Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SchoolOverview } from '#contract/school';
import { formatDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { periodName, schoolTexts } from '../../text/school';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

const words = schoolTexts;
const { compare } = new Intl.Collator('ru');

function Section(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {props.title}
      </Title>
      {props.children}
    </Paper>
  );
}

function Facts(props: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Table withRowBorders={false} variant="vertical" layout="auto" verticalSpacing={3}>
      <Table.Tbody>
        {props.rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400} c="dimmed" bg="transparent" w="10rem">
              {name}
            </Table.Th>
            <Table.Td className="sj-numbers">{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function List(props: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  if (props.rows.length === 0) return <Text c="dimmed">{words.none}</Text>;
  return (
    <Table verticalSpacing={3} striped fz="sm">
      <Table.Thead>
        <Table.Tr>
          {props.head.map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.rows.map((row) => (
          <Table.Tr key={row.join('|')}>
            {row.map((text, index) => (
              <Table.Td key={props.head[index]} className="sj-numbers">
                {text}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const range = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`);

function Sections({ school }: { readonly school: SchoolOverview }) {
  const periods = school.periods
    .toSorted(
      (a, b) =>
        Number(a.kind === 'year') - Number(b.kind === 'year') ||
        a.gradeFrom - b.gradeFrom ||
        compare(a.startsOn, b.startsOn),
    )
    .map((period) => [
      periodName(period),
      range(period.gradeFrom, period.gradeTo),
      formatDate(period.startsOn),
      formatDate(period.endsOn),
    ]);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
      <Stack gap="sm">
        <Section title={words.profile}>
          <Facts
            rows={[
              [words.name, school.name],
              [words.city, school.city || words.noCity],
              [
                words.year,
                `${school.year.name}: ${formatDate(school.year.startsOn)} – ${formatDate(school.year.endsOn)}`,
              ],
            ]}
          />
        </Section>
        <Section title={words.counts}>
          <Facts
            rows={(['classes', 'pupils', 'staff', 'pages', 'timetables'] as const).map((key) => [
              words.countNames[key],
              school.counts[key],
            ])}
          />
        </Section>
        <Section title={words.workKinds}>
          <List
            head={[words.workKind, words.shortName, words.weight, words.written]}
            rows={school.workKinds.map((kind) => [
              kind.name,
              kind.shortName,
              String(kind.weight),
              kind.written ? words.yes : words.no,
            ])}
          />
        </Section>
      </Stack>
      <Stack gap="sm">
        <Section title={words.periods}>
          <List head={[words.period, words.grades, words.from, words.to]} rows={periods} />
        </Section>
        <Section title={words.holidays}>
          <List
            head={[words.name, words.from, words.to]}
            rows={school.holidays.map((holiday) => [
              holiday.name,
              formatDate(holiday.startsOn),
              formatDate(holiday.endsOn),
            ])}
          />
        </Section>
      </Stack>
    </SimpleGrid>
  );
}

/** The school, its year and its settings, to look at. */
export function SchoolScreen() {
  const year = useYearInput();
  const overview = useQuery(queries.school.overview.queryOptions({ input: year }));
  if (overview.isPending) return <Loading />;
  return (
    <Page title={words.title} readOnly>
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {overview.data && <Sections school={overview.data} />}
    </Page>
  );
}
