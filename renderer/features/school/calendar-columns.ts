import { formatDate } from '#domain/calendar/iso-date';
import { setUpTexts } from '../../text/school-set-up';
import type { EditColumn } from '../../ui/edit-table/edit-column';
import type { CalendarDraft } from './calendar-draft';
import { day, dayOf, gradeCheck, required, whole } from './column-checks';

const words = setUpTexts.calendar;
export type PeriodDraft = CalendarDraft['periods'][number];
export type HolidayDraft = CalendarDraft['holidays'][number];
export type SpecialDraft = CalendarDraft['specialDays'][number];
type Texts = Readonly<Record<string, string>>;

const gradeColumns = <Row extends { readonly gradeFrom: number; readonly gradeTo: number }>(
  last: number,
): readonly EditColumn<Row>[] =>
  (['gradeFrom', 'gradeTo'] as const).map((key) => ({
    key,
    title: setUpTexts.grades[key],
    width: '4rem',
    align: 'right',
    text: (row) => String(row[key]),
    edit: { kind: 'text', numeric: true },
    problem: gradeCheck,
    initial: key === 'gradeFrom' ? '1' : String(last),
  }));

const spanColumns = <
  Row extends Pick<HolidayDraft, 'startsOn' | 'endsOn'>,
>(): readonly EditColumn<Row>[] =>
  (['startsOn', 'endsOn'] as const).map((key) => ({
    key,
    title: words[key],
    width: '6.5rem',
    text: (row) => formatDate(row[key]),
    edit: { kind: 'text', numeric: true },
    problem: day,
  }));

export const periodColumns: readonly EditColumn<PeriodDraft>[] = [
  {
    key: 'kind',
    title: words.kind,
    text: ({ kind }) => kind,
    edit: {
      kind: 'choice',
      choices: Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
    },
    initial: 'quarter',
  },
  {
    key: 'number',
    title: words.number,
    width: '3rem',
    align: 'right',
    text: ({ number }) => String(number),
    edit: { kind: 'text', numeric: true },
    problem: whole(1, 4),
    initial: '1',
  },
  ...spanColumns<PeriodDraft>(),
  ...gradeColumns<PeriodDraft>(9),
];

export const holidayColumns: readonly EditColumn<HolidayDraft>[] = [
  {
    key: 'name',
    title: words.holiday,
    text: ({ name }) => name,
    edit: { kind: 'text' },
    problem: required,
  },
  ...spanColumns<HolidayDraft>(),
  ...gradeColumns<HolidayDraft>(12),
];

const likeDays = setUpTexts.bells.weekdays.map((name, index) => ({
  value: String(index + 1),
  label: words.likeDay(name),
}));

export const specialColumns: readonly EditColumn<SpecialDraft>[] = [
  {
    key: 'date',
    title: words.date,
    width: '7rem',
    text: ({ date }) => formatDate(date),
    edit: { kind: 'text', numeric: true },
    problem: day,
  },
  {
    key: 'worksAs',
    title: words.worksAs,
    width: '11rem',
    text: ({ worksAs }) => (worksAs === null ? '' : String(worksAs)),
    edit: { kind: 'choice', choices: likeDays, none: words.dayOff },
  },
  {
    key: 'name',
    title: words.name,
    text: ({ name }) => name,
    edit: { kind: 'text' },
  },
  ...gradeColumns<SpecialDraft>(12),
];

const spanOf = (texts: Texts, before: Pick<HolidayDraft, 'startsOn' | 'endsOn'>) => ({
  startsOn: dayOf(texts['startsOn'] ?? '') ?? before.startsOn,
  endsOn: dayOf(texts['endsOn'] ?? '') ?? before.endsOn,
});
const gradesOf = (texts: Texts) => ({
  gradeFrom: Number(texts['gradeFrom']),
  gradeTo: Number(texts['gradeTo']),
});
const KINDS = ['quarter', 'trimester', 'half', 'year'] as const;

/** A row of the table out of the texts of its cells. */
export const periodOf = (texts: Texts, before: PeriodDraft): PeriodDraft => ({
  ...before,
  kind: KINDS.find((kind) => kind === texts['kind']) ?? before.kind,
  number: Number(texts['number']),
  ...spanOf(texts, before),
  ...gradesOf(texts),
});
export const holidayOf = (texts: Texts, before: HolidayDraft): HolidayDraft => ({
  ...before,
  name: texts['name'] ?? '',
  ...spanOf(texts, before),
  ...gradesOf(texts),
});
export const specialOf = (texts: Texts, before: SpecialDraft): SpecialDraft => ({
  ...before,
  date: dayOf(texts['date'] ?? '') ?? before.date,
  worksAs: texts['worksAs'] === '' ? null : Number(texts['worksAs']),
  name: texts['name'] ?? '',
  ...gradesOf(texts),
});
