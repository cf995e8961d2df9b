import { useCallback, type ReactNode } from 'react';
import { formatDate } from '#domain/calendar/iso-date';
import { useSaving } from '../../../api/saving';
import { journalTexts } from '../../../text/journal';
import { outagesTexts } from '../../../text/outages';
import { journalPaste } from '../../../text/journal-paste';
import { againstProposal } from '../desk/proposal';
import type { Desk } from '../desk/desk-type';
import { leftOut, type PastePlan } from '../desk/clipboard';
import { useDesk, useTopic } from '../hooks';
import { samePeriodMark } from '../store/keys';
import type { PageStore } from '../store/page-store';
import type { Problem } from '../store/saving-state';
import { editWithUndo } from '../store/undo';
import { noticeText, savingProblemText } from './notice-text';
import { pasteText } from './paste-text';
import { closedText, pointsAt } from './place-text';
import { SelectionLine } from './selection-line';
import { Button } from './button';
import { AskNote, AskProposed } from './period-questions';
import classes from './strip.module.css';

/** The slots a problem belongs to, whatever they hold. */
function slotsOf(store: PageStore, { topic }: Problem) {
  const [kind = '', ...key] = topic.split(':');
  const slots = {
    cell: store.cells,
    lesson: store.lessons,
    homework: store.homework,
    work: store.works,
    periodMark: store.periodMarks,
  }[kind];
  return { slots, key: key.join(':') };
}

function SavingProblem(props: { readonly problem: Problem; readonly onDone: () => void }) {
  const { store } = useDesk();
  const { problem } = props;
  const { slots, key } = slotsOf(store, problem);
  const decide = (what: 'keepMine' | 'letGo') => {
    slots?.[what](key);
    props.onDone();
  };
  const texts = journalTexts.conflict;
  return (
    <div className={`${classes['message']} ${classes['attention']}`} role="alert">
      <span>{savingProblemText(store.model, problem)}</span>
      {problem.slot.sign === 'conflict' ? (
        <>
          <Button main onClick={() => decide('keepMine')}>
            {/^(?:lesson|homework):/.test(problem.topic) ? texts.mineText : texts.mine}
          </Button>
          <Button onClick={() => decide('letGo')}>{texts.other}</Button>
        </>
      ) : (
        <Button onClick={() => decide('letGo')}>{journalTexts.dismiss}</Button>
      )}
    </div>
  );
}

function PasteQuestion(props: {
  readonly desk: Desk;
  readonly plan: PastePlan;
  readonly onDone: () => void;
}) {
  const { desk, plan } = props;
  const texts = journalPaste;
  const answer = (yes: boolean) => {
    desk.answerPaste(yes);
    props.onDone();
  };
  return (
    <div className={`${classes['message']} ${classes['attention']}`} role="alert">
      <span className={classes['whole']}>{pasteText(desk.store, plan)}</span>
      <Button main onClick={() => answer(true)}>
        {leftOut(plan) > 0 ? texts.rest : texts.yes}
      </Button>
      <Button onClick={() => answer(false)}>{texts.no}</Button>
    </div>
  );
}

/** The period mark under the cursor, where it is not the proposed one and may be changed. */
const askedWhy = ({ store, cursor }: Desk) =>
  store.model.page.canEdit ? againstProposal(store, cursor()) : undefined;

/** Asks for a word where the period mark under the cursor is not the proposed one. */
function NoteQuestion(props: { readonly onDone: () => void }) {
  const desk = useDesk();
  const { store } = desk;
  const asked = askedWhy(desk);
  if (asked === undefined) return null;
  const { key, shown, proposed, demanded } = asked;
  return (
    <div className={classes['message']}>
      <label htmlFor="journal-note">
        {journalTexts.periodMark.asks(proposed, shown.value, demanded)}
      </label>
      <input
        key={`${key}${shown.note}`}
        id="journal-note"
        className={classes['note']}
        defaultValue={shown.note}
        maxLength={500}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') props.onDone();
        }}
        onBlur={(event) => {
          const next = { ...shown, note: event.currentTarget.value.trim() };
          if (next.note === '' && demanded) return;
          desk.record(editWithUndo(store.periodMarks, samePeriodMark, key, next));
        }}
      />
    </div>
  );
}

const Legend = ({ keys }: { readonly keys: readonly (readonly [string, string])[] }) => (
  <div className={classes['legend']}>
    {keys.map(([key, what]) => (
      <span key={key}>
        <kbd>{key}</kbd> {what}
      </span>
    ))}
  </div>
);

