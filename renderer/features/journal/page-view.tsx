import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarDot,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebarRight,
  IconLockOpen,
  IconUserSearch,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PageData } from '#contract/journal-page';
import type { SchoolOverview } from '#contract/school';
import { journalTexts } from '../../text/journal';
import { lockTexts } from '../../text/locks';
import { useSession } from '../../api/session';
import { EmptyState } from '../../ui/empty-state';
import type { Opened } from './desk/cursor';
import type { Desk } from './desk/desk-type';
import { storedMove } from './desk/settings';
import { JournalGrid, type GridHandle } from './grid/journal-grid';
import type { ColumnsBy } from './grid/key-command';
import { PeekCard } from './grid/peek-card';
import { arrive } from './grid/type-ahead';
import { FinderMenu, type Finder } from './head/finder';
import { LackingTool } from './head/lacking-tool';
import { KindMenu } from './head/kind-menu';
import { pageTitle } from './head/page-head';
import headClasses from './head/head.module.css';
import { AfterMark, ColumnsTool, Tool } from './head/tools';
import { DeskContext, LocksContext, useTopic } from './hooks';
import { deskOfLacking, followCursor } from './lacking';
import { OpenLocked } from './locks/open-locked';
import { useOpenPage } from './open-page';
import { LessonPanel } from './panel/lesson-panel';
import type { PanelField } from './panel/panel-field';
import { usePagePlan } from './panel/topic-from-plan';
import { SpanTable } from './spans/span-table';
import { KeysHelp } from './strip/keys-help';
import { Strip } from './strip/strip';
import { lessonAway, type Travel } from './travel';
import classes from './page-view.module.css';

type Shown = 'auto' | 'shown' | 'hidden';

function Opened(props: {
  readonly desk: Desk;
  /** The desk over all pupils: the same one, unless only some are shown. */
  readonly full: Desk;
  readonly onLacking: () => void;
  readonly title: string;
  readonly head: ReactNode;
  readonly travel: Travel;
}) {
  const { desk, travel } = props;
  const grid = useRef<GridHandle>(null);
  const [help, setHelp] = useState(false);
  const [panel, setPanel] = useState<Shown>('auto');
  const [asked, setAsked] = useState<{ readonly field: PanelField } | undefined>();
  const [finder, setFinder] = useState<Finder | undefined>();
  const [opening, setOpening] = useState(false);
  const { columns } = desk.store.model;
  const { topics } = desk.store;
  const { now } = desk.store.model.locks;
  const locks = useTopic(topics, 'locks', now);
  const closed = locks.lessons.length + locks.periods.length + locks.openings.length > 0;
  const mayOpen = locks.iMayOpen && closed;
  const dayUnderCursor = () => {
    const column = columns[desk.cursor().col];
    return column?.kind === 'lesson' ? column.lesson.date : undefined;
  };
  const [columnsBy, setColumnsBy] = useState<ColumnsBy>('lesson');
  const back = () => grid.current?.focus();
  const scroll = journalTexts.scroll;
  return (
    <LocksContext value={locks}>
      <DeskContext value={desk}>
        <section className={classes['page']} aria-label={props.title}>
          <div className={classes['top']}>
            {props.head}
            <div className={headClasses['tools']}>
              <LackingTool
                full={props.full}
                on={desk !== props.full}
                onToggle={() => {
                  props.onLacking();
                  back();
                }}
              />
              <ColumnsTool by={columnsBy} onChange={setColumnsBy} />
              <Tool label={journalTexts.find.pupilTool} onClick={() => setFinder('pupil')}>
                <IconUserSearch size={16} />
              </Tool>
              {mayOpen && (
                <Tool label={lockTexts.tool} onClick={() => setOpening(true)}>
                  <IconLockOpen size={16} />
                </Tool>
              )}
              <Tool label={scroll.back} onClick={() => grid.current?.scrollByDays(-7)}>
                <IconChevronLeft size={16} />
              </Tool>
              <Tool
                label={scroll.today}
                onClick={() => {
                  desk.act({ do: 'today' });
                  back();
                }}
              >
                <IconCalendarDot size={16} />
              </Tool>
              <Tool label={scroll.forward} onClick={() => grid.current?.scrollByDays(7)}>
                <IconChevronRight size={16} />
              </Tool>
              <Tool
                label={panel === 'hidden' ? journalTexts.showPanel : journalTexts.hidePanel}
                onClick={() =>
                  setPanel(
                    panel === 'auto'
                      ? narrow()
                        ? 'shown'
                        : 'hidden'
                      : panel === 'shown'
                        ? 'hidden'
                        : 'shown',
                  )
                }
              >
                <IconLayoutSidebarRight size={16} />
              </Tool>
            </div>
          </div>
          <div className={classes['body']}>
            <div className={classes['main']}>
              {columnsBy === 'lesson' ? (
                <JournalGrid
                  key={desk === props.full ? 'all' : 'lacking'}
                  title={props.title}
                  handle={grid}
                  around={{
                    columns: setColumnsBy,
                    help: () => setHelp(true),
                    openLocked: () => setOpening(mayOpen),
                    neighbour: travel.neighbour,
                    lesson: (by) => void lessonAway(desk, travel, by, () => grid.current?.arrive()),
                    find: setFinder,
                    field: (field) => {
                      setPanel('shown');
                      setAsked({ field });
                    },
                  }}
                />
              ) : (
                <SpanTable
                  title={props.title}
                  by={columnsBy}
                  onColumns={setColumnsBy}
                  onOpen={(lesson) => {
                    const { id: pageId } = desk.store.model.page;
                    const { row } = desk.cursor();
                    const col = desk.columnOf(lesson);
                    if (col === undefined) return travel.open({ pageId, at: lesson });
                    desk.moveTo({ row, col });
                    setColumnsBy('lesson');
                  }}
                />
              )}
            </div>
            <div
              className={classes['panel']}
              data-asked={
                columnsBy === 'lesson'
                  ? { auto: 'no', shown: 'yes', hidden: 'hidden' }[panel]
                  : 'never'
              }
            >
              <LessonPanel
                asked={asked}
                onLeave={() => {
                  if (narrow()) setPanel('auto');
                  back();
                }}
              />
            </div>
          </div>
          <Strip onDone={back} spans={columnsBy !== 'lesson'}>
            <div className={headClasses['tools']}>
              <AfterMark />
              <Tool label={journalTexts.undo} onClick={() => desk.act({ do: 'undo' })}>
                <IconArrowBackUp size={16} />
              </Tool>
              <Tool label={journalTexts.redo} onClick={() => desk.act({ do: 'redo' })}>
                <IconArrowForwardUp size={16} />
              </Tool>
            </div>
          </Strip>
          {opening && (
            <OpenLocked
              day={dayUnderCursor()}
              onClose={() => {
                setOpening(false);
                back();
              }}
            />
          )}
          <PeekCard />
          <KindMenu onClosed={back} />
          <FinderMenu
            finder={finder}
            onDone={() => {
              setFinder(undefined);
              back();
            }}
            onPeriod={(periodId, date) =>
              travel.open({ pageId: desk.store.model.page.id, periodId, at: { date } })
            }
          />
          <KeysHelp
            opened={help}
            onClose={() => {
              setHelp(false);
              back();
            }}
          />
        </section>
      </DeskContext>
    </LocksContext>
  );
}

