import { marksForbidden } from '#domain/journal/marks-allowed';
import { journalTexts } from '../../../text/journal';
import type { KeyCommand } from '../grid/key-command';
import { useDesk } from '../hooks';
import classes from './panel.module.css';

type Key = readonly [face: string, label: string, command: KeyCommand];

const digits: readonly Key[] = ['5', '4', '3', '2', '1'].map((digit) => [
  digit,
  digit,
  { do: 'digit', digit },
]);
const texts = journalTexts.pad;
const attendance: readonly Key[] = [
  ['Н', texts.absent, { do: 'attendance', attendance: 'absent' }],
  ['Б', texts.ill, { do: 'attendance', attendance: 'ill' }],
  ['У', texts.excused, { do: 'attendance', attendance: 'excused' }],
  ['О', texts.late, { do: 'attendance', attendance: 'late' }],
];
const credit: readonly Key[] = [
  ['зач', texts.passed, { do: 'credit', passed: true }],
  ['незач', texts.failed, { do: 'credit', passed: false }],
];
const debt: Key = ['.', texts.debt, { do: 'debt' }];
const clear: Key = ['×', texts.clear, { do: 'clear' }];
const ofPeriod: readonly Key[] = [
  ['н/а', texts.notAttested, { do: 'attendance', attendance: 'absent' }],
  ['осв', texts.exempt, { do: 'attendance', attendance: 'late' }],
  clear,
];

/** The keys of a cell for somebody with only the mouse; the cursor goes on as after a key. */
export function Pad(props: {
  readonly column: 'lesson' | 'period';
  /** The mark the averages ask for, where it may be taken. */
  readonly proposed?: string;
}) {
  const desk = useDesk();
  const { page } = desk.store.model;
  const marks = page.grading === 'credit' ? credit : digits;
  const ofLesson =
    marksForbidden(page) === undefined
      ? [...marks, ...attendance, debt, clear]
      : [...attendance, clear];
  const { column, proposed = '' } = props;
  const take: readonly Key[] =
    proposed === ''
      ? []
      : [[texts.take(proposed), texts.take(proposed), { do: 'step', to: 'down' }]];
  const keys = column === 'lesson' ? ofLesson : [...take, ...marks, ...ofPeriod];
  return (
    <div role="group" aria-label={texts.title} className={classes['pad']}>
      {keys.map(([face, label, command]) => (
        <button
          key={face}
          type="button"
          tabIndex={-1}
          aria-label={label}
          title={label}
          // The grid keeps the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => desk.act(command)}
        >
          {face}
        </button>
      ))}
    </div>
  );
}
