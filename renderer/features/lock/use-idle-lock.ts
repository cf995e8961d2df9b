import { useEffect } from 'react';
import { core } from '../../api/clients';
import { patchSession } from '../../api/session-state';
import { notifyError } from '../../ui/notify';

const TOUCH_EVERY_MS = 30_000;
const LOOK_EVERY_MS = 5_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks this window: at once on the screen, then in the core. */
export function lockNow(): void {
  patchSession({ locked: true });
  core.session.lock().catch(notifyError);
}

/** Locks the window after so many minutes without a key or a move of the mouse; tells the core of life. */
export function useIdleLock(idleMinutes: number): void {
  useEffect(() => {
    let lastSign = Date.now();
    let lastTouch = 0;
    const alive = () => {
      lastSign = Date.now();
      if (lastSign - lastTouch < TOUCH_EVERY_MS) return;
      lastTouch = lastSign;
      // A refusal says that the session is over; the client has noticed it already.
      core.session.touch().catch(() => undefined);
    };
    const look = () => {
      if (Date.now() - lastSign >= idleMinutes * 60_000) lockNow();
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true });
    return () => {
      window.clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, alive);
    };
  }, [idleMinutes]);
}
