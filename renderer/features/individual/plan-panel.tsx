import { Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IndividualPlan, IndividualPlans } from '#contract/individual';
import { parseHours } from '#domain/curriculum/totals';
import type { IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { refreshStructure } from '../../api/school-structure';
import { useSession } from '../../api/session';
import { individualTexts } from '../../text/individual';
import { confirm } from '../../ui/confirm';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';
import { WeekGrid } from '../timetable/week-grid';
import { fieldsOf, itemsOf, linesOf, type Draft, type Mode } from './plan-draft';

const words = individualTexts.panel;
const MODES: readonly Mode[] = ['class', 'individual', 'exempt'];

function Lines(props: {
  readonly draft: Draft;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
}) {
  const { draft, readOnly } = props;
  const set = (subjectId: number, change: { readonly mode?: Mode; readonly hours?: string }) =>
    props.onChange({
      ...draft,
      lines: draft.lines.map((line) =>
        line.subjectId === subjectId ? { ...line, ...change } : line,
      ),
    });
  return (
    <Table verticalSpacing={2} aria-label={words.subjects}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.subject}</Table.Th>
          <Table.Th scope="col">{words.mode}</Table.Th>
          <Table.Th scope="col">{words.hours}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {draft.lines.map(({ subjectId, subjectName, mode, hours }) => (
          <Table.Tr key={subjectId}>
            <Table.Th scope="row" fw={400}>
              {subjectName}
            </Table.Th>
            <Table.Td>
              <Select
                w="11rem"
                aria-label={`${words.mode}: ${subjectName}`}
                disabled={readOnly}
                allowDeselect={false}
                data={MODES.map((value) => ({ value, label: words.modes[value] }))}
                value={mode}
                onChange={(value) => set(subjectId, { mode: value ?? 'class' })}
              />
            </Table.Td>
            <Table.Td>
              {mode === 'individual' && (
                <TextInput
                  w="5rem"
                  aria-label={`${words.hours}: ${subjectName}`}
                  disabled={readOnly}
                  inputMode="decimal"
                  value={hours}
                  error={typeof parseHours(hours) === 'number' ? undefined : words.wrongHours}
                  onChange={(event) => set(subjectId, { hours: event.currentTarget.value })}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PupilWeek({ pupilId }: { readonly pupilId: number }) {
  const { today } = useSession();
  const week = useQuery(queries.school.timetable.queryOptions({ input: { pupilId } }));
  if (week.error) return <ErrorNotice error={week.error} />;
  if (week.data === undefined) return null;
  if (week.data.lessons.length === 0) return <Text c="dimmed">{words.noTimetable}</Text>;
  return <WeekGrid lessons={week.data.lessons} of="class" today={today} />;
}

/** A plan of one pupil: its days, which subjects are learnt alone or not at all, and the timetable. */
export function PlanPanel(props: {
  readonly data: IndividualPlans;
  /** Absent: a new one. */
  readonly plan: IndividualPlan | undefined;
  readonly firstDay: IsoDate;
  readonly readOnly: boolean;
  readonly onDone: () => void;
}) {
  const { data, plan, readOnly, onDone } = props;
  const [draft, setDraft] = useState<Draft>(() => ({
    pupilId: plan?.pupilId ?? null,
    from: plan?.from ?? props.firstDay,
    to: plan?.to ?? null,
    reason: plan?.reason ?? '',
    lines: linesOf(data, plan?.classId, plan),
  }));
  const items = itemsOf(draft.lines);
  const { from, to, reason, pupilId } = draft;
  const save = useMutation({
    mutationFn: async () => {
      if (items === undefined || from === null || pupilId === null) return;
      const after = { from, to, reason, items: [...items] };
      if (plan === undefined) {
        await core.individual.add({ yearId: data.yearId, pupilId, ...after });
      } else await core.individual.set({ planId: plan.id, before: fieldsOf(plan), after });
    },
    onSuccess: async () => {
      await refreshStructure();
      notifyDone(words.saved);
      onDone();
    },
  });
  const remove = useMutation({
    mutationFn: (planId: number) => core.individual.remove({ planId }),
    onSuccess: async () => {
      await refreshStructure();
      onDone();
    },
  });
  const choosePupil = (id: string | null) => {
    const pupil = data.pupils.find((one) => one.id === Number(id));
    setDraft({
      ...draft,
      pupilId: pupil?.id ?? null,
      lines: linesOf(data, pupil?.classId, undefined),
    });
  };
  const takeAway = async (one: IndividualPlan) => {
    if (await confirm(words.removeQuestion(one.pupilName))) remove.mutate(one.id);
  };
  return (
    <Stack gap="sm">
      {plan === undefined && (
        <Select
          label={words.pupil}
          searchable
          data-autofocus
          limit={60}
          comboboxProps={{ withinPortal: false }}
          data={data.pupils.map(({ id, name, className }) => ({
            value: String(id),
            label: `${name}, ${className}`,
          }))}
          value={pupilId === null ? null : String(pupilId)}
          onChange={choosePupil}
        />
      )}
      <Group gap="sm" align="flex-start">
        <DateField
          label={words.from}
          value={from}
          onChange={(day) => setDraft({ ...draft, from: day })}
        />
        <Stack gap={0}>
          <DateField
            label={words.to}
            value={to}
            onChange={(day) => setDraft({ ...draft, to: day })}
          />
          {to === null ? (
            <Text size="xs" c="dimmed">
              {words.toHint}
            </Text>
          ) : (
            !readOnly && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => setDraft({ ...draft, to: null })}
              >
                {words.openEnded}
              </Button>
            )
          )}
        </Stack>
        <TextInput
          flex={1}
          label={words.reason}
          placeholder={words.reasonHint}
          maxLength={300}
          disabled={readOnly}
          value={reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
      </Group>
      {pupilId !== null && draft.lines.length === 0 && <Text>{words.noCurriculum}</Text>}
      <ErrorNotice error={save.error ?? remove.error} />
      {!readOnly && (
        <Group gap="sm">
          <Button
            loading={save.isPending}
            disabled={
              items === undefined || items.length === 0 || from === null || pupilId === null
            }
            onClick={() => save.mutate()}
          >
            {words.save}
          </Button>
          {plan?.removable === true && (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => void takeAway(plan)}
            >
              {words.remove}
            </Button>
          )}
          {items?.length === 0 && pupilId !== null && (
            <Text size="xs" c="dimmed">
              {words.nothing}
            </Text>
          )}
        </Group>
      )}
      {draft.lines.length > 0 && <Lines draft={draft} readOnly={readOnly} onChange={setDraft} />}
      {plan !== undefined && (
        <>
          <Title order={2}>{words.timetable}</Title>
          <PupilWeek pupilId={plan.pupilId} />
        </>
      )}
    </Stack>
  );
}