/** Whether the panel has no place of its own beside the grid. */
const narrow = () => window.innerWidth < 1050;

/** One page for one period, opened. */
export function PageView(props: {
  readonly data: PageData;
  readonly overview: SchoolOverview;
  /** The lesson it was opened for. */
  readonly opened: Opened;
  readonly head: ReactNode;
  readonly travel: Travel;
}) {
  const session = useSession();
  const { data } = props;
  const full = useOpenPage(data, props.overview, session, props.opened);
  const [lacking, setLacking] = useState<Desk | undefined>();
  const desk = lacking ?? full;
  usePagePlan(desk, data.page.id);
  const empty = journalTexts.empty;
  const nothing =
    data.pupils.length === 0
      ? { title: empty.noPupils, text: empty.noPupilsText }
      : data.lessons.length === 0
        ? { title: empty.noLessons, text: empty.noLessonsText }
        : desk === undefined
          ? { title: empty.noPage, text: empty.noPageText }
          : undefined;
  const shown = nothing === undefined && desk !== undefined;
  // Nothing here takes what was typed ahead.
  useEffect(() => {
    if (!shown) arrive();
  }, [shown]);
  if (!shown) {
    return (
      <section className={classes['page']} aria-label={pageTitle(data.page)}>
        <div className={classes['top']}>{props.head}</div>
        {nothing && <EmptyState {...nothing} />}
      </section>
    );
  }
  return (
    <Opened
      desk={desk}
      full={full ?? desk}
      onLacking={() => {
        if (full === undefined) return;
        if (lacking === undefined) setLacking(deskOfLacking(full, storedMove));
        else {
          followCursor(lacking, full);
          setLacking(undefined);
        }
      }}
      title={pageTitle(data.page)}
      head={props.head}
      travel={props.travel}
    />
  );
}
