import { useEffect, useEffectEvent } from 'react';

/** Ctrl+P paper, Ctrl+S file, Alt+↓/↑ the next one; by the physical key, the layout may be Russian. */
export function useDocumentKeys(act: {
  readonly print: () => void;
  readonly save: () => void;
  readonly step?: ((by: 1 | -1) => void) | undefined;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowDown' && act.step) act.step(1);
    else if (event.altKey && event.key === 'ArrowUp' && act.step) act.step(-1);
    else if (event.ctrlKey && event.code === 'KeyP') act.print();
    else if (event.ctrlKey && event.code === 'KeyS') act.save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
