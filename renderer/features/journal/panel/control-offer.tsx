import { useCallback } from 'react';
import { PLAIN_ASSIGNMENT } from '#domain/journal/assigned-work';
import { journalTexts } from '../../../text/journal';
import { useDesk, useTopic } from '../hooks';
import type { Lesson } from '../store/page-model';
import { sameWork, workKey } from '../store/keys';
import { editWithUndo } from '../store/undo';
import classes from './panel.module.css';

const words = journalTexts.control;

/** What the schedule of control works puts on the lesson; one action makes it a work of the lesson (T5). */
export function ControlOffer({ lesson }: { readonly lesson: Lesson }) {
  const desk = useDesk();
  const { store } = desk;
  const works = useTopic(
    store.topics,
    `works:${lesson.id}`,
    useCallback(() => store.worksOf(lesson.id), [store, lesson.id]),
  );
  const next = (works.at(-1)?.[0] ?? 0) + 1;
  return lesson.controls.map((control) => {
    const kind = store.model.workKinds.find(({ id }) => id === control.kindId);
    if (kind === undefined) return null;
    const chosen = works.some(([, { kindId }]) => kindId === kind.id);
    return (
      <div key={kind.id} className={classes['control']}>
        <span>{words.planned(kind.name, control)}</span>
        {!chosen && next <= 9 && store.model.mayFill(lesson.id) && (
          <button
            type="button"
            className={classes['link']}
            onClick={() =>
              desk.record(
                editWithUndo(store.works, sameWork, workKey(lesson.id, next), {
                  kindId: kind.id,
                  weight: kind.weight,
                  title: control.title,
                  ...PLAIN_ASSIGNMENT,
                }),
              )
            }
          >
            {words.take}
          </button>
        )}
      </div>
    );
  });
}
