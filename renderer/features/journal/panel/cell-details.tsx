import { useCallback, useState } from 'react';
import { MAX_LATE_MINUTES, sameCell, type CellContent } from '#domain/journal/cell-content';
import { formatCell } from '#domain/journal/cell-text';
import { journalTexts } from '../../../text/journal';
import { notesTexts } from '../../../text/pupil-notes';
import { NoteDialog } from '../../pupil-notes/note-dialog';
import { closedAt } from '../desk/edits';
import { useDesk, useTopic } from '../hooks';
import type { Lesson, Pupil } from '../store/page-model';
import { cellKey } from '../store/keys';
import { editWithUndo } from '../store/undo';
import { markWords } from '../store/cell-words';
import { AutoText } from './auto-text';
import { BroughtLines } from './brought-lines';
import { CellHistory } from './cell-history';
import { Outlook } from './outlook';
import { Pad } from './pad';
import { fieldId } from './panel-field';
import classes from './panel.module.css';

/** The cell under the cursor in detail: each mark's work, minutes, remark, history. */
export function CellDetails(props: {
  readonly row: number;
  readonly col: number;
  readonly pupil: Pupil;
  readonly lesson: Lesson;
  readonly onLeave: () => void;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { pupil, lesson } = props;
  const key = cellKey(lesson.id, pupil.id);
  const { shown, stored } = useTopic(
    store.topics,
    `cell:${key}`,
    useCallback(() => store.cells.get(key), [store, key]),
  );
  const [asked, setAsked] = useState(false);
  const [noting, setNoting] = useState(false);
  const readOnly = closedAt(store, props.row, props.col) !== undefined;
  const edit = (change: Partial<CellContent>) =>
    desk.record(
      editWithUndo(store.cells, sameCell, key, { ...store.cells.get(key).shown, ...change }),
    );
  return (
    <div className={classes['section']}>
      <h2 className={classes['title']}>
        {pupil.name}
        <span className="sj-numbers">{formatCell(shown)}</span>
      </h2>
      {!readOnly && <Pad column="lesson" />}
      <Outlook pupil={pupil} />
      <BroughtLines pupil={pupil} />
      {shown.marks.length > 0 && (
        <div className={classes['dim']}>{markWords(store, lesson.id, shown).join('; ')}</div>
      )}
      {shown.attendance === 'late' && (
        <label className={classes['minutes']}>
          {journalTexts.cell.late}
          <input
            key={String(shown.lateMinutes)}
            className={classes['line']}
            defaultValue={shown.lateMinutes ?? ''}
            inputMode="numeric"
            maxLength={3}
            readOnly={readOnly}
            onBlur={({ currentTarget }) => {
              const minutes = Number(currentTarget.value);
              const fits = Number.isInteger(minutes) && minutes >= 0 && minutes <= MAX_LATE_MINUTES;
              if (fits) edit({ lateMinutes: minutes === 0 ? null : minutes });
              else currentTarget.value = String(shown.lateMinutes ?? '');
            }}
          />
        </label>
      )}
      <AutoText
        label={journalTexts.cell.remark}
        value={shown.remark}
        placeholder={journalTexts.cell.remarkHint}
        maxLength={500}
        readOnly={readOnly}
        rows={1}
        fieldId={fieldId('details')}
        onSave={(remark) => edit({ remark })}
        onLeave={props.onLeave}
      />
      <button type="button" className={classes['link']} onClick={() => setNoting(true)}>
        {notesTexts.open}
      </button>
      {noting && (
        <NoteDialog
          pupil={pupil}
          pageId={store.model.page.id}
          mayWrite={store.model.page.canEdit}
          onClose={() => setNoting(false)}
        />
      )}
      {asked ? (
        <CellHistory key={stored.version} lessonId={lesson.id} pupilId={pupil.id} />
      ) : (
        <button type="button" className={classes['link']} onClick={() => setAsked(true)}>
          {journalTexts.cell.history}
        </button>
      )}
    </div>
  );
}
