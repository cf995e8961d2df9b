import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { YearCalendar } from '#contract/calendar';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../api/chosen-year';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { useSession } from '../../api/session';
import { setUpTexts } from '../../text/school-set-up';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { draftOf, draftProblem, inputOf, nextKey, type CalendarDraft } from './calendar-draft';
import {
  holidayColumns,
  holidayOf,
  periodColumns,
  periodOf,
  specialColumns,
  specialOf,
} from './calendar-columns';
import { DraftTable } from './draft-table';

const words = setUpTexts.calendar;

function Outcome({ yearId, draft }: { readonly yearId: number; readonly draft: CalendarDraft }) {
  const preview = useQuery(
    queries.calendar.preview.queryOptions({ input: inputOf(yearId, draft) }),
  );
  if (preview.error) return <ErrorNotice error={preview.error} />;
  if (preview.data === undefined) return null;
  const { from, added, removed, held } = preview.data;
  if (from === null || added + removed + held === 0) return <Text>{words.noChange}</Text>;
  return (
    <Stack gap={2}>
      <Text>{words.change(formatDate(from), added, removed)}</Text>
      {held > 0 && <Text>{words.held(held)}</Text>}
    </Stack>
  );
}

function Calendar(props: { readonly calendar: YearCalendar; readonly mayEdit: boolean }) {
  const { calendar, mayEdit } = props;
  const { year } = calendar;
  const stored = draftOf(calendar);
  const [draft, setDraft] = useState(stored);
  const change = (part: Partial<CalendarDraft>) => setDraft((now) => ({ ...now, ...part }));
  const input = inputOf(year.id, draft);
  const changed = JSON.stringify(input) !== JSON.stringify(inputOf(year.id, stored));
  const problem = draftProblem(draft);
  const save = useMutation({
    mutationFn: () => core.calendar.save(input),
    onSuccess: async () => {
      notifyDone(words.saved);
      await queryClient.invalidateQueries();
    },
  });
  const edges = (day: 'startsOn' | 'endsOn') => (date: IsoDate | null) => {
    if (date !== null) change({ year: { ...draft.year, [day]: date } });
  };
  const { startsOn } = draft.year;
  return (
    <>
      {year.closed && <Alert color="gray">{words.closed}</Alert>}
      <Group align="flex-end" gap="md">
        <DateField label={words.first} value={draft.year.startsOn} onChange={edges('startsOn')} />
        <DateField label={words.last} value={draft.year.endsOn} onChange={edges('endsOn')} />
      </Group>
      <Group align="flex-start" gap="lg" wrap="wrap">
        <Stack gap="xs" w="34rem">
          <Title order={2}>{words.periods}</Title>
          <DraftTable
            label={words.periods}
            rows={draft.periods}
            columns={periodColumns}
            mayEdit={mayEdit}
            addLabel={words.addPeriod}
            nameOf={(row) => `${words.kinds[row.kind]} ${row.number}`}
            mayRemove={({ marked }) => !marked}
            rowOf={periodOf}
            fresh={() => ({
              key: nextKey(draft.periods),
              id: null,
              marked: false,
              kind: 'quarter' as const,
              number: 1,
              startsOn,
              endsOn: draft.year.endsOn,
              gradeFrom: 1,
              gradeTo: 9,
            })}
            onChange={(periods) => change({ periods })}
          />
        </Stack>
        <Stack gap="xs" w="36rem">
          <Title order={2}>{words.holidays}</Title>
          <DraftTable
            label={words.holidays}
            rows={draft.holidays}
            columns={holidayColumns}
            mayEdit={mayEdit}
            addLabel={words.addHoliday}
            nameOf={({ name }) => name}
            rowOf={holidayOf}
            fresh={() => ({
              key: nextKey(draft.holidays),
              name: '',
              startsOn,
              endsOn: startsOn,
              gradeFrom: 1,
              gradeTo: 12,
            })}
            onChange={(holidays) => change({ holidays })}
          />
          <Title order={2}>{words.specialDays}</Title>
          <Text c="dimmed" size="xs">
            {words.specialHint}
          </Text>
          <DraftTable
            label={words.specialDays}
            rows={draft.specialDays}
            columns={specialColumns}
            mayEdit={mayEdit}
            addLabel={words.addSpecial}
            nameOf={({ date }) => formatDate(date)}
            rowOf={specialOf}
            fresh={() => ({
              key: nextKey(draft.specialDays),
              date: startsOn,
              worksAs: null,
              name: '',
              gradeFrom: 1,
              gradeTo: 12,
            })}
            onChange={(specialDays) => change({ specialDays })}
          />
        </Stack>
      </Group>
      {mayEdit && changed && (
        <Alert color={problem === undefined ? 'blue' : 'red'} role="status">
          <Stack gap="xs">
            {problem === undefined ? (
              <Outcome yearId={year.id} draft={draft} />
            ) : (
              <Text>{words.wrong}</Text>
            )}
            <ErrorNotice error={save.error} />
            <Group>
              <Button
                disabled={problem !== undefined}
                loading={save.isPending}
                onClick={() => save.mutate()}
              >
                {words.save}
              </Button>
              <Button variant="default" onClick={() => setDraft(stored)}>
                {words.takeBack}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
    </>
  );
}

/** «Год и периоды» (S2): periods by grade, holidays and special days; lessons follow the dates. */
export function CalendarScreen() {
  const { roles } = useSession();
  const input = useYearInput();
  const calendar = useQuery(queries.calendar.get.queryOptions({ input }));
  if (calendar.isPending) return <Loading />;
  const mayEdit = mayCall(roles, 'calendar.save') && calendar.data?.year.closed !== true;
  const title = calendar.data ? `${words.title}: ${calendar.data.year.name}` : words.title;
  return (
    <Page title={title} hint={mayEdit ? `${words.hint} ${setUpTexts.keys}` : words.hint}>
      <ErrorNotice error={calendar.error} />
      {calendar.data && (
        <Calendar key={JSON.stringify(calendar.data)} calendar={calendar.data} mayEdit={mayEdit} />
      )}
    </Page>
  );
}
