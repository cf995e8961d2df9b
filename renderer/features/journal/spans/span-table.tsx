import { useEffect, useReducer, useRef } from 'react';
import { ATTENDANCE_LETTERS, ATTENDANCES } from '#domain/attendance/attendance';
import { spansOf, type LessonSpan, type SpanBy } from '#domain/journal/lesson-spans';
import { summarize } from '#domain/journal/selection-summary';
import { dayAndMonth, journalTexts, monthName } from '../../../text/journal';
import { COLUMNS, type ColumnsBy } from '../grid/key-command';
import { useDesk } from '../hooks';
import { cellKey } from '../store/keys';
import type { Lesson } from '../store/page-model';
import classes from './span-table.module.css';

const POOR = new Set(['1', '2', 'незач', '.']);

/** «2–6 ноября», «30 ноября – 4 декабря», «ноябрь»; a week of one lesson is its day. */
function spanTitle({ first, lessons }: LessonSpan<Lesson>, by: SpanBy): string {
  if (by === 'month') return monthName(first);
  const last = lessons.at(-1)?.date ?? first;
  if (last === first) return dayAndMonth(first);
  return first.slice(0, 7) === last.slice(0, 7)
    ? `${Number(first.slice(8))}–${dayAndMonth(last)}`
    : `${dayAndMonth(first)} – ${dayAndMonth(last)}`;
}

/** The marks a pupil got in the lessons of a span, in their order, and the absences counted. */
function SpanCell(props: { readonly pupilId: number; readonly lessons: readonly Lesson[] }) {
  const { store } = useDesk();
  const cells = props.lessons.map(({ id }) => store.cells.get(cellKey(id, props.pupilId)).shown);
  const marks = cells.flatMap((cell) => cell.marks.map(({ value }) => value));
  const { attendance, average } = summarize(cells, store.model.page.scale);
  const absences = ATTENDANCES.filter((one) => attendance[one] > 0)
    .map((one) => `${ATTENDANCE_LETTERS[one]} ${attendance[one]}`)
    .join(' ');
  return (
    <td title={average === '' ? undefined : journalTexts.selection.average(average)}>
      {marks.map((value, index) => (
        <span key={index} className={POOR.has(value) ? classes['poor'] : undefined}>
          {index > 0 && ' '}
          {value}
        </span>
      ))}
      {absences !== '' && <span className={classes['absence']}>{absences}</span>}
    </td>
  );
}

/** The page by weeks or months, to look at; the head of a column leads to its lessons. */
export function SpanTable(props: {
  readonly title: string;
  readonly by: SpanBy;
  readonly onOpen: (lesson: Lesson) => void;
  readonly onColumns: (by: ColumnsBy) => void;
}) {
  const { store } = useDesk();
  const { model, topics } = store;
  const { by } = props;
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => topics.subscribe('cells', changed), [topics]);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const spans = spansOf(model.lessons, by);
  const head = journalTexts.head;
  return (
    <div
      ref={area}
      role="region"
      tabIndex={0}
      aria-label={`${props.title}, ${journalTexts.columns[by]}`}
      className={classes['scroll']}
      onKeyDown={(event) => {
        const next = event.key === 'Escape' ? 'lesson' : event.altKey && COLUMNS[event.code];
        if (next === undefined || next === false) return;
        event.preventDefault();
        props.onColumns(next);
      }}
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{head.pupil}</th>
            {spans.map((span) => (
              <th key={span.first} scope="col">
                <button
                  type="button"
                  className={classes['open']}
                  title={journalTexts.columns.open}
                  onClick={() => {
                    const [first] = span.lessons;
                    if (first !== undefined) props.onOpen(first);
                  }}
                >
                  {spanTitle(span, by)}
                </button>
              </th>
            ))}
            <th scope="col" title={head.plainFull}>
              {head.plain}
            </th>
            <th scope="col" title={head.weightedFull}>
              {head.weighted}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.pupils.map((pupil) => {
            const averages = store.averages.of(pupil.id, model.period);
            return (
              <tr key={pupil.id}>
                <th scope="row">
                  {pupil.number}. {pupil.name}
                </th>
                {spans.map(({ first, lessons }) => (
                  <SpanCell key={first} pupilId={pupil.id} lessons={lessons} />
                ))}
                <td>{averages.plain}</td>
                <td>{averages.weighted}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
