import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { newJournalTexts } from '../../text/first-start';
import { DateField } from '../../ui/date-field/date-field';
import { datesOf, periodName, type Draft, type DraftHoliday, type DraftPeriod } from './draft';
import classes from './first-start.module.css';

const words = newJournalTexts.year;
const yearName = (start: number) => `${start}/${start + 1}`;

function PeriodTable(props: {
  readonly title: string;
  readonly kind: DraftPeriod['kind'];
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}) {
  const { draft, change, kind } = props;
  const set = (period: DraftPeriod, part: Partial<DraftPeriod>) =>
    change({ periods: draft.periods.map((one) => (one === period ? { ...one, ...part } : one)) });
  return (
    <div>
      <Title order={2} size="h3">
        {props.title}
      </Title>
      <table className={classes['dates']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {draft.periods
            .filter((period) => period.kind === kind)
            .map((period) => (
              <tr key={period.number}>
                <th scope="row">{periodName(period)}</th>
                <td>
                  <DateField
                    hideLabel
                    label={words.startsOn(periodName(period))}
                    value={period.startsOn}
                    onChange={(startsOn) => set(period, { startsOn })}
                  />
                </td>
                <td>
                  <DateField
                    hideLabel
                    label={words.endsOn(periodName(period))}
                    value={period.endsOn}
                    onChange={(endsOn) => set(period, { endsOn })}
                  />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function HolidayTable(props: {
  readonly holidays: readonly DraftHoliday[];
  readonly onChange: (holidays: readonly DraftHoliday[]) => void;
}) {
  const { holidays, onChange } = props;
  const set = (key: number, part: Partial<DraftHoliday>) =>
    onChange(holidays.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const nextKey = 1 + Math.max(-1, ...holidays.map(({ key }) => key));
  return (
    <div>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {words.holidays}
        </Title>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            onChange([...holidays, { key: nextKey, name: '', startsOn: null, endsOn: null }])
          }
        >
          {words.addHoliday}
        </Button>
      </Group>
      <table className={classes['dates']}>
        <tbody>
          {holidays.map(({ key, name, startsOn, endsOn }) => (
            <tr key={key}>
              <td>
                <TextInput
                  w="17.5rem"
                  aria-label={words.holidayName}
                  value={name}
                  onChange={(event) => set(key, { name: event.currentTarget.value })}
                />
              </td>
              <td>
                <DateField
                  hideLabel
                  label={words.startsOn(name)}
                  value={startsOn}
                  onChange={(day) => set(key, { startsOn: day })}
                />
              </td>
              <td>
                <DateField
                  hideLabel
                  label={words.endsOn(name)}
                  value={endsOn}
                  onChange={(day) => set(key, { endsOn: day })}
                />
              </td>
              <td>
                <ActionIcon
                  color="gray"
                  aria-label={words.removeHoliday(name)}
                  onClick={() => onChange(holidays.filter((one) => one.key !== key))}
                >
                  <IconX size={15} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The year's dates, suggested by the calendar. */
export function YearStep(props: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problem: string | undefined;
}) {
  const { draft, change } = props;
  const years = [draft.startYear - 1, draft.startYear, draft.startYear + 1];
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.hint}</Text>
      <Group align="flex-end" gap="md">
        <Select
          w="9rem"
          label={words.year}
          allowDeselect={false}
          data={years.map((start) => ({ value: String(start), label: yearName(start) }))}
          value={String(draft.startYear)}
          onChange={(start) => change(datesOf(Number(start)))}
        />
        <DateField
          label={words.first}
          value={draft.yearStartsOn}
          onChange={(yearStartsOn) => change({ yearStartsOn })}
        />
        <DateField
          label={words.last}
          value={draft.yearEndsOn}
          onChange={(yearEndsOn) => change({ yearEndsOn })}
        />
      </Group>
      <div className={classes['columns']} key={draft.startYear}>
        <Stack gap="md">
          <PeriodTable title={words.quarters} kind="quarter" draft={draft} change={change} />
          <PeriodTable title={words.halves} kind="half" draft={draft} change={change} />
        </Stack>
        <HolidayTable holidays={draft.holidays} onChange={(holidays) => change({ holidays })} />
      </div>
      <Text c="var(--mantine-color-error)" mih={20} role="alert">
        {props.problem}
      </Text>
    </Stack>
  );
}
