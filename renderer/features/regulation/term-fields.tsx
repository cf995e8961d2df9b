import { Checkbox, Group, Select } from '@mantine/core';
import { MONTH_NAMES } from '#domain/calendar/month-names';
import type { MonthDay, Term, ValueOf } from '#domain/regulation/values';
import { regulationTexts } from '../../text/regulation';
import { CountField } from './deadline-field';

const { edit: words, terms, dues } = regulationTexts;
type Due = ValueOf<'periodDue'>;

const FRESH_TERM: { readonly [Kind in Term['by']]: Extract<Term, { by: Kind }> } = {
  date: { by: 'date', to: { month: 9, day: 5 } },
  beforePeriodStarts: { by: 'beforePeriodStarts', days: 2 },
  beforePeriodEnds: { by: 'beforePeriodEnds', days: 14 },
  afterYearEnds: { by: 'afterYearEnds', days: 7 },
};
const FRESH_DUE: { readonly [Kind in Due['by']]: Extract<Due, { by: Kind }> } = {
  daysBeforeEnd: { by: 'daysBeforeEnd', days: 2 },
  lastWeek: { by: 'lastWeek' },
  daysAfterEnd: { by: 'daysAfterEnd', days: 7 },
};

function MonthDayField(props: {
  readonly value: MonthDay;
  readonly onChange: (value: MonthDay) => void;
}) {
  const { value, onChange } = props;
  return (
    <>
      <CountField
        label={words.day}
        max={31}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <Select
        label={words.month}
        w="9rem"
        allowDeselect={false}
        data={MONTH_NAMES.map((label, index) => ({ value: String(index + 1), label }))}
        value={String(value.month)}
        onChange={(month) => onChange({ ...value, month: Number(month) })}
      />
    </>
  );
}

/** To which day of the year something is done. */
export function TermField(props: {
  readonly value: Term;
  readonly onChange: (value: Term) => void;
}) {
  const { value, onChange } = props;
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={words.value}
        w="21rem"
        allowDeselect={false}
        data={Object.entries(terms).map(([kind, label]) => ({ value: kind, label }))}
        value={value.by}
        onChange={(kind) => kind !== null && onChange(FRESH_TERM[kind as Term['by']])}
      />
      {value.by === 'date' ? (
        <>
          <MonthDayField value={value.to} onChange={(to) => onChange({ ...value, to })} />
          <Checkbox
            pb={8}
            label={words.since}
            checked={value.from !== undefined}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? { ...value, from: { ...value.to, day: 1 } }
                  : { by: 'date', to: value.to },
              )
            }
          />
          {value.from !== undefined && (
            <MonthDayField value={value.from} onChange={(from) => onChange({ ...value, from })} />
          )}
        </>
      ) : (
        <CountField
          label={words.days}
          max={60}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
    </Group>
  );
}

/** When period marks are set. */
export function PeriodDueField(props: {
  readonly value: Due;
  readonly onChange: (value: Due) => void;
}) {
  const { value, onChange } = props;
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={words.value}
        w="21rem"
        allowDeselect={false}
        data={Object.entries(dues).map(([kind, label]) => ({ value: kind, label }))}
        value={value.by}
        onChange={(kind) => kind !== null && onChange(FRESH_DUE[kind as Due['by']])}
      />
      {value.by !== 'lastWeek' && (
        <CountField
          label={words.days}
          max={30}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
    </Group>
  );
}
