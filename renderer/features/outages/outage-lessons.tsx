import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutageLesson, OutageSummary, Outages } from '#contract/outages';
import { formatDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { outagesTexts as words } from '../../text/outages';
import { confirm } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { afterOutage, OutageForm } from './outage-form';

const { lessonColumns } = words;
const columns: readonly Column<OutageLesson>[] = [
  {
    key: 'day',
    title: lessonColumns.day,
    width: '8rem',
    value: (row) => formatDate(row.date),
    compare: (a, b) => a.date.localeCompare(b.date) || a.number - b.number,
  },
  {
    key: 'number',
    title: lessonColumns.number,
    width: '5rem',
    align: 'right',
    value: (row) => row.number,
  },
  { key: 'class', title: lessonColumns.class, width: '8rem', value: (row) => row.className },
  { key: 'subject', title: lessonColumns.subject, value: (row) => row.subjectName },
  { key: 'teacher', title: lessonColumns.teacher, value: (row) => row.teachers },
  {
    key: 'filled',
    title: lessonColumns.filled,
    width: '7rem',
    value: (row) => (row.filled ? words.yes : words.no),
  },
];

/** The lessons a failure met: each opens its page at the lesson, to be entered from paper. */
export function OutageLessons(props: {
  readonly outage: OutageSummary;
  readonly classes: Outages['classes'];
  readonly mayChange: boolean;
  readonly onBack: () => void;
}) {
  const { outage } = props;
  const navigate = useNavigate();
  const [correcting, setCorrecting] = useState(false);
  const lessons = useQuery(
    queries.outages.lessons.queryOptions({ input: { outageId: outage.id }, staleTime: 0 }),
  );
  const all = lessons.data ?? [];
  const own = all.some(({ mine }) => mine);
  const [mineOnly, setMineOnly] = useState(true);
  const shown = own && mineOnly ? all.filter(({ mine }) => mine) : all;
  const withdraw = useMutation({
    mutationFn: async () => {
      const yes = await confirm({
        title: words.withdrawTitle,
        text: words.withdrawText,
        deed: words.withdraw,
        danger: true,
      });
      if (!yes) return;
      await core.outages.withdraw({ id: outage.id, version: outage.version });
      await afterOutage();
      notifyDone(words.withdrawn);
    },
  });
  return (
    <Page
      title={`${words.title}: ${outage.span}`}
      hint={words.lessonsHint}
      actions={
        <Group gap="sm">
          {props.mayChange && !correcting && (
            <>
              <Button variant="default" onClick={() => setCorrecting(true)}>
                {words.correct}
              </Button>
              <Button
                variant="default"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate()}
              >
                {words.withdraw}
              </Button>
            </>
          )}
          <Button variant="default" onClick={props.onBack}>
            {words.back}
          </Button>
        </Group>
      }
    >
      <Text mb="xs">
        {outage.what} · {outage.classNames || words.wholeSchool} · {words.columns.until}{' '}
        {formatDate(outage.untilDay)} · {words.states[outage.state]}
      </Text>
      <ErrorNotice error={withdraw.error ?? lessons.error} />
      {correcting && (
        <OutageForm classes={props.classes} outage={outage} onDone={() => setCorrecting(false)} />
      )}
      {lessons.isPending && <Loading />}
      {lessons.data && (
        <DataTable
          label={words.lessons}
          rows={shown}
          columns={columns}
          rowKey={(row) => row.id}
          tools={
            own && (
              <Checkbox
                label={words.mineOnly}
                checked={mineOnly}
                onChange={(event) => setMineOnly(event.currentTarget.checked)}
              />
            )
          }
          onOpen={({ pageId, date, number }) =>
            void navigate({ to: `/journal/${pageId}`, search: { date, lesson: number } })
          }
          empty={<EmptyState title={words.noLessons} text={words.noLessonsText} />}
        />
      )}
    </Page>
  );
}
