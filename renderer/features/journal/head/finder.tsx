import { Popover } from '@mantine/core';
import type { Period } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  dayAndMonth,
  journalTexts,
  periodTitle,
  shortDay,
  weekdayName,
} from '../../../text/journal';
import { useDesk } from '../hooks';
import type { PageModel } from '../store/page-model';
import { typedDay } from './typed-day';
import { FilterList, type FilterOption } from './filter-list';

export type Finder = 'pupil' | 'date';

const OTHER_PERIOD = -1;

/** A day of another period, typed in figures: leads to its page. */
function elsewhere(model: PageModel, typed: string): { day: IsoDate; period: Period } | undefined {
  const parts = model.periods.filter(({ kind }) => kind !== 'year');
  const [first, last] = [parts[0]?.startsOn, parts.at(-1)?.endsOn];
  if (first === undefined || last === undefined) return undefined;
  const day = typedDay(typed, first, last);
  const period = parts.find(({ startsOn, endsOn }) => day && startsOn <= day && day <= endsOn);
  return day === undefined || period === undefined || period.id === model.period.id
    ? undefined
    : { day, period };
}

function Pupils({ onDone }: { readonly onDone: () => void }) {
  const desk = useDesk();
  const { pupils } = desk.store.model;
  const { row, col } = desk.cursor();
  return (
    <FilterList
      label={journalTexts.find.pupil}
      options={pupils.map(({ id, number, name }) => ({ id, text: name, hint: String(number) }))}
      chosen={pupils[row]?.id}
      onChoose={(id) => {
        desk.moveTo({ row: pupils.findIndex((pupil) => pupil.id === id), col });
        onDone();
      }}
    />
  );
}

function Dates(props: {
  readonly onDone: () => void;
  readonly onPeriod: (periodId: number, day: IsoDate) => void;
}) {
  const desk = useDesk();
  const { model, lessons } = desk.store;
  const { row, col } = desk.cursor();
  const options = model.columns.flatMap((column): FilterOption[] => {
    if (column.kind !== 'lesson') return [];
    const { id, date, number } = column.lesson;
    const { topic } = lessons.get(String(id)).shown;
    return [
      {
        id,
        text: `${journalTexts.lesson(dayAndMonth(date), number)}, ${weekdayName(date)}`,
        hint: topic === '' ? shortDay(date) : `${shortDay(date)} · ${topic}`,
      },
    ];
  });
  const here = model.columns[col];
  return (
    <FilterList
      label={journalTexts.find.date}
      options={options}
      chosen={here?.kind === 'lesson' ? here.lesson.id : undefined}
      extra={(typed) => {
        const found = elsewhere(model, typed);
        if (found === undefined) return undefined;
        const text = journalTexts.find.elsewhere(dayAndMonth(found.day), periodTitle(found.period));
        return { id: OTHER_PERIOD, text };
      }}
      onChoose={(id, typed) => {
        const found = id === OTHER_PERIOD ? elsewhere(model, typed) : undefined;
        if (found !== undefined) props.onPeriod(found.period.id, found.day);
        else {
          const goal = model.columns.findIndex(
            (column) => column.kind === 'lesson' && column.lesson.id === id,
          );
          if (goal >= 0) desk.moveTo({ row, col: goal });
        }
        props.onDone();
      }}
    />
  );
}

/** Leads to a pupil by letters of the name, or to a lesson by its day (Ctrl+F, Ctrl+G). */
export function FinderMenu(props: {
  readonly finder: Finder | undefined;
  readonly onDone: () => void;
  readonly onPeriod: (periodId: number, day: IsoDate) => void;
}) {
  const { finder, onDone } = props;
  if (finder === undefined) return null;
  const box = document.querySelector('[role="grid"]')?.getBoundingClientRect();
  return (
    <Popover opened onDismiss={onDone} width={400} position="bottom-start" trapFocus>
      <Popover.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: (box?.left ?? 200) + 8, top: (box?.top ?? 130) + 8 }}
        />
      </Popover.Target>
      <Popover.Dropdown
        p="xs"
        aria-label={journalTexts.find[finder]}
        aria-labelledby={undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      >
        {finder === 'pupil' ? (
          <Pupils onDone={onDone} />
        ) : (
          <Dates onDone={onDone} onPeriod={props.onPeriod} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
