/**
 * Puts text on the clipboard. `navigator.clipboard` asks for a permission the window does not have;
 * the copy event of a key or a click needs none.
 */
export function copyText(text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
}
