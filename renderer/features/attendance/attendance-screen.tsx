import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AttendanceSheet } from '#contract/attendance';
import { addDays, isIsoDate, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { startYearOf } from '#domain/school/default-periods';
import { core } from '../../api/clients';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { attendanceTexts as words } from '../../text/attendance';
import { longDay } from '../../text/long-day';
import { DateField } from '../../ui/date-field/date-field';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { SheetGridView } from './sheet-grid-view';
import { SumsView } from './sums-view';
import { useWatchedClass } from './use-attendance';

const VIEWS = ['day', 'week', 'sums'] as const;
type View = (typeof VIEWS)[number];
const SPANS = ['week', 'month', 'year'] as const;
type Span = (typeof SPANS)[number];
const oneOf = <T extends string>(all: readonly T[], text: string | undefined, otherwise: T): T =>
  all.find((one) => one === text) ?? otherwise;

/** The days that are shown: one, the week around it, or those that are summed up to it. */
function daysOf(view: View, day: IsoDate, span: Span): { from: IsoDate; to: IsoDate } {
  const monday = addDays(day, 1 - weekdayOf(day));
  if (view === 'day') return { from: day, to: day };
  if (view === 'week' || span === 'week') return { from: monday, to: addDays(monday, 5) };
  if (span === 'year') return { from: `${startYearOf(day)}-09-01`, to: day };
  return { from: `${day.slice(0, 7)}-01` as IsoDate, to: day };
}

function DayTools(props: {
  readonly sheet: AttendanceSheet | undefined;
  readonly day: IsoDate;
  readonly today: IsoDate;
  readonly onGo: (day: IsoDate) => void;
}) {
  const { sheet, onGo } = props;
  const button = (label: string, to: IsoDate | null | undefined, icon: typeof IconChevronLeft) => {
    const Sign = icon;
    return (
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        disabled={to === null || to === undefined}
        onClick={() => to && onGo(to)}
      >
        <Sign size={16} />
      </ActionIcon>
    );
  };
  return (
    <Group gap={4} wrap="nowrap">
      {button(words.previous, sheet?.previous, IconChevronLeft)}
      <DateField
        label={words.day}
        hideLabel
        value={props.day}
        onChange={(day) => day !== null && onGo(day)}
      />
      {button(words.next, sheet?.next, IconChevronRight)}
      <Button
        variant="default"
        disabled={props.day === props.today}
        onClick={() => onGo(props.today)}
      >
        {words.today}
      </Button>
    </Group>
  );
}

function Body(props: {
  readonly sheet: AttendanceSheet;
  readonly view: View;
  readonly today: IsoDate;
  readonly onGo: (day: IsoDate) => void;
}) {
  const { sheet, view, today } = props;
  if (view === 'sums') return <SumsView sheet={sheet} />;
  if (sheet.lessons.length === 0) {
    const nearest = sheet.previous ?? sheet.next;
    return (
      <EmptyState
        title={words.noLessons}
        text={words.noLessonsText}
        action={
          nearest !== null && <Button onClick={() => props.onGo(nearest)}>{words.nearest}</Button>
        }
      />
    );
  }
  return (
    <SheetGridView
      key={`${sheet.classId} ${sheet.from} ${view}`}
      sheet={sheet}
      view={view}
      today={today}
    />
  );
}

/** «Посещаемость» (J7): the class teacher's sheet of a day, of a week, and sums by reason. */
export function AttendanceScreen() {
  const { today } = useSession();
  const [parts, setParts] = useAddressParts();
  const list = useQuery(queries.attendance.classes.queryOptions({ input: useYearInput() }));
  const view = oneOf(VIEWS, parts['view'], 'day');
  const span = oneOf(SPANS, parts['span'], 'month');
  const day = parts['day'] !== undefined && isIsoDate(parts['day']) ? parts['day'] : today;
  const classId = (list.data?.find(({ id }) => String(id) === parts['class']) ?? list.data?.[0])
    ?.id;
  const input = { classId: classId ?? 0, ...daysOf(view, day, span) };
  const sheet = useQuery({
    ...queries.attendance.sheet.queryOptions({ input }),
    enabled: classId !== undefined,
    placeholderData: keepPreviousData,
  });
  useWatchedClass(classId);
  const go = (next: IsoDate) => setParts({ day: next });
  if (list.isPending || (classId !== undefined && sheet.isPending)) return <Loading />;
  if (parts['paper'] === '1' && classId !== undefined) {
    return (
      <DocumentPage
        title={words.paper}
        label={words.paper}
        view={queries.attendance.paper.queryOptions({ input })}
        save={(place) => core.attendance.savePaper({ ...input, ...place })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  return (
    <Page
      title={words.title}
      hint={
        sheet.data === undefined
          ? undefined
          : view === 'sums'
            ? words.sums.hint
            : sheet.data.canSetReasons
              ? words.hint
              : words.lookHint
      }
      actions={
        classId !== undefined && (
          <PaperButton onClick={() => setParts({ paper: '1' })}>{words.print}</PaperButton>
        )
      }
    >
      <ErrorNotice error={list.error ?? sheet.error} />
      {classId === undefined ? (
        <EmptyState title={words.empty} text={words.emptyText} />
      ) : (
        <>
          <Group gap="sm">
            <Select
              w="6.5rem"
              aria-label={words.class}
              searchable
              allowDeselect={false}
              data={(list.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(classId)}
              onChange={(value) => value && setParts({ class: value })}
            />
            <SegmentedControl
              aria-label={words.show}
              data={VIEWS.map((value) => ({ value, label: words.views[value] }))}
              value={view}
              onChange={(value) => setParts({ view: value })}
            />
            <DayTools sheet={sheet.data} day={day} today={today} onGo={go} />
            {view === 'sums' ? (
              <SegmentedControl
                aria-label={words.sums.span}
                data={SPANS.map((value) => ({ value, label: words.sums[value] }))}
                value={span}
                onChange={(value) => setParts({ span: value })}
              />
            ) : (
              <span>{longDay(day)}</span>
            )}
          </Group>
          {sheet.data && <Body sheet={sheet.data} view={view} today={today} onGo={go} />}
        </>
      )}
    </Page>
  );
}
