import type { ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { shell } from '../api/clients';
import { commonTexts } from '../text/common';
import { notifyError, notifyPlainly } from './notify';

function place(): HTMLElement {
  const node = document.createElement('div');
  node.id = 'sj-print';
  document.body.append(node);
  return node;
}

/**
 * Prints a sheet through the shell's dialog. The sheet is in the page only while it prints,
 * so that nothing secret stays behind. Answers whether it went to a printer.
 */
export async function printSheet(sheet: ReactNode, landscape = false): Promise<boolean> {
  const node = place();
  const root = createRoot(document.createElement('div'));
  flushSync(() => root.render(createPortal(sheet, node)));
  try {
    // Pictures are asked for by the page on its own time: the paper must not be quicker than they.
    await Promise.all([...node.querySelectorAll('img')].map((picture) => picture.decode()));
    const { outcome } = await shell.print({ landscape });
    if (outcome !== 'printed') notifyPlainly(commonTexts.printOutcome[outcome]);
    return outcome === 'printed';
  } catch (error) {
    notifyError(error);
    return false;
  } finally {
    root.unmount();
    node.remove();
  }
}
