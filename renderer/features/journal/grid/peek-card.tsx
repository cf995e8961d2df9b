import type { Place } from '../../../ui/sheet-grid/range';
import { useDesk, useTopic } from '../hooks';
import { CellHistory } from '../panel/cell-history';
import { cellKey } from '../store/keys';
import { cellHint } from './cell-hint';
import { cellId } from './mark-cell';
import classes from './peek-card.module.css';

/** Below the cell, or above it where there is no room; in pixels of the page around. */
type Spot = { readonly left: number; readonly top?: number; readonly bottom?: number };

const ROOM = 220;
const WIDTH = 320;

function spotOf({ row, col }: Place): Spot | undefined {
  const cell = document.getElementById(cellId(row, col));
  const page = cell?.closest('section')?.getBoundingClientRect();
  const box = cell?.getBoundingClientRect();
  if (box === undefined || page === undefined) return undefined;
  const left = Math.max(0, Math.min(box.left - page.left, page.width - WIDTH));
  return box.bottom + ROOM > window.innerHeight
    ? { left, bottom: page.bottom - box.top + 4 }
    : { left, top: box.bottom - page.top + 4 };
}

/** What is to be said of the cell the mouse rests on: work and weight, remark, why closed, history. */
export function PeekCard() {
  const desk = useDesk();
  const { store } = desk;
  const place = useTopic(store.topics, 'peek', desk.peeked);
  const spot = place && spotOf(place);
  if (place === undefined || spot === undefined) return null;
  const lines = cellHint(store, place).split('\n');
  const [pupil, column] = [store.model.pupils[place.row], store.model.columns[place.col]];
  const lessonId = column?.kind === 'lesson' ? column.lesson.id : undefined;
  const changed =
    pupil !== undefined &&
    lessonId !== undefined &&
    store.cells.get(cellKey(lessonId, pupil.id)).stored.version > 0;
  // A cell in which there never was anything has nothing to say.
  if (lines.length < 2 && !changed) return null;
  return (
    <div role="tooltip" className={classes['card']} style={{ ...spot, maxWidth: WIDTH }}>
      {lines.map((line, index) => (
        <div key={index} className={index === 0 ? classes['whose'] : undefined}>
          {line}
        </div>
      ))}
      {changed && <CellHistory lessonId={lessonId} pupilId={pupil.id} most={4} />}
    </div>
  );
}
