import { ActionIcon, Button, Chip, Group, Select } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ControlSchedule, ControlWork } from '#contract/control-works';
import type { WorkKind } from '#contract/school';
import { addDays, isIsoDate, type IsoDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../api/chosen-year';
import { core } from '../../api/clients';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { controlTexts as words } from '../../text/control-works';
import { chosenPeriod, periodChoices, type PeriodChoice } from '../../text/period-choices';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { notifyError, notifyPlainly } from '../../ui/notify';
import { Page } from '../../ui/page';
import { CellPanel } from './cell-panel';
import { heldLessons } from './day-calendar';
import { LimitsPanel } from './limits-panel';
import { PaperPage } from './paper-page';
import classes from './panel.module.css';
import { ScheduleGrid } from './schedule-grid';
import { filterChoices, needsAttention, shownOf, type Filter } from './schedule-model';
import { PaperButton } from '../../ui/document-view/paper-buttons';
import { orderOf, useWorks } from './use-works';

/** What stands beside the grid: a cell, with a work on its way there, or the limits. */
type Side =
  | {
      readonly kind: 'cell';
      readonly classId: number;
      readonly date: IsoDate;
      readonly moving?: ControlWork;
    }
  | { readonly kind: 'limits' }
  | null;

function Schedule(props: {
  readonly schedule: ControlSchedule;
  readonly kinds: readonly WorkKind[];
  readonly choices: readonly PeriodChoice[];
  readonly period: PeriodChoice;
}) {
  const { schedule, period } = props;
  const session = useSession();
  const plans = mayCall(session.roles, 'controlWorks.fix');
  const [parts, setParts] = useAddressParts();
  const [side, setSide] = useState<Side>(null);
  const desk = useWorks();
  const choices = useMemo(() => filterChoices(schedule), [schedule]);
  const numberOf = (key: string) => Number(parts[key]) || undefined;
  // Who only teaches begins with the own classes.
  const own = plans || !session.roles.includes('teacher') ? undefined : session.staffId;
  const teaches = choices.teachers.some(({ value }) => value === String(own));
  const teacher = parts['teacher'] ?? (teaches ? String(own) : 'all');
  const filter: Filter = {
    grade: numberOf('grade'),
    classId: numberOf('class'),
    subjectId: numberOf('subject'),
    teacherId: teacher === 'all' ? undefined : Number(teacher),
    attention: parts['attention'] === '1',
  };
  const shown = shownOf(schedule, filter);
  const attention = schedule.works.filter(needsAttention).length;
  const proposals = shown.works.filter(({ fixed, mayChange }) => !fixed && mayChange);
  const span = { from: period.from, to: period.to };

  /** Moves the work to the first lesson of its page among these days that suits. */
  async function move(work: ControlWork, days: { from: IsoDate; to: IsoDate }, last = false) {
    const offers = await core.controlWorks.offers({
      pageId: work.page.id,
      ...days,
      workId: work.id,
    });
    const suits = offers.filter((day) => heldLessons(day).length > 0);
    const day = last ? suits.at(-1) : suits[0];
    const lesson = day && heldLessons(day)[0];
    if (day === undefined || lesson === undefined) {
      notifyPlainly(days.from === days.to ? words.noLessonThere : words.noFurther);
      return;
    }
    const classId = work.page.classes[0]?.id ?? 0;
    if (day.over.length > 0) {
      setSide({ kind: 'cell', classId, date: day.date, moving: work });
      return;
    }
    await desk.change(work, { ...orderOf(work), date: day.date, lessonNumber: lesson.number });
  }
  const shift = (work: ControlWork, by: 1 | -1) => {
    const days =
      by > 0
        ? { from: addDays(work.date, 1), to: span.to }
        : { from: span.from, to: addDays(work.date, -1) };
    if (days.to < days.from) return notifyPlainly(words.noFurther);
    return void move(work, days, by < 0).catch(notifyError);
  };

  return (
    <Page
      title={words.title}
      hint={plans ? words.hint : words.hintTeacher}
      actions={
        <>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.undo}
            title={words.undo}
            disabled={desk.undo.last === undefined}
            onClick={desk.undo.undoLast}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
          {plans && proposals.length > 0 && (
            <Button onClick={() => void desk.fix(proposals, true).catch(notifyError)}>
              {words.fixAll(proposals.length)}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => setSide(side?.kind === 'limits' ? null : { kind: 'limits' })}
          >
            {words.limits}
          </Button>
          <PaperButton onClick={() => setParts({ paper: '1' })}>{words.print}</PaperButton>
        </>
      }
    >
      <Group gap="sm">
        <Select
          aria-label={words.period}
          w="9.5rem"
          allowDeselect={false}
          data={props.choices.map(({ key, label }) => ({ value: key, label }))}
          value={period.key}
          onChange={(value) => {
            setSide(null);
            setParts({ period: value ?? undefined });
          }}
        />
        <Select
          aria-label={words.grade}
          placeholder={words.grade}
          w="8.5rem"
          clearable
          data={choices.grades.map((grade) => ({
            value: String(grade),
            label: words.gradeOf(grade),
          }))}
          value={parts['grade'] ?? null}
          onChange={(value) => setParts({ grade: value ?? undefined, class: undefined })}
        />
        <Select
          aria-label={words.class}
          placeholder={words.class}
          w="7rem"
          searchable
          clearable
          data={schedule.classes.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={parts['class'] ?? null}
          onChange={(value) => setParts({ class: value ?? undefined, grade: undefined })}
        />
        <Select
          aria-label={words.subject}
          placeholder={words.subject}
          w="13rem"
          searchable
          clearable
          data={choices.subjects}
          value={parts['subject'] ?? null}
          onChange={(value) => setParts({ subject: value ?? undefined })}
        />
        <Select
          aria-label={words.teacher}
          placeholder={words.teacher}
          w="12rem"
          searchable
          clearable
          data={choices.teachers}
          value={teacher === 'all' ? null : teacher}
          onChange={(value) => setParts({ teacher: value ?? 'all' })}
        />
        {(attention > 0 || filter.attention === true) && (
          <Chip
            color="red.9"
            checked={filter.attention === true}
            onChange={(on) => setParts({ attention: on ? '1' : undefined })}
          >
            {words.attention(attention)}
          </Chip>
        )}
      </Group>
      {shown.days.length === 0 ? (
        <EmptyState title={words.empty} text={words.emptyText} />
      ) : (
        <div className={classes['body']}>
          {shown.rows.length === 0 ? (
            <EmptyState title={words.nothing} text={words.nothingText} />
          ) : (
            <ScheduleGrid
              key={period.key}
              shown={shown}
              today={session.today}
              open={side?.kind === 'cell' ? side : null}
              onOpen={(classId, date) => setSide({ kind: 'cell', classId, date })}
              onShift={shift}
              onDrop={(work, date) => void move(work, { from: date, to: date }).catch(notifyError)}
              onRemove={(work) => void desk.remove(work).catch(notifyError)}
            />
          )}
          {side?.kind === 'limits' && (
            <LimitsPanel
              limits={schedule.limits}
              readOnly={!plans}
              desk={desk}
              onClose={() => setSide(null)}
            />
          )}
          {side?.kind === 'cell' && (
            <CellPanel
              key={`${side.classId} ${side.date} ${side.moving?.id}`}
              schedule={schedule}
              kinds={props.kinds}
              span={span}
              classId={side.classId}
              date={side.date}
              moving={side.moving}
              desk={desk}
              onClose={() => setSide(null)}
            />
          )}
        </div>
      )}
    </Page>
  );
}

/** «Контрольные работы»: who writes what and when, with the limits of the school (T5). */
export function ControlWorksScreen() {
  const { today } = useSession();
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const overview = useQuery(queries.school.overview.queryOptions({ input: year }));
  const choices = overview.data ? periodChoices(overview.data.periods, overview.data.year) : [];
  const asked = parts['day'];
  const onDay = asked !== undefined && isIsoDate(asked) ? asked : today;
  const period = chosenPeriod(choices, parts['period'], onDay);
  const span = { ...year, from: period?.from ?? today, to: period?.to ?? today };
  const schedule = useQuery({
    ...queries.controlWorks.schedule.queryOptions({ input: span }),
    enabled: period !== undefined,
    placeholderData: keepPreviousData,
  });
  if (overview.isPending || (period !== undefined && schedule.isPending)) return <Loading />;
  if (schedule.data === undefined || overview.data === undefined || period === undefined) {
    return (
      <Page title={words.title}>
        <ErrorNotice
          error={overview.error ?? schedule.error}
          onRetry={() => void schedule.refetch()}
        />
      </Page>
    );
  }
  if (parts['paper'] !== undefined) {
    const grade = Number(parts['grade']) || undefined;
    const classId = Number(parts['class']) || undefined;
    const classIds = schedule.data.classes
      .filter(
        (one) =>
          (grade === undefined || one.grade === grade) &&
          (classId === undefined || one.id === classId),
      )
      .map(({ id }) => id);
    return (
      <PaperPage
        input={{ ...span, classIds }}
        hint={period.label}
        onBack={() => setParts({ paper: undefined })}
      />
    );
  }
  return (
    <Schedule
      schedule={schedule.data}
      kinds={overview.data.workKinds}
      choices={choices}
      period={period}
    />
  );
}