/** What needs to be said now, or else the keys. */
function Message(props: { readonly onDone: () => void; readonly spans: boolean }) {
  const { onDone } = props;
  const desk = useDesk();
  const { store } = desk;
  const { topics } = store;
  const notice = useTopic(topics, 'notice', desk.notice);
  const cursor = useTopic(topics, 'cursor', desk.cursor);
  const pupilId = store.model.pupils[cursor.row]?.id ?? 0;
  useTopic(
    topics,
    `pupil:${pupilId}`,
    useCallback(() => store.averages.of(pupilId, store.model.period), [store, pupilId]),
  );
  const { problems } = useTopic(topics, 'state', store.state);
  const column = store.model.columns[cursor.col];
  const here = problems.find(
    ({ topic }) =>
      topic === `cell:${column?.kind === 'lesson' ? column.lesson.id : 0}:${pupilId}` ||
      topic === `periodMark:${pupilId}:${column?.kind === 'period' ? column.period.id : 0}`,
  );
  const problem = here ?? problems.at(-1);
  if (notice?.kind === 'askPaste') {
    return <PasteQuestion desk={desk} plan={notice.plan} onDone={onDone} />;
  }
  if (notice?.kind === 'askNote') {
    const { key, value } = notice;
    return <AskNote key={`${key} ${value}`} desk={desk} notice={notice} onDone={onDone} />;
  }
  if (notice?.kind === 'askProposed') {
    return <AskProposed desk={desk} notice={notice} onDone={onDone} />;
  }
  if (notice !== undefined) {
    return (
      <div className={classes['message']} role="status">
        <span>{noticeText(store, notice, cursor)}</span>
      </div>
    );
  }
  if (problem !== undefined) return <SavingProblem problem={problem} onDone={onDone} />;
  if (props.spans) return <Legend keys={journalTexts.legendOfSpans} />;
  const closed = closedText(store, cursor);
  if (closed !== undefined) {
    return (
      <div className={classes['message']} role="status">
        <span>{closed}</span>
      </div>
    );
  }
  if (askedWhy(desk) !== undefined) return <NoteQuestion onDone={onDone} />;
  const outage = column?.kind === 'lesson' ? store.model.outageOf(column.lesson.id) : undefined;
  if (
    outage?.active === true &&
    column?.kind === 'lesson' &&
    store.model.mayFill(column.lesson.id)
  ) {
    return (
      <div className={classes['message']} role="status">
        <span>{outagesTexts.enterNow(outage.cause, formatDate(outage.untilDay))}</span>
      </div>
    );
  }
  const { page } = store.model;
  const keys =
    page.noMarks !== null ? '' : page.grading === 'credit' ? '+ −' : pointsAt(store, cursor);
  return (
    <Legend
      keys={
        column?.kind === 'period' ? journalTexts.legendOfPeriod(keys) : journalTexts.legend(keys)
      }
    />
  );
}

function SavingState() {
  const { store } = useDesk();
  const { unsent, problems } = useTopic(store.topics, 'state', store.state);
  const saving = useSaving();
  const texts = journalTexts.state;
  if (unsent > 0) {
    return (
      <>
        <span className={`${classes['state']} ${classes['bad']}`} role="alert">
          {texts.unsent(unsent)}
        </span>
        <Button
          onClick={() => {
            for (const slots of [store.cells, store.lessons, store.works, store.periodMarks]) {
              slots.retry();
            }
          }}
        >
          {texts.retry}
        </Button>
      </>
    );
  }
  return (
    <span className={classes['state']} role="status">
      {saving ? texts.saving : problems.length > 0 ? '' : texts.saved}
    </span>
  );
}

/** Who else has the page open. */
function Colleagues() {
  const { store } = useDesk();
  const people = useTopic(store.topics, 'people', store.people);
  if (people.length === 0) return null;
  const text = journalTexts.people(people);
  return (
    <span className={classes['people']} title={text} role="status">
      {text}
    </span>
  );
}

/** The strip under the grid: keys, reasons and questions at the left, the state at the right. */
export const Strip = (props: {
  readonly onDone: () => void;
  /** Columns are weeks or months: other keys work. */
  readonly spans: boolean;
  readonly children: ReactNode;
}) => (
  <div className={classes['strip']}>
    <Message onDone={props.onDone} spans={props.spans} />
    <SelectionLine />
    {props.children}
    <Colleagues />
    <SavingState />
  </div>
);
