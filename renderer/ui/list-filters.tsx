import { Select } from '@mantine/core';
import { isIsoDate, type IsoDate } from '#domain/calendar/iso-date';
import { useAddressParts } from '../routes/use-address-parts';
import { listFilterTexts as words } from '../text/common';
import { DateField } from './date-field/date-field';

const dayOf = (text: string | undefined): IsoDate | undefined =>
  text !== undefined && isIsoDate(text) ? text : undefined;

/** Days, class and person of a list as the address has them: the same parts on every screen. */
export function useListFilters() {
  const [parts, setParts] = useAddressParts();
  return {
    parts,
    setParts,
    from: dayOf(parts['from']),
    to: dayOf(parts['to']),
    classId: Number(parts['class']) || undefined,
    staffId: Number(parts['teacher']) || undefined,
  };
}

type Choice = { readonly id: number; readonly name: string };

/** A class or a person; without `always` nobody chosen is everybody. */
function ChoiceFilter(props: {
  readonly part: 'class' | 'teacher';
  readonly label: string;
  readonly width: string;
  readonly choices: readonly Choice[] | undefined;
  readonly value: number | undefined;
  readonly always?: boolean;
}) {
  const [, setParts] = useAddressParts();
  const { part, always = false } = props;
  return (
    <Select
      label={props.label}
      w={props.width}
      searchable
      clearable={!always}
      allowDeselect={!always}
      placeholder={always ? '' : words.everybody}
      data={(props.choices ?? [])
        .map(({ id, name }) => ({ value: String(id), label: name }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'ru', { numeric: true }))}
      value={props.value === undefined ? null : String(props.value)}
      onChange={(value) => setParts({ [part]: value ?? undefined })}
    />
  );
}

export const ClassFilter = (props: {
  readonly choices: readonly Choice[] | undefined;
  readonly value: number | undefined;
  readonly always?: boolean;
}) => <ChoiceFilter part="class" label={words.class} width="7rem" {...props} />;

export const PersonFilter = (props: {
  readonly label: string;
  readonly choices: readonly Choice[] | undefined;
  readonly value: number | undefined;
}) => <ChoiceFilter part="teacher" width="13rem" {...props} />;

/** «С … По …»; with `always` the list has no meaning without both. */
export function DaysFilter(props: {
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly always?: boolean;
}) {
  const [, setParts] = useAddressParts();
  const field = (part: 'from' | 'to') => (
    <DateField
      label={words[part]}
      value={props[part] ?? null}
      onChange={(day) => {
        if (day !== null || !props.always) setParts({ [part]: day ?? undefined });
      }}
    />
  );
  return (
    <>
      {field('from')}
      {field('to')}
    </>
  );
}
