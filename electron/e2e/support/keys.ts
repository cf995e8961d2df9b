import type { Locator, Page } from '@playwright/test';
import { DEMO_LOGINS, DEMO_PASSWORD, type DemoRole } from './demo';
import { expect, test } from './program';

/** A person who is no typist presses so many keys a second; a modifier is a key of its own. */
const KEYS_A_SECOND = 3;
/** Farther than this nobody goes with Tab. */
const MOST_TABS = 25;

/** A keyboard that counts, and what people do with it alone. */
export function countingKeys(window: Page) {
  let count = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      count += key.split('+').length;
      await window.keyboard.press(key);
    }
  };
  const type = async (text: string) => {
    count += text.length;
    await window.keyboard.type(text);
  };
  const focused = (target: Locator) =>
    target.evaluateAll((found) => found.some((one) => one === document.activeElement));
  /** Tab by Tab to a control; says so where the keyboard does not come to it. */
  const tabTo = async (target: Locator) => {
    await expect(target.first()).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await focused(target)) return;
      await press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  };
  return {
    press,
    type,
    tabTo,
    /** Ctrl+K, a part of the name, Enter. */
    find: async (text: string, goal: RegExp) => {
      await press('Control+KeyK');
      await expect(window.getByRole('dialog').getByRole('combobox')).toBeFocused();
      await type(text);
      await expect(window.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(
        goal,
      );
      await press('Enter');
      await expect(window.getByRole('dialog')).toHaveCount(0);
    },
    logIn: async (role: DemoRole) => {
      // Of the demonstration: its people stand before the fields.
      await tabTo(window.getByLabel('Логин'));
      await type(DEMO_LOGINS[role]);
      await press('Tab');
      await type(DEMO_PASSWORD);
      await press('Enter');
      await expect(window.getByRole('navigation').first()).toBeVisible();
    },
    /** How long pressing took; it stands in the report of the story. */
    seconds: (what: string): number => {
      const seconds = count / KEYS_A_SECOND;
      const description = `${what}: ${count} keys, ${Math.round(seconds)} s`;
      test.info().annotations.push({ type: 'keys', description });
      console.log(description);
      return seconds;
    },
  };
}
