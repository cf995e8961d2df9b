import {
  Button,
  Group,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangedLesson, LessonOffers } from '#contract/changes';
import { formatDate } from '#domain/calendar/iso-date';
import {
  CHANGE_KINDS,
  PAYMENTS,
  type ChangeKind,
  type Decision,
  type Payment,
} from '#domain/timetable/day-change';
import { queries } from '../../api/queries';
import { changesTexts as words } from '../../text/changes';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { useDecide } from './use-changes';

/** What was chosen under each kind of decision. */
type Choice = {
  readonly staff: string;
  readonly page: string;
  readonly day: string;
  readonly hour: string;
  readonly room: string;
};

const NOTHING: Choice = { staff: '', page: '', day: '', hour: '', room: '' };

/** The decision as it was put together; undefined while something is missing. */
function decisionOf(kind: ChangeKind, choice: Choice, offers: LessonOffers): Decision | undefined {
  switch (kind) {
    case 'substitution':
      return choice.staff === '' ? undefined : { kind, staffId: Number(choice.staff) };
    case 'cancellation':
      return { kind };
    case 'move': {
      const day = offers.days.find(({ date }) => date === choice.day);
      const hour = day?.hours.find(({ number }) => String(number) === choice.hour);
      return day === undefined || hour === undefined || hour.problems.length > 0
        ? undefined
        : { kind, date: day.date, lessonNumber: hour.number };
    }
    case 'replacement':
      return choice.page === '' ? undefined : { kind, pageId: Number(choice.page) };
    case 'room':
      return choice.room === '' ? undefined : { kind, roomId: Number(choice.room) };
    default:
      return kind satisfies never;
  }
}

function Substitutes(props: {
  readonly offers: LessonOffers;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { substitutes } = props.offers;
  if (substitutes.length === 0) return <Text c="dimmed">{words.nobodyFree}</Text>;
  return (
    <Radio.Group label={words.who} value={props.value} onChange={props.onChange}>
      <Stack gap={4} mah="11rem" style={{ overflow: 'auto' }} p={4}>
        {substitutes.map((offer, index) => (
          <Radio
            key={offer.staffId}
            // Opened by Enter, taken by Enter.
            autoFocus={props.value === '' ? index === 0 : props.value === String(offer.staffId)}
            value={String(offer.staffId)}
            label={offer.name}
            description={words.offer(offer)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function MoveTo(props: {
  readonly offers: LessonOffers;
  readonly choice: Choice;
  readonly onChange: (change: Partial<Choice>) => void;
}) {
  const { offers, choice } = props;
  const day = offers.days.find(({ date }) => date === choice.day);
  return (
    <Group align="flex-start" gap="md">
      <Select
        label={words.moveDay}
        w="10rem"
        data={offers.days.map(({ date, hours }) => ({
          value: date,
          label: formatDate(date),
          disabled: hours.every(({ problems }) => problems.length > 0),
        }))}
        value={choice.day === '' ? null : choice.day}
        onChange={(value) => props.onChange({ day: value ?? '', hour: '' })}
      />
      {day !== undefined && (
        <Radio.Group
          label={words.moveHour}
          value={choice.hour}
          onChange={(hour) => props.onChange({ hour })}
        >
          <Stack gap={4}>
            {day.hours.map(({ number, problems }) => (
              <Radio
                key={number}
                value={String(number)}
                label={words.hour(number)}
                disabled={problems.length > 0}
                description={problems.map((problem) => words.problems[problem]).join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Group>
  );
}

/** What to do with one lesson (T2): the kind by arrows, the choice by arrows, Enter; Esc leaves. */
export function DecisionForm(props: {
  readonly lesson: ChangedLesson;
  readonly onDone: () => void;
}) {
  const { lesson } = props;
  const offers = useQuery(
    queries.changes.offers.queryOptions({ input: { lessonId: lesson.id }, staleTime: 0 }),
  );
  const [kind, setKind] = useState<ChangeKind>('substitution');
  const [chosen, setChoice] = useState(NOTHING);
  const [payment, setPayment] = useState<Payment>('paid');
  const [reason, setReason] = useState('');
  const [lateWhy, setLateWhy] = useState('');
  const decide = useDecide();
  const best = offers.data?.substitutes[0];
  // The best offer is taken with Enter alone where somebody has to be found.
  const choice =
    chosen.staff === '' && lesson.waits && best !== undefined
      ? { ...chosen, staff: String(best.staffId) }
      : chosen;
  const choose = (change: Partial<Choice>) => setChoice((now) => ({ ...now, ...change }));
  if (offers.data === undefined) {
    return offers.error ? <ErrorNotice error={offers.error} /> : <Loading />;
  }
  const decision = decisionOf(kind, choice, offers.data);
  const merges = offers.data.substitutes.some(
    (offer) => offer.merges && String(offer.staffId) === choice.staff,
  );
  const ready = decision !== undefined && (!lesson.over || lateWhy.trim() !== '');
  const paid = kind === 'substitution' || kind === 'replacement';
  const kinds = CHANGE_KINDS.filter(
    (one) => !lesson.holds || one === 'substitution' || one === 'room',
  ).filter(
    (one) => one !== 'substitution' || !lesson.changes.some((change) => change.kind === one),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        decide.mutate(
          {
            lessonId: lesson.id,
            lastChangeId: lesson.changes.at(-1)?.id ?? 0,
            decision,
            reason,
            payment: kind === 'substitution' && merges ? 'merged' : payment,
            lateWhy,
          },
          { onSuccess: props.onDone },
        );
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={words.how}
          w="fit-content"
          data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kinds.includes(kind) ? kind : (kinds[0] ?? 'room')}
          onChange={(value) => setKind(value)}
        />
        {kind === 'substitution' && (
          <Substitutes
            offers={offers.data}
            value={choice.staff}
            onChange={(staff) => choose({ staff })}
          />
        )}
        {kind === 'move' && <MoveTo offers={offers.data} choice={choice} onChange={choose} />}
        {kind === 'replacement' &&
          (offers.data.replacements.length === 0 ? (
            <Text c="dimmed">{words.noSubjects}</Text>
          ) : (
            <Radio.Group
              label={words.kinds.replacement}
              value={choice.page}
              onChange={(page) => choose({ page })}
            >
              <Stack gap={4}>
                {offers.data.replacements.map((offer) => (
                  <Radio
                    key={offer.pageId}
                    value={String(offer.pageId)}
                    label={offer.subjectName}
                    description={offer.teachers.join(', ')}
                  />
                ))}
              </Stack>
            </Radio.Group>
          ))}
        {kind === 'room' && (
          <Select
            label={words.room}
            w="14rem"
            searchable
            data={offers.data.rooms.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={choice.room === '' ? null : choice.room}
            onChange={(room) => choose({ room: room ?? '' })}
          />
        )}
        <Group gap="sm" align="flex-end">
          {paid && (
            <Select
              label={words.payment}
              w="12rem"
              allowDeselect={false}
              disabled={merges}
              data={PAYMENTS.filter((one) => one !== 'merged' || merges).map((value) => ({
                value,
                label: words.payments[value],
              }))}
              value={merges ? 'merged' : payment}
              onChange={(value) => setPayment(value ?? 'paid')}
            />
          )}
          <TextInput
            label={words.why}
            w="16rem"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Group>
        {lesson.over && (
          <TextInput
            label={words.lateWhy}
            required
            maxLength={300}
            value={lateWhy}
            onChange={(event) => setLateWhy(event.currentTarget.value)}
          />
        )}
        <ErrorNotice error={decide.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!ready} loading={decide.isPending}>
            {words.deeds[kind]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
