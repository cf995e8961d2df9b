import type { Place, Range } from '../../../ui/sheet-grid/range';
import type { Topics } from '../store/topics';
import { grownTo } from './range';

/** What the mouse points at beside the selection: the cell that is told of, the fill handle's way. */
export function createPointing(topics: Topics, range: () => Range) {
  let peeked: Place | undefined;
  let filling: Range | undefined;
  return {
    peeked: () => peeked,
    peek: (place: Place | undefined) => {
      if (place === peeked) return;
      peeked = place;
      topics.tell('peek');
    },
    filling: () => filling,
    drawFill: (place: Place | undefined) => {
      filling = place && grownTo(range(), place);
      topics.tell('fill');
    },
  };
}
