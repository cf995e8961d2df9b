import { Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendar,
  IconCalendarDue,
  IconChevronDown,
  IconChevronRight,
  IconClock,
  IconLock,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import { dueWords, STATE_NAMES } from '#domain/duties/due-words';
import { DUTY_STATES, type DutyState } from '#domain/duties/duty';
import type { DutyLine } from '#domain/duties/lines';
import type { LocalInstant } from '#domain/regulation/instant';
import { dutiesTexts as words } from '../../text/duties';
import classes from './duty-list.module.css';
import { placeAddress } from './place-address';

/** The urgency is read by shape and words, colour only supports. */
const SIGNS: Readonly<Record<DutyState, Icon>> = {
  overdue: IconAlertTriangle,
  today: IconClock,
  week: IconCalendarDue,
  later: IconCalendar,
  closed: IconLock,
};

function Line(props: {
  readonly line: DutyLine;
  readonly now: LocalInstant;
  readonly first: boolean;
}) {
  const { line, now, first } = props;
  const { to, search } = placeAddress(line.place);
  const Sign = SIGNS[line.state];
  const overdue = line.state === 'overdue' ? (classes['overdue'] ?? '') : '';
  return (
    <li>
      <Tooltip
        label={words.clauses(line.clauses)}
        disabled={line.clauses.length === 0}
        events={{ hover: true, focus: true, touch: false }}
        openDelay={400}
      >
        <Link
          to={to}
          search={search}
          className={classes['line']}
          data-duty=""
          tabIndex={first ? 0 : -1}
        >
          <Sign size={16} className={`${classes['sign']} ${overdue}`} aria-hidden />
          <span>
            <Text span fw={600} mr="xs">
              {line.text}
            </Text>
            {line.where !== '' && (
              <>
                {' '}
                <span className={classes['where']}>{line.where}</span>
              </>
            )}
          </span>
          <span className={`${classes['due']} ${overdue}`}>
            {dueWords(line.due, line.state, now)}
          </span>
        </Link>
      </Tooltip>
    </li>
  );
}

/** Arrows, Home and End walk over all lines; Enter opens one, as a link does. */
function walk(list: HTMLElement | null, event: KeyboardEvent): void {
  if (list === null || event.altKey || event.ctrlKey) return;
  const lines = [...list.querySelectorAll<HTMLElement>('[data-duty]')];
  const at = lines.findIndex((line) => line === document.activeElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: lines.length - 1,
  };
  const next = moves[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  const line = lines[Math.max(0, Math.min(lines.length - 1, next))];
  line?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}

/** Duties by urgency (D1); what is later is folded unless there is nothing else. */
export function DutyList(props: {
  readonly lines: readonly DutyLine[];
  readonly now: LocalInstant;
}) {
  const { lines, now } = props;
  const list = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<DutyState>>(new Set());
  const parts = DUTY_STATES.flatMap((state) => {
    const own = lines.filter((line) => line.state === state);
    return own.length === 0 ? [] : [{ state, own }];
  });
  const folds = ({ state }: (typeof parts)[number]) =>
    (state === 'later' || state === 'closed') && parts.length > 1;
  const toggle = (state: DutyState) => {
    const next = new Set(unfolded);
    if (!next.delete(state)) next.add(state);
    setUnfolded(next);
  };
  const firstKey = parts[0]?.own[0]?.key;
  return (
    <div ref={list} onKeyDown={(event) => walk(list.current, event)} role="presentation">
      {parts.map((part) => {
        const { state, own } = part;
        const open = !folds(part) || unfolded.has(state);
        const title = words.unfold(STATE_NAMES[state], own.length);
        const Chevron = open ? IconChevronDown : IconChevronRight;
        return (
          <section key={state} className={classes['part']} aria-label={STATE_NAMES[state]}>
            {folds(part) ? (
              <UnstyledButton
                className={classes['fold']}
                aria-expanded={open}
                onClick={() => toggle(state)}
              >
                <Chevron size={16} aria-hidden />
                <Title order={3} size="sm">
                  {title}
                </Title>
              </UnstyledButton>
            ) : (
              <Title order={3} size="sm">
                {title}
              </Title>
            )}
            {open && (
              <ul className={classes['lines']}>
                {own.map((line) => (
                  <Line key={line.key} line={line} now={now} first={line.key === firstKey} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
