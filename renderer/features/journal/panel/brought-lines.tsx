import { useDesk } from '../hooks';
import { broughtSaid } from '../store/brought';
import type { Pupil } from '../store/page-model';
import { journalTexts } from '../../../text/journal';
import classes from './panel.module.css';

/** What the pupil brings for the shown period from another school or class. */
export function BroughtLines({ pupil }: { readonly pupil: Pupil }) {
  const { model } = useDesk().store;
  const said = broughtSaid(model, pupil);
  if (said === '') return null;
  return (
    <div className={classes['dim']}>
      {said}. {journalTexts.brought.counted}
    </div>
  );
}
