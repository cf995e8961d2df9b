import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { yearOpeningTexts } from '../../text/year-opening';
import { DateField } from '../../ui/date-field/date-field';
import classes from './new-year.module.css';

const words = yearOpeningTexts.year;
export type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };
/** Spans whose days may be emptied while they are typed. */
export type Spans<One extends Span> = readonly (Omit<One, keyof Span> & {
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
})[];

/** Named spans of days, changed in place. */
export function SpanRows<One extends Span>(props: {
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
