import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowRight,
  IconCalendarDot,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebarRight,
  IconPointFilled,
} from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { PageData } from '#contract/journal';
import type { SchoolOverview } from '#contract/school';
import { journalTexts } from '../../text/journal';
import { useSession } from '../../api/session';
import { EmptyState } from '../../ui/empty-state';
import type { Desk } from './desk/desk-type';
import { keepMove, MOVES, storedMove } from './desk/settings';
import { JournalGrid, type GridHandle } from './grid/journal-grid';
import { KindMenu } from './head/kind-menu';
import { pageTitle } from './head/page-head';
import headClasses from './head/head.module.css';
import { DeskContext } from './hooks';
import { useOpenPage } from './open-page';
import { LessonPanel } from './panel/lesson-panel';
import { usePagePlan } from './panel/topic-from-plan';
import { KeysHelp } from './strip/keys-help';
import { Strip } from './strip/strip';
import classes from './page-view.module.css';

const Tool = (props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={headClasses['tool']}
    aria-label={props.label}
    title={props.label}
    onClick={props.onClick}
  >
    {props.children}
  </button>
);

/** Where the cursor goes after a mark: a click takes the next of the three ways. */
function AfterMark() {
  const [move, setMove] = useState(storedMove);
  const Icon = { down: IconArrowDown, right: IconArrowRight, stay: IconPointFilled }[move];
  return (
    <Tool
      label={journalTexts.afterMark[move]}
      onClick={() => {
        const next = MOVES[(MOVES.indexOf(move) + 1) % MOVES.length] ?? 'down';
        keepMove(next);
        setMove(next);
      }}
    >
      <Icon size={16} stroke={1.6} />
    </Tool>
  );
}

type Shown = 'auto' | 'shown' | 'hidden';

function Opened(props: {
  readonly desk: Desk;
  readonly title: string;
  readonly head: ReactNode;
  readonly onNeighbour: (by: 1 | -1) => void;
}) {
  const { desk } = props;
  const grid = useRef<GridHandle>(null);
  const [help, setHelp] = useState(false);
  const [panel, setPanel] = useState<Shown>('auto');
  const [details, setDetails] = useState(0);
  const back = () => grid.current?.focus();
  const scroll = journalTexts.scroll;
  return (
    <DeskContext value={desk}>
      <section className={classes['page']} aria-label={props.title}>
        <div className={classes['top']}>
          {props.head}
          <div className={headClasses['tools']}>
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
            <JournalGrid
              title={props.title}
              handle={grid}
              around={{
                help: () => setHelp(true),
                neighbour: props.onNeighbour,
                details: () => {
                  setPanel('shown');
                  setDetails((count) => count + 1);
                },
              }}
            />
          </div>
          <div
            className={classes['panel']}
            data-asked={{ auto: 'no', shown: 'yes', hidden: 'hidden' }[panel]}
          >
            <LessonPanel
              details={details}
              onLeave={() => {
                if (narrow()) setPanel('auto');
                back();
              }}
            />
          </div>
        </div>
        <Strip onDone={back}>
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
        <KindMenu onClosed={back} />
        <KeysHelp
          opened={help}
          onClose={() => {
            setHelp(false);
            back();
          }}
        />
      </section>
    </DeskContext>
  );
}

/** Whether the panel has no place of its own beside the grid. */
const narrow = () => window.innerWidth < 1050;

/** One page for one period, opened. */
export function PageView(props: {
  readonly data: PageData;
  readonly overview: SchoolOverview;
  readonly head: ReactNode;
  readonly onNeighbour: (by: 1 | -1) => void;
}) {
  const session = useSession();
  const { data } = props;
  const desk = useOpenPage(data, props.overview, session);
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
  if (nothing !== undefined || desk === undefined) {
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
      title={pageTitle(data.page)}
      head={props.head}
      onNeighbour={props.onNeighbour}
    />
  );
}
