/**
 * A table that is the work of its screen takes the keyboard when it is drawn; not from somebody who
 * has called a dialog meanwhile.
 */
export function takeKeyboard(element: HTMLElement | null | undefined): void {
  if (document.activeElement?.closest('[role="dialog"]')) return;
  element?.focus({ preventScroll: true });
}
