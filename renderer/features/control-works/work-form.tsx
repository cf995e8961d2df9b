import { Button, Group, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ControlPage, ControlWork, OfferedDay } from '#contract/control-works';
import type { WorkKind } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { CONTROL_LEVELS } from '#domain/control-works/place';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { controlTexts } from '../../text/control-works';
import { ErrorNotice } from '../../ui/error-notice';
import { DayCalendar, heldLessons } from './day-calendar';
import classes from './panel.module.css';
import { orderOf, type WorksDesk } from './use-works';

const words = controlTexts.form;
const pageLabel = ({ subjectName, groupName, classes: own }: ControlPage) =>
  [subjectName, groupName, own.length > 1 ? own.map(({ name }) => name).join(', ') : '']
    .filter((part) => part !== '')
    .join(', ');

/** The kind that is meant most often: the first control work of the school's kinds, else a written one. */
const usualKind = (kinds: readonly WorkKind[]) =>
  kinds.find(({ name }) => name.toLowerCase() === 'контрольная работа') ??
  kinds.find(({ written }) => written) ??
  kinds[0];

/** A new work, or one that is changed: of which subject, of what kind, and on which day of the class. */
export function WorkForm(props: {
  /** Absent: a new one. */
  readonly work?: ControlWork | undefined;
  readonly pages: readonly ControlPage[];
  readonly kinds: readonly WorkKind[];
  readonly span: { readonly from: IsoDate; readonly to: IsoDate };
  readonly date: IsoDate;
  readonly desk: WorksDesk;
  readonly onDone: () => void;
}) {
  const { work, pages, desk } = props;
  const { roles, today } = useSession();
  const plans = mayCall(roles, 'controlWorks.fix');
  const kinds = props.kinds.filter(({ archived, id }) => !archived || id === work?.kindId);
  const [pageId, setPageId] = useState(work?.page.id ?? pages[0]?.id ?? 0);
  const [kindId, setKindId] = useState(work?.kindId ?? usualKind(kinds)?.id ?? 0);
  const [title, setTitle] = useState(work?.title ?? '');
  const [level, setLevel] = useState(work?.level ?? 'school');
  const [note, setNote] = useState(work?.note ?? '');
  const [date, setDate] = useState(props.date);
  const [number, setNumber] = useState(work?.lessonNumber);
  const [why, setWhy] = useState(work?.overWhy ?? '');
  const [error, setError] = useState<unknown>(null);
  // A teacher plans ahead; what is over only the deputy still enters.
  const from = !plans && props.span.from < today ? today : props.span.from;
  const offers = useQuery({
    ...queries.controlWorks.offers.queryOptions({
      input: { pageId, from, to: props.span.to, workId: work?.id ?? null },
    }),
    enabled: pageId > 0 && from <= props.span.to,
  });
  const day = offers.data?.find((one) => one.date === date);
  const lessons = day === undefined ? [] : heldLessons(day);
  const lesson = lessons.find((one) => one.number === number) ?? lessons[0];
  const over = lesson === undefined ? [] : (day?.over ?? []);
  // What stands already stays where it is without a new reason.
  const standsHere = work !== undefined && work.date === date && work.explained;
  const needsWhy = over.length > 0 && !standsHere;
  const choose = (next: OfferedDay) => {
    setDate(next.date);
    setNumber(heldLessons(next)[0]?.number);
  };
  async function save() {
    const page = pages.find(({ id }) => id === pageId);
    const kind = kinds.find(({ id }) => id === kindId);
    if (lesson === undefined || page === undefined || kind === undefined) return;
    const order = {
      ...(work === undefined
        ? { id: null, version: 0, fixed: plans }
        : { ...orderOf(work), fixed: work.fixed }),
      pageId,
      date,
      lessonNumber: lesson.number,
      kindId,
      title: title.trim(),
      level,
      note: note.trim(),
      overWhy: why.trim(),
    };
    try {
      setError(null);
      if (work === undefined) {
        await desk.add(order, `${pageLabel(page)}: ${kind.name.toLowerCase()}`);
      } else await desk.change(work, order);
      props.onDone();
    } catch (problem) {
      setError(problem);
    }
  }
  const ready = lesson !== undefined && (!needsWhy || why.trim() !== '');
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onDone();
      }}
    >
      {work === undefined && (
        <Select
          label={words.page}
          data-autofocus
          autoFocus
          searchable
          allowDeselect={false}
          data={pages.map((page) => ({ value: String(page.id), label: pageLabel(page) }))}
          value={String(pageId)}
          onChange={(value) => value !== null && setPageId(Number(value))}
        />
      )}
      <SimpleGrid cols={2} spacing="xs">
        <Select
          label={words.kind}
          searchable
          allowDeselect={false}
          data={kinds.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(kindId)}
          onChange={(value) => value !== null && setKindId(Number(value))}
        />
        <TextInput
          label={words.title}
          placeholder={words.titleHint}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </SimpleGrid>
      <ErrorNotice error={offers.error} onRetry={() => void offers.refetch()} />
      {offers.data && (
        <DayCalendar
          key={pageId}
          days={offers.data}
          chosen={lesson === undefined ? null : date}
          today={today}
          onChoose={choose}
        />
      )}
      {lessons.length > 1 && (
        <SegmentedControl
          aria-label={words.number}
          data={lessons.map((one) => ({
            value: String(one.number),
            label: controlTexts.lesson(one.number),
          }))}
          value={String(lesson?.number)}
          onChange={(value) => setNumber(Number(value))}
        />
      )}
      {over.length > 0 && (
        <>
          {over.map((one) => (
            <p key={`${one.className} ${one.limit}`} className={classes['over']} role="status">
              {controlTexts.over(one)}
            </p>
          ))}
          <TextInput
            label={words.why}
            placeholder={words.whyHint}
            required={needsWhy}
            maxLength={300}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </>
      )}
      {lesson?.hints.map((hint) => (
        <p key={hint} className={classes['hint']}>
          {controlTexts.hints[hint]}
        </p>
      ))}
      <SimpleGrid cols={plans ? 2 : 1} spacing="xs">
        {plans && (
          <Select
            label={words.level}
            allowDeselect={false}
            data={CONTROL_LEVELS.map((value) => ({ value, label: words.levels[value] }))}
            value={level}
            onChange={(value) => value !== null && setLevel(value)}
          />
        )}
        <TextInput
          label={words.note}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </SimpleGrid>
      <ErrorNotice error={error} />
      <Group gap="xs" className={classes['deeds']}>
        <Button type="submit" disabled={!ready}>
          {work === undefined && plans ? words.saveFixed : words.save}
        </Button>
        <Button variant="default" onClick={props.onDone}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
}
