import { flushSync } from 'react-dom';
import type { PageStore } from '../store/page-store';

/** So long a key waits to be drawn: a mark is mostly on the disk in half of that. */
const PATIENCE_MS = 8;

/**
 * Does what a key asks and draws it when its mark is durable, so that a mark is drawn once and not
 * first on its way and then saved; after a moment as it stands. What sends nothing is drawn at once.
 */
export function drawOnce({ topics, underWay }: PageStore, work: () => void): void {
  const draw = () => flushSync(topics.tellHeld);
  const before = underWay();
  topics.hold();
  try {
    work();
  } finally {
    const answer = underWay();
    if (answer === undefined || answer === before) topics.tellHeld();
    else {
      const timer = setTimeout(draw, PATIENCE_MS);
      const drawNow = () => {
        clearTimeout(timer);
        draw();
      };
      answer.then(drawNow, drawNow);
    }
  }
}
