import { useDesk } from '../hooks';
import { broughtMarksText } from '../store/brought';
import type { Pupil } from '../store/page-model';
import { journalTexts } from '../../../text/journal';
import classes from './panel.module.css';

/** What the pupil brought from another school for the shown period. */
export function BroughtLines({ pupil }: { readonly pupil: Pupil }) {
  const { model } = useDesk().store;
  const marks = broughtMarksText(model, pupil);
  if (marks === '') return null;
  const texts = journalTexts.brought;
  return (
    <div className={classes['dim']}>
      {texts.marks(marks, model.brought.school(pupil.id) ?? '')}. {texts.counted}
    </div>
  );
}
