import { useState } from 'react';
import { journalTexts, periodTitle } from '../../../text/journal';
import type { Desk } from '../desk/desk-type';
import type { Notice } from '../desk/notice';
import { Button } from './button';
import classes from './strip.module.css';

const texts = journalTexts.periodMark;

/** Asks in place why the mark is what it is; without a word it is not set (J6, КИА 5.1). */
export function AskNote(props: {
  readonly desk: Desk;
  readonly notice: Extract<Notice, { kind: 'askNote' }>;
  readonly onDone: () => void;
}) {
  const { desk, notice } = props;
  const [note, setNote] = useState('');
  const [empty, setEmpty] = useState(false);
  const answer = (text: string | undefined) => {
    props.onDone();
    desk.answerNote(text);
  };
  const enter = () => (note.trim() === '' ? setEmpty(true) : answer(note.trim()));
  return (
    <div className={`${classes['message']} ${classes['attention']}`}>
      <label htmlFor="journal-note" className={classes['whole']}>
        {texts.whyNeeded(notice.value, notice.reasons)} {empty && <b>{texts.noteEmpty}</b>}
      </label>
      <input
        id="journal-note"
        className={classes['note']}
        value={note}
        maxLength={500}
        autoFocus
        aria-invalid={empty}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          else if (event.key === 'Escape') answer(undefined);
        }}
      />
      <Button main onClick={enter}>
        {texts.setWithNote(notice.value)}
      </Button>
      <Button onClick={() => answer(undefined)}>{texts.dontSet}</Button>
    </div>
  );
}

/** What «поставить все предложенные» would do, before it is done. */
export function AskProposed(props: {
  readonly desk: Desk;
  readonly notice: Extract<Notice, { kind: 'askProposed' }>;
  readonly onDone: () => void;
}) {
  const { plan } = props.notice;
  const answer = (yes: boolean) => {
    props.onDone();
    props.desk.answerProposed(yes);
  };
  return (
    <div className={`${classes['message']} ${classes['attention']}`} role="alert">
      <span className={classes['whole']}>{texts.all.ask(periodTitle(plan.period), plan)}</span>
      <Button main onClick={() => answer(true)}>
        {texts.all.yes(plan.marks.length)}
      </Button>
      <Button onClick={() => answer(false)}>{texts.all.no}</Button>
    </div>
  );
}
