import { Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { OpeningState } from '#contract/year-opening';
import type { IsoDate } from '#domain/calendar/iso-date';
import { periodName } from '#domain/periods/period-name';
import { core } from '../../api/clients';
import { yearOpeningTexts } from '../../text/year-opening';
import { DateField } from '../../ui/date-field/date-field';
import { SpanRows, type Span, type Spans } from './span-rows';
import { SpecialDayRows, type Undated } from './special-day-rows';
import { StepDeed } from './step-deed';

const words = yearOpeningTexts.year;
const told = <One extends Span>(spans: Spans<One>): One[] | undefined =>
  spans.every(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null)
    ? (spans as unknown as One[])
    : undefined;

/** The dates of the new year: suggested, changed in place, made by one button. */
export function YearStep({ state }: { readonly state: OpeningState }) {
  const { dates } = state;
  const [startsOn, setStartsOn] = useState<IsoDate | null>(dates.startsOn);
  const [endsOn, setEndsOn] = useState<IsoDate | null>(dates.endsOn);
  const [periods, setPeriods] = useState<Spans<(typeof dates.periods)[number]>>(dates.periods);
  const [holidays, setHolidays] = useState<Spans<(typeof dates.holidays)[number]>>(dates.holidays);
  const [specialDays, setSpecialDays] = useState<Undated[]>([...dates.specialDays]);
  const fixed = state.to !== null;
  const [readyPeriods, readyHolidays] = [told(periods), told(holidays)];
  const readyDays = specialDays.flatMap(({ date, ...day }) => (date ? [{ ...day, date }] : []));
  const input =
    startsOn && endsOn && readyPeriods && readyHolidays && readyDays.length === specialDays.length
      ? {
          startsOn,
          endsOn,
          periods: readyPeriods.map(({ kind, number, gradeFrom, gradeTo, ...span }) => ({
            kind,
            number,
            gradeFrom,
            gradeTo,
            startsOn: span.startsOn,
            endsOn: span.endsOn,
          })),
          holidays: readyHolidays.map(({ name, gradeFrom, gradeTo, ...span }) => ({
            name,
            gradeFrom,
            gradeTo,
            startsOn: span.startsOn,
            endsOn: span.endsOn,
          })),
          specialDays: readyDays.map(({ date, worksAs, name, gradeFrom, gradeTo }) => ({
            date,
            worksAs,
            name,
            gradeFrom,
            gradeTo,
          })),
        }
      : undefined;
  return (
    <>
      {fixed ? (
        <Text>{words.exists(state.to.name)}</Text>
      ) : (
        <Group gap="sm">
          <DateField label={words.starts} value={startsOn} onChange={setStartsOn} />
          <DateField label={words.ends} value={endsOn} onChange={setEndsOn} />
        </Group>
      )}
      <Group align="flex-start" gap="xl">
        <div>
          <Title order={2}>{words.periods}</Title>
          <SpanRows
            spans={periods}
            fixed={fixed}
            nameOf={(one) => `${periodName(one)} (${one.gradeFrom}–${one.gradeTo})`}
            onChange={setPeriods}
          />
        </div>
        <div>
          <Title order={2}>{words.holidays}</Title>
          <SpanRows
            spans={holidays}
            fixed={fixed}
            removable
            nameOf={(one) => one.name}
            onChange={setHolidays}
          />
        </div>
      </Group>
      {specialDays.length > 0 && (
        <div>
          <Title order={2}>{words.specialDays}</Title>
          {!fixed && <Text c="dimmed">{words.specialHint}</Text>}
          <SpecialDayRows days={specialDays} fixed={fixed} onChange={setSpecialDays} />
        </div>
      )}
      <Text c="dimmed">{words.bells(state.bellSchedules)}</Text>
      <StepDeed
        step="year"
        state={state}
        asks="yearOpening.openYear"
        deed={words.make}
        run={input === undefined ? undefined : () => core.yearOpening.openYear(input)}
        problem={input === undefined ? words.wrong : undefined}
      />
    </>
  );
}
