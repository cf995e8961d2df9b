import { ActionIcon, Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangedLesson } from '#contract/changes';
import { isIsoDate, type IsoDate } from '#domain/calendar/iso-date';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { changesTexts as words } from '../../text/changes';
import { longDay } from '../../text/long-day';
import { DateField } from '../../ui/date-field/date-field';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { AbsencesPanel } from './absences-panel';
import classes from './changes.module.css';
import { LessonLine } from './lesson-line';

const SHOWN = ['absent', 'all'] as const;

/** Whether the line has the words that were typed. */
function found(lesson: ChangedLesson, text: string): boolean {
  const line = [lesson.className, lesson.subjectName, ...lesson.teachers.map(({ name }) => name)];
  return line.join(' ').toLowerCase().includes(text.trim().toLowerCase());
}

const needsDecision = ({ waits, changes, goneTo, instead }: ChangedLesson) =>
  waits || changes.length > 0 || goneTo !== null || instead;

/** The lessons of a day with what was decided; one open line at a time. */
function Lessons(props: {
  readonly lessons: readonly ChangedLesson[];
  readonly mayChange: boolean;
}) {
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('absent');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<string>();
  const lessons = props.lessons.filter(
    (lesson) => (shown === 'all' || needsDecision(lesson)) && found(lesson, text),
  );
  const withTimes = props.lessons.some(({ startsAt }) => startsAt !== null);
  const keyOf = ({ id, goneTo }: ChangedLesson) => `${id}${goneTo === null ? '' : ' gone'}`;
  return (
    <section className={classes['lessons']} aria-label={words.lessons}>
      <Group gap="sm">
        <SegmentedControl
          aria-label={words.show}
          data={SHOWN.map((value) => ({ value, label: words.shown[value] }))}
          value={shown}
          onChange={(value) => setShown(value)}
        />
        <TextInput
          w="16rem"
          aria-label={words.find}
          placeholder={words.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      {lessons.length === 0 ? (
        <EmptyState
          title={props.lessons.length === 0 ? words.noLessons : words.nothing}
          text={props.lessons.length === 0 ? words.noLessonsText : words.nothingText}
        />
      ) : (
        <div className={classes['list']}>
          {lessons.map((lesson) => (
            <LessonLine
              key={keyOf(lesson)}
              lesson={lesson}
              open={open === keyOf(lesson)}
              mayChange={props.mayChange}
              withTimes={withTimes}
              onToggle={() => setOpen(open === keyOf(lesson) ? undefined : keyOf(lesson))}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function DayTools(props: {
  readonly date: IsoDate;
  readonly today: IsoDate;
  readonly previous: IsoDate | null;
  readonly next: IsoDate | null;
  readonly onGo: (date: IsoDate) => void;
}) {
  const { previous, next, onGo } = props;
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.previous}
        disabled={previous === null}
        onClick={() => previous !== null && onGo(previous)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <DateField
        label={words.day}
        hideLabel
        value={props.date}
        onChange={(date) => date !== null && onGo(date)}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.next}
        disabled={next === null}
        onClick={() => next !== null && onGo(next)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      <Button
        variant="default"
        disabled={props.date === props.today}
        onClick={() => onGo(props.today)}
      >
        {words.today}
      </Button>
    </Group>
  );
}

/** «Замены»: who is absent on a day and what is done with the lessons (T2). */
export function ChangesScreen() {
  const { roles, today } = useSession();
  const [parts, setParts] = useAddressParts();
  const asked = parts['day'];
  const date = asked !== undefined && isIsoDate(asked) ? asked : today;
  const day = useQuery({
    ...queries.changes.day.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
  });
  if (parts['sheet'] !== undefined) {
    return (
      <DocumentPage
        title={words.sheet}
        hint={longDay(date)}
        label={words.sheetLabel}
        view={queries.changes.daySheet.queryOptions({ input: { date } })}
        save={(place) => core.changes.saveDaySheet({ date, ...place })}
        actions={
          <BackButton onClick={() => setParts({ sheet: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  const mayChange = mayCall(roles, 'changes.decide');
  return (
    <Page
      title={words.title}
      hint={longDay(date)}
      actions={
        <>
          <DayTools
            date={date}
            today={today}
            previous={day.data?.previous ?? null}
            next={day.data?.next ?? null}
            onGo={(next) => setParts({ day: next })}
          />
          <PaperButton onClick={() => setParts({ sheet: '1' })}>{words.sheet}</PaperButton>
        </>
      }
    >
      <ErrorNotice error={day.error} onRetry={() => void day.refetch()} />
      {day.isPending && <Loading />}
      {day.data && (
        <div className={classes['body']}>
          <AbsencesPanel
            key={date}
            date={date}
            absences={day.data.absences}
            mayChange={mayChange}
          />
          <Lessons key={`lessons ${date}`} lessons={day.data.lessons} mayChange={mayChange} />
        </div>
      )}
    </Page>
  );
}
