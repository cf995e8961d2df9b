import type { Locator, Page } from '@playwright/test';
import { expect } from './program';

/** A key waits eight milliseconds at most for its mark to be durable before it is drawn. */
const DRAWN_MS = 20;

/** The journal page as a person at the keyboard meets it. */
export function journalPage(window: Page) {
  const grid = window.getByRole('grid');
  const cell = (row: number, col: number): Locator =>
    grid.locator(`[role="gridcell"][data-row="${row}"][data-col="${col}"]`);
  return {
    grid,
    cell,
    /** Opens one of the pages on the start screen. */
    open: async (className: string) => {
      await window.getByRole('link', { name: 'Мои дела', exact: true }).click();
      await window
        .getByRole('region', { name: 'Мои страницы журнала' })
        .getByRole('link', { name: new RegExp(`^${className}`) })
        .first()
        .click();
      await expect(grid).toBeVisible();
      await grid.focus();
      await expect(grid).toHaveAttribute('aria-activedescendant', /./);
    },
    /** Where the cursor stands. */
    cursor: async (): Promise<{ row: number; col: number }> => {
      const id = await grid.getAttribute('aria-activedescendant');
      const at = grid.locator(`[id="${id}"]`);
      return {
        row: Number(await at.getAttribute('data-row')),
        col: Number(await at.getAttribute('data-col')),
      };
    },
    /** Presses the keys one after another; the last one is drawn by the end. */
    press: async (...keys: readonly string[]) => {
      for (const key of keys) await window.keyboard.press(key);
      await window.waitForTimeout(DRAWN_MS);
    },
    /** Nothing is still on its way to the disk. */
    allSaved: () => expect(grid.locator('[data-sign="saving"]')).toHaveCount(0),
    text: async (row: number, col: number) => (await cell(row, col).innerText()).trim(),
  };
}
