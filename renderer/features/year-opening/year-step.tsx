import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpeningState } from '#contract/year-opening';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { periodName } from '#domain/periods/period-name';
import { core } from '../../api/clients';
import { yearOpeningTexts } from '../../text/year-opening';
import { DateField } from '../../ui/date-field/date-field';
import classes from './new-year.module.css';
import { StepDeed } from './step-deed';

const words = yearOpeningTexts.year;
type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };
type Spans<One extends Span> = readonly (Omit<One, keyof Span> & {
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
})[];

const told = <One extends Span>(spans: Spans<One>): One[] | undefined =>
  spans.every(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null)
    ? (spans as unknown as One[])
    : undefined;

function SpanRows<One extends Span>(props: {
  readonly spans: Spans<One>;
  readonly nameOf: (one: Spans<One>[number]) => string;
  readonly onChange: (spans: Spans<One>) => void;
  readonly fixed: boolean;
  readonly removable?: boolean;
}) {
  const change = (
    index: number,
    next: Partial<{ startsOn: IsoDate | null; endsOn: IsoDate | null }>,
  ) => props.onChange(props.spans.map((one, at) => (at === index ? { ...one, ...next } : one)));
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.to}</th>
        </tr>
      </thead>
      <tbody>
        {props.spans.map((one, index) => {
          const name = props.nameOf(one);
          return (
            <tr key={`${name} ${index}`}>
              <td>{name}</td>
              {(['startsOn', 'endsOn'] as const).map((key) => (
                <td key={key}>
                  {props.fixed ? (
                    one[key] !== null && formatDate(one[key])
                  ) : (
                    <DateField
                      label={`${name}: ${key === 'startsOn' ? words.from : words.to}`}
                      hideLabel
                      value={one[key]}
                      onChange={(day) => change(index, { [key]: day })}
                    />
                  )}
                </td>
              ))}
              {props.removable === true && !props.fixed && (
                <td>
                  <ActionIcon
                    size="sm"
                    aria-label={words.removeHoliday(name)}
                    onClick={() => props.onChange(props.spans.filter((_, at) => at !== index))}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The dates of the new year: suggested, changed in place, made by one button. */
export function YearStep({ state }: { readonly state: OpeningState }) {
  const { dates } = state;
  const [startsOn, setStartsOn] = useState<IsoDate | null>(dates.startsOn);
  const [endsOn, setEndsOn] = useState<IsoDate | null>(dates.endsOn);
  const [periods, setPeriods] = useState<Spans<(typeof dates.periods)[number]>>(dates.periods);
  const [holidays, setHolidays] = useState<Spans<(typeof dates.holidays)[number]>>(dates.holidays);
  const fixed = state.to !== null;
  const [readyPeriods, readyHolidays] = [told(periods), told(holidays)];
  const input =
    startsOn && endsOn && readyPeriods && readyHolidays
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
