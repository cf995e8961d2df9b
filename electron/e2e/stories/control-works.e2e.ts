import { demoSchool, DEMO_LOGINS, DEMO_PASSWORD, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

type Page = {
  readonly id: number;
  readonly subjectName: string;
  readonly groupName: string;
  readonly classes: readonly { readonly name: string }[];
  readonly mayPropose: boolean;
};
type Day = {
  readonly date: string;
  readonly lessons: readonly { readonly cancelled: boolean }[];
  readonly works: readonly string[];
  readonly over: readonly { readonly limit: string }[];
};

const TOMORROW = '2026-11-24';
const END = '2026-12-29';
const longDay = (date: string) =>
  new Intl.DateTimeFormat('ru', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

test('a teacher proposes a control work within the limits, the deputy fixes and prints', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });

  // A page of the demonstration's teacher that has a free day and a day already full.
  const call = await pastTheScreen(window);
  await call('session', 'logIn', { login: DEMO_LOGINS.teacher, password: DEMO_PASSWORD });
  const { pages } = (await call('controlWorks', 'schedule', { from: TOMORROW, to: END }))
    .answer as {
    pages: readonly Page[];
  };
  let found: { page: Page; free: Day; next: Day; full: Day } | undefined;
  for (const page of pages.filter(
    ({ mayPropose, classes }) => mayPropose && classes.length === 1,
  )) {
    const input = { pageId: page.id, from: TOMORROW, to: END, workId: null };
    const days = ((await call('controlWorks', 'offers', input)).answer as readonly Day[]).filter(
      ({ lessons }) => lessons.some(({ cancelled }) => !cancelled),
    );
    const at = days.findIndex(
      (day, index) =>
        day.over.length === 0 && day.works.length === 0 && days[index + 1]?.over.length === 0,
    );
    const full = days.find(({ over }) => over.some(({ limit }) => limit === 'perDay'));
    if (at >= 0 && full !== undefined) {
      found = { page, free: days[at]!, next: days[at + 1]!, full };
      break;
    }
  }
  const { page, free, next, full } = found!;
  const className = page.classes[0]!.name;
  const grid = window.getByRole('grid', { name: 'График контрольных работ' });
  const cell = (date: string) =>
    grid.getByRole('gridcell', { name: new RegExp(`^${className}, ${longDay(date)}`) });
  const open = async () => {
    await go(window, 'Расписание');
    await window.getByRole('tab', { name: 'Контрольные работы' }).click();
    await expect(grid).toBeVisible();
  };

  // The tool took the window's way to the core: the screen needs one of its own.
  await window.reload();
  await logInAs(window, 'teacher');
  await open();

  await test.step('the load of the class is seen before anything is saved', async () => {
    await cell(free.date).focus();
    await window.keyboard.press('Enter');
    const panel = window.getByRole('complementary', {
      name: `${className}, ${longDay(free.date)}`,
    });
    await panel.getByRole('combobox', { name: 'Предмет' }).click();
    await window
      .getByRole('option', {
        name: [page.subjectName, page.groupName].filter(Boolean).join(', '),
        exact: true,
      })
      .click();
    await panel.getByRole('textbox', { name: 'Тема' }).fill('Итоги раздела');
    await panel.getByRole('gridcell', { name: new RegExp(`^${longDay(full.date)}`) }).click();
    await expect(panel.getByText(/за день 2 при норме 1/).last()).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Записать' })).toBeDisabled();
    await look(app, window, 'control-works-proposal');
    await panel.getByRole('gridcell', { name: new RegExp(`^${longDay(free.date)}`) }).focus();
    await window.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Записать' }).click();
    await expect(cell(free.date)).toHaveAccessibleName(/предложение/);
  });

  await test.step('it is moved by keyboard, and the move is undone', async () => {
    await cell(free.date).focus();
    await window.keyboard.press('Alt+ArrowRight');
    await expect(cell(next.date)).toHaveAccessibleName(/предложение/);
    await expect(cell(free.date)).not.toHaveAccessibleName(/предложение/);
    await window.keyboard.press('Control+z');
    await expect(cell(free.date)).toHaveAccessibleName(/предложение/);
  });

  await test.step('and drawn to another day by the mouse, back again by the button', async () => {
    await cell(free.date).locator('[draggable="true"]').dragTo(cell(next.date));
    await expect(cell(next.date)).toHaveAccessibleName(/предложение/);
    await window.getByRole('button', { name: /^Отменить последнее/ }).click();
    await expect(cell(free.date)).toHaveAccessibleName(/предложение/);
  });
  await logOut(window);

  await test.step('the deputy fixes it', async () => {
    await logInAs(window, 'deputy');
    await open();
    await look(app, window, 'control-works');
    await cell(free.date).click();
    const panel = window.getByRole('complementary', {
      name: `${className}, ${longDay(free.date)}`,
    });
    await expect(panel.getByText('Итоги раздела')).toBeVisible();
    await panel.getByRole('button', { name: 'Утвердить', exact: true }).click();
    await expect(panel.getByText('утверждена', { exact: true })).toBeVisible();
    await expect(cell(free.date)).not.toHaveAccessibleName(/предложение/);
    await look(app, window, 'control-works-fixed');
    await window.getByRole('button', { name: 'Нормы' }).click();
    await expect(window.getByRole('grid', { name: /Сколько контрольных/ })).toBeVisible();
    await look(app, window, 'control-works-limits');
  });

  await test.step('and prints the schedule', async () => {
    await window.getByRole('button', { name: 'Напечатать' }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
    await look(app, window, 'control-works-paper');
    await window.getByRole('combobox', { name: 'Что напечатать' }).click();
    await window.getByRole('option', { name: /По классам/ }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
  });
  await logOut(window);

  await test.step('the teacher can change it no more; the page of the journal knows it', async () => {
    await logInAs(window, 'teacher');
    await open();
    await cell(free.date).click();
    const panel = window.getByRole('complementary', {
      name: `${className}, ${longDay(free.date)}`,
    });
    await expect(panel.getByText('Итоги раздела')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Убрать' })).toHaveCount(0);
    await go(window, 'Журнал');
    await window.getByRole('heading', { level: 1 }).getByRole('button').click();
    await window
      .getByRole('option')
      .filter({ hasText: className })
      .filter({ hasText: page.subjectName })
      .filter({ hasText: page.groupName })
      .first()
      .click();
    const head = window.getByRole('columnheader', { name: /По графику: .*Итоги раздела/ });
    await head.getByRole('button').scrollIntoViewIfNeeded();
    await head.getByRole('button').click();
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'Назначить на урок' }).click();
    await expect(head).toHaveAccessibleName(/Контрольная работа, письменно, вес 3/);
  });
});
