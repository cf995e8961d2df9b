import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import { debtAge, type OpenDebt } from '#domain/journal/assigned-work';
import { journalTexts, shortDay } from '../../../text/journal';
import { useDesk } from '../hooks';
import { debtsShown, placeOfDebt } from '../store/debts';
import type { PageStore } from '../store/page-store';
import classes from './panel.module.css';

const words = journalTexts.debts;
/** Counting waits for a pause in typing: the list is beside, the keys come first. */
const PAUSE_MS = 300;

/** A debt with the name of its work; of an earlier period it is only shown, and leads there. */
type Line = Omit<OpenDebt, 'work'> & { readonly kind: string; readonly older: boolean };

const linesOf = (store: PageStore): readonly Line[] => {
  const nameOf = (kindId: number | null | undefined) =>
    store.model.workKinds.find(({ id }) => id === kindId)?.name ?? '';
  return [
    ...store.model.olderDebts.map(([pupilId, lessonId, date, kindId, dueOn]): Line => ({
      pupilId,
      lessonId,
      date,
      dueOn,
      kind: nameOf(kindId),
      older: true,
    })),
    ...debtsShown(store).map(({ work, ...debt }): Line => ({
      ...debt,
      kind: nameOf(store.workOf(debt.lessonId, work)?.kindId),
      older: false,
    })),
  ];
};

function useDebts(store: PageStore): readonly Line[] {
  const [lines, setLines] = useState(() => linesOf(store));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setLines(linesOf(store)), PAUSE_MS);
    };
    const leave = ['cells', 'widths'].map((topic) => store.topics.subscribe(topic, later));
    return () => {
      clearTimeout(timer);
      for (const off of leave) off();
    };
  }, [store]);
  return lines;
}

function DebtLine({ line, today }: { readonly line: Line; readonly today: IsoDate }) {
  const desk = useDesk();
  const navigate = useNavigate();
  const { model } = desk.store;
  const { days, overdue } = debtAge(line, today);
  const open = () => {
    const place = placeOfDebt(desk.store, line);
    if (place !== undefined) return desk.moveTo(place);
    const period = model.periods.find(
      ({ kind, startsOn, endsOn }) =>
        kind !== 'year' && startsOn <= line.date && line.date <= endsOn,
    );
    if (period === undefined) return;
    void navigate({ to: `/journal/${model.page.id}`, search: { period: period.id } });
  };
  return (
    <li>
      <button type="button" className={classes['link']} onClick={open}>
        {[shortDay(line.date), line.kind].filter((part) => part !== '').join(' · ')}
      </button>
      <span className={classes['dim']} data-overdue={overdue > 0 || undefined}>
        {overdue > 0 && line.dueOn !== null
          ? words.overdue(shortDay(line.dueOn), overdue)
          : words.stands(days)}
      </span>
    </li>
  );
}

/** The dots of the pupil under the cursor and, on request, of the whole page: each waits for its mark. */
export function Debts({ pupilId }: { readonly pupilId: number }) {
  const { store } = useDesk();
  const { pupils, today } = store.model;
  const lines = useDebts(store);
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const own = lines.filter((line) => line.pupilId === pupilId);
  const keyOf = (line: Line) => `${line.lessonId} ${line.pupilId} ${line.kind}`;
  const list = (some: readonly Line[]) => (
    <ul className={classes['debts']}>
      {some.map((line) => (
        <DebtLine key={keyOf(line)} line={line} today={today} />
      ))}
    </ul>
  );
  return (
    <section className={classes['section']} aria-label={words.title}>
      {own.length > 0 && (
        <>
          <div className={classes['label']}>{words.ofPupil}</div>
          {list(own)}
        </>
      )}
      <button
        type="button"
        className={classes['link']}
        aria-expanded={all}
        title={words.nextKey}
        onClick={() => setAll(!all)}
      >
        {words.ofPage(lines.length)}
      </button>
      {all &&
        pupils
          .map((pupil) => ({ pupil, some: lines.filter((line) => line.pupilId === pupil.id) }))
          .filter(({ some }) => some.length > 0)
          .map(({ pupil, some }) => (
            <div key={pupil.id}>
              <b>{pupil.name}</b>
              {list(some)}
            </div>
          ))}
    </section>
  );
}
