/** Where the screen of the program begins, after the rail. */
export const CONTENT_ID = 'sj-content';

/**
 * The keyboard goes to the screen: the next Tab is its first control. What took it already keeps it;
 * the sheet that stood there gets it back.
 */
export function toContent(): void {
  const content = document.getElementById(CONTENT_ID);
  if (content?.contains(document.activeElement) !== false) return;
  const sheet = content.querySelector<HTMLElement>('[role="grid"][aria-activedescendant]');
  (sheet ?? content).focus({ preventScroll: true });
}

/** Out of a table that keeps Tab to itself: back to the beginning of the screen. */
export const toContentStart = (): void =>
  document.getElementById(CONTENT_ID)?.focus({ preventScroll: true });
