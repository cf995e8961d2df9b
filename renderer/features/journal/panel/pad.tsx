import { periodScaleOf, pointsOf, type PointScale } from '#domain/marks/point-scale';
import { journalTexts } from '../../../text/journal';
import type { KeyCommand } from '../grid/key-command';
import { useDesk } from '../hooks';
import classes from './panel.module.css';

type Key = readonly [face: string, label: string, command: KeyCommand];

const texts = journalTexts.pad;
/** More marks than this have no keys of their own: they are put together of digits. */
const MOST_KEYS = 12;

const pointKeys = (scale: PointScale): readonly Key[] =>
  pointsOf(scale).length <= MOST_KEYS
    ? pointsOf(scale)
        .toReversed()
        .map((value) => [value, value, { do: 'mark', value }])
    : [
        ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit): Key => [
          digit,
          digit,
          { do: 'digit', digit },
        ]),
        ['↵', texts.enter, { do: 'step', to: 'down' }],
      ];
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
  const { column, proposed = '' } = props;
  const scale = column === 'period' ? periodScaleOf(page.scale) : page.scale;
  const marks = page.grading === 'credit' ? credit : pointKeys(scale);
  const ofLesson =
    page.noMarks === null ? [...marks, ...attendance, debt, clear] : [...attendance, clear];
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
