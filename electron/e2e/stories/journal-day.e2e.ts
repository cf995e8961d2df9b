import { demoSchool, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { countingKeys } from '../support/keys';
import { expect, test } from '../support/program';

const LESSONS = 6;
const MOST_SECONDS = 240;

test('six lessons by keyboard only in less than four minutes of pressing keys: attendance, marks, topic, homework', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await demoSchool(dataFolder);
  // The lessons of this week are held and nothing of them is written yet.
  const { window } = await start({ args: ['--demo'], today: '2026-11-27' });
  await logInAs(window, 'teacher');
  const page = journalPage(window);
  await page.open('8-А');
  const keys = countingKeys(window);
  const heading = window.getByRole('heading', { level: 1 });
  const lesson = window.getByRole('heading', { level: 2 }).filter({ hasText: 'урок' });
  const topic = window.getByLabel('Тема', { exact: true });
  const homework = window.getByRole('textbox', { name: 'Домашнее задание' });
  const where = async () => `${await heading.innerText()} ${await lesson.innerText()}`;
  /** Another lesson than `before`, whole: the page's name comes before its lesson. */
  const arrived = async (
    before: string,
    known: (name: string) => boolean = () => true,
  ): Promise<string> => {
    let last = before;
    await expect
      .poll(async () => {
        const now = await where();
        const stays = now === last && now !== before && known(now);
        last = now;
        return stays;
      })
      .toBe(true);
    return last;
  };

  await keys.press('Control+KeyG');
  await expect(window.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await keys.type('23.11');
  await keys.press('Enter');
  await expect(lesson).toContainText('23 ноября');
  const done = new Map<string, { readonly column: readonly string[]; readonly topic: string }>();
  const column = async (col: number) =>
    page.grid.locator(`[role="gridcell"][data-col="${col}"]`).allInnerTexts();

  for (let at = 0; at < LESSONS; at += 1) {
    const before = await where();
    if (at > 0) await keys.press('Control+PageDown');
    // Typed without waiting for the page: the first is absent, the third ill and late the fourth.
    await keys.press('KeyY', 'ArrowDown', 'Comma', 'KeyJ', '5', 'Enter');
    // Marks of the lesson, the cursor goes down by itself.
    await keys.press('5', '4', 'ArrowDown', '3', '5');
    if (at > 0) await arrived(before);
    const { col } = await page.cursor();
    await expect(window.getByText(/^урок \d+ /)).toBeVisible();
    await keys.press('Control+KeyT');
    await expect(topic).not.toHaveValue('');
    await keys.press('Alt+KeyH');
    await expect(homework).toBeFocused();
    await keys.press('Control+KeyA');
    await keys.type(`Упр. ${at + 1}, стр. 41`);
    await keys.press('Escape');
    await expect(page.grid).toBeFocused();
    done.set(await where(), { column: await column(col), topic: await topic.inputValue() });
  }
  expect(done.size).toBe(LESSONS);
  const seconds = keys.seconds(`${LESSONS} lessons`);
  expect(seconds).toBeLessThan(MOST_SECONDS);

  await test.step('all of it stands there after a new log-in', async () => {
    await page.allSaved();
    await window.reload();
    await logInAs(window, 'teacher');
    await expect(page.grid).toBeVisible();
    let here = '';
    for (let at = LESSONS - 1; at >= 0; at -= 1) {
      here = await arrived(here, (lessonThere) => done.has(lessonThere));
      const expected = done.get(here);
      // The heading is there before the marks are.
      await expect.poll(async () => column((await page.cursor()).col)).toEqual(expected?.column);
      expect(expected?.column.filter((text) => text !== '').length).toBeGreaterThanOrEqual(7);
      await expect(topic).toHaveValue(expected?.topic ?? '');
      await expect(homework).toHaveValue(`Упр. ${at + 1}, стр. 41`);
      if (at === 0) break;
      await window.keyboard.press('Control+PageUp');
    }
  });
});
