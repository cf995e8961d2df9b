import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ChangedLesson, LessonChange } from '#contract/changes';
import { changesTexts as words } from '../../text/changes';
import { roomText } from '../../text/timetable';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './changes.module.css';
import { DecisionForm } from './decision-form';
import { useTakeBack } from './use-changes';

const moment = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short' });

/** A change that stands, with the way back from it. */
function StandingChange(props: {
  readonly change: LessonChange;
  readonly last: boolean;
  readonly over: boolean;
}) {
  const { change, last, over } = props;
  const [why, setWhy] = useState('');
  const takeBack = useTakeBack();
  const details = [
    change.reason,
    change.kind === 'substitution' || change.kind === 'replacement'
      ? words.payments[change.payment]
      : '',
    change.lateWhy === '' ? '' : `${words.late}: ${change.lateWhy}`,
    words.by(change, moment.format(new Date(change.registeredAt))),
  ];
  return (
    <Group gap="sm" align="flex-end" justify="space-between">
      <div>
        <Text fw={600}>{words.change(change)}</Text>
        <Text size="xs" c="dimmed">
          {details.filter((part) => part !== '').join(' · ')}
        </Text>
        <ErrorNotice error={takeBack.error} />
      </div>
      {last ? (
        <Group gap="xs" align="flex-end">
          {over && (
            <TextInput
              label={words.takeBackWhy}
              maxLength={300}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          )}
          <Button
            variant="default"
            disabled={over && why.trim() === ''}
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate({ changeId: change.id, why })}
          >
            {words.takeBack}
          </Button>
        </Group>
      ) : (
        <Text size="xs" c="dimmed">
          {words.laterFirst}
        </Text>
      )}
    </Group>
  );
}

/** Whose lesson it was where somebody else holds it now. */
const absentees = ({ changes }: ChangedLesson): readonly string[] =>
  changes.flatMap(({ kind, absent }) => (kind === 'substitution' && absent !== null ? absent : []));

/** A lesson of the day; Enter or a click opens what can be done with it, Esc closes it. */
export function LessonLine(props: {
  readonly lesson: ChangedLesson;
  readonly open: boolean;
  readonly mayChange: boolean;
  /** Some lesson of the day has bells. */
  readonly withTimes: boolean;
  readonly onToggle: () => void;
}) {
  const { lesson, open } = props;
  const state = words.state(lesson);
  const title = [lesson.className, lesson.subjectName, lesson.groupName]
    .filter(Boolean)
    .join(' · ');
  const head = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // What had the keyboard is gone with the form.
    if (wasOpen.current && !open && document.activeElement === document.body) head.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const decidable = !lesson.cancelled && lesson.goneTo === null && !lesson.instead;
  return (
    <div
      className={classes['lesson']}
      data-open={open || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.preventDefault();
          props.onToggle();
        }
      }}
    >
      <button
        ref={head}
        type="button"
        className={classes['head']}
        data-times={props.withTimes || undefined}
        aria-expanded={open}
        disabled={!props.mayChange}
        onClick={props.onToggle}
      >
        <span className={classes['number']}>{lesson.number}</span>
        {props.withTimes && (
          <span className={classes['time']}>
            {lesson.startsAt === null ? '' : `${lesson.startsAt}–${lesson.endsAt ?? ''}`}
          </span>
        )}
        <span className={classes['title']} data-cancelled={lesson.cancelled || undefined}>
          {title}
          {lesson.control !== '' && (
            <span className={classes['control']} title={words.control(lesson.control)}>
              {words.controlShort}
            </span>
          )}
        </span>
        <span className={classes['who']}>
          {absentees(lesson).map((name) => (
            <span key={name} data-absent>
              {name}
            </span>
          ))}
          {lesson.teachers.map(({ id, name, absent }) => (
            <span key={id} data-absent={absent || undefined}>
              {name}
            </span>
          ))}
        </span>
        <span className={classes['room']}>{roomText(lesson.room)}</span>
        <span className={classes['state']}>
          {lesson.waits ? (
            <Badge color="orange" variant="light" autoContrast>
              {words.waits}
            </Badge>
          ) : (
            state
          )}
        </span>
      </button>
      {open && (
        <Stack gap="sm" p="sm">
          {lesson.control !== '' && <Text size="sm">{words.control(lesson.control)}</Text>}
          {lesson.changes.map((change, index) => (
            <StandingChange
              key={change.id}
              change={change}
              last={index === lesson.changes.length - 1}
              over={lesson.over}
            />
          ))}
          {decidable && <DecisionForm lesson={lesson} onDone={props.onToggle} />}
        </Stack>
      )}
    </div>
  );
}
