import { Button, Checkbox, Group, MultiSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutageSummary, Outages } from '#contract/outages';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { at, dayOf, type LocalInstant } from '#domain/regulation/instant';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { useSession } from '../../api/session';
import { outagesTexts as words } from '../../text/outages';
import { DateField } from '../../ui/date-field/date-field';
import { ErrorNotice } from '../../ui/error-notice';
import { notifyDone } from '../../ui/notify';

/** After a failure was written down, put right or taken back, pages ask anew what is open. */
export const afterOutage = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.outages.key() }),
    queryClient.invalidateQueries({ queryKey: queries.journal.page.key() }),
  ]);

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const DAYS_TO_ENTER = 3;
const timeOf = (instant: LocalInstant | null | undefined, whole: string) => {
  const time = instant?.slice(11) ?? '';
  return time === whole ? '' : time;
};

/** When, what, whom it met and until when the paper may be entered. */
export function OutageForm(props: {
  readonly classes: Outages['classes'];
  /** The one to be put right; none: a new one. */
  readonly outage: OutageSummary | undefined;
  readonly onDone: () => void;
}) {
  const { outage, onDone } = props;
  const { today } = useSession();
  const [from, setFrom] = useState<IsoDate | null>(outage ? dayOf(outage.fromAt) : today);
  const [fromTime, setFromTime] = useState(timeOf(outage?.fromAt, '00:00'));
  const [to, setTo] = useState<IsoDate | null>(outage?.toAt ? dayOf(outage.toAt) : today);
  const [toTime, setToTime] = useState(timeOf(outage?.toAt, '23:59'));
  const [goesOn, setGoesOn] = useState(outage !== undefined && outage.toAt === null);
  const [what, setWhat] = useState(outage?.what ?? '');
  const [classIds, setClassIds] = useState((outage?.classIds ?? []).map(String));
  const [until, setUntil] = useState<IsoDate | null>(
    outage?.untilDay ?? addDays(today, DAYS_TO_ENTER),
  );
  const fits = (time: string) => time === '' || CLOCK.test(time);
  const ready =
    from !== null &&
    (goesOn || to !== null) &&
    until !== null &&
    what.trim().length >= 3 &&
    fits(fromTime) &&
    fits(toTime);
  const save = useMutation({
    mutationFn: async () => {
      if (from === null || until === null) return;
      const said = {
        fromAt: at(from, fromTime || '00:00'),
        toAt: goesOn || to === null ? null : at(to, toTime || '23:59'),
        what,
        untilDay: until,
        classIds: classIds.map(Number),
      };
      if (outage === undefined) await core.outages.record(said);
      else await core.outages.correct({ id: outage.id, version: outage.version, ...said });
      await afterOutage();
      notifyDone(outage === undefined ? words.recorded : words.corrected);
      onDone();
    },
  });
  const clock = (label: string, value: string, onChange: (text: string) => void) => (
    <TextInput
      label={label}
      w="7rem"
      className="sj-numbers"
      placeholder="10:00"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
  return (
    <Paper withBorder p="sm" mb="sm" component="section" aria-label={words.add}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      >
        <Stack gap="sm">
          <Group gap="sm" align="flex-end">
            <DateField label={words.from} value={from} onChange={setFrom} />
            {clock(words.fromTime, fromTime, setFromTime)}
            {!goesOn && (
              <>
                <DateField label={words.to} value={to} onChange={setTo} />
                {clock(words.toTime, toTime, setToTime)}
              </>
            )}
            <Checkbox
              mb="0.5rem"
              label={words.goesOn}
              checked={goesOn}
              onChange={(event) => setGoesOn(event.currentTarget.checked)}
            />
            <DateField label={words.until} value={until} onChange={setUntil} />
          </Group>
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            <TextInput
              label={words.what}
              placeholder={words.whatHint}
              maxLength={300}
              data-autofocus
              value={what}
              onChange={(event) => setWhat(event.currentTarget.value)}
            />
            <MultiSelect
              label={words.classes}
              placeholder={classIds.length === 0 ? words.classesHint : ''}
              searchable
              data={props.classes.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={classIds}
              onChange={setClassIds}
            />
          </Group>
          <ErrorNotice error={save.error} />
          <Group gap="xs">
            <Button type="submit" disabled={!ready} loading={save.isPending}>
              {outage === undefined ? words.save : words.saveChange}
            </Button>
            <Button variant="default" onClick={onDone}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
