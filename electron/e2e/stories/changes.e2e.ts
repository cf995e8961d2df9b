import { randomUUID } from 'node:crypto';
import { demoSchool, DEMO_LOGINS, DEMO_PASSWORD, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

type Lesson = {
  readonly id: number;
  readonly pageId: number;
  readonly number: number;
  readonly className: string;
  readonly subjectName: string;
  readonly teachers: readonly { readonly id: number; readonly name: string }[];
  readonly changes: readonly unknown[];
};

test('a deputy gives a lesson away, the substitute fills exactly that one', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  let call = await pastTheScreen(window);

  // Tomorrow's lesson that the demonstration's teacher could take, of somebody who is there.
  await call('session', 'logIn', { login: DEMO_LOGINS.teacher, password: DEMO_PASSWORD });
  const { staffId } = (await call('session', 'current')).answer as { staffId: number };
  await call('session', 'logOut');
  await call('session', 'logIn', { login: DEMO_LOGINS.deputy, password: DEMO_PASSWORD });
  const day = (await call('changes', 'day', { date: '2026-11-24' })).answer as {
    lessons: readonly Lesson[];
  };
  let found: Lesson | undefined;
  for (const lesson of day.lessons) {
    if (lesson.teachers.length !== 1 || lesson.changes.length > 0) continue;
    const { substitutes } = (await call('changes', 'offers', { lessonId: lesson.id })).answer as {
      substitutes: readonly { staffId: number; merges: boolean }[];
    };
    if (substitutes.some((one) => one.staffId === staffId && !one.merges)) {
      found = lesson;
      break;
    }
  }
  const lesson = found!;
  const absent = lesson.teachers[0]!.name;
  const staff = (await call('people', 'staff')).answer as { id: number; lastName: string }[];
  const { lastName } = staff.find(({ id }) => id === staffId)!;

  // The tool took the window's way to the core: the screen needs one of its own.
  await window.reload();
  await logInAs(window, 'deputy');
  await go(window, 'Расписание');
  await window.getByRole('tab', { name: 'Замены', exact: true }).click();
  await expect(window.getByText('ждёт решения').first()).toBeVisible();
  await look(app, window, 'changes-day');

  await test.step('an absence in place, a substitute by keyboard', async () => {
    await window.getByRole('button', { name: 'Следующий учебный день' }).click();
    await expect(window.getByText('вторник, 24 ноября')).toBeVisible();
    await window.getByRole('button', { name: 'Отметить отсутствие' }).click();
    await window.getByRole('combobox', { name: 'Кто' }).fill(absent.split(' ')[0]!);
    await window.getByRole('option').first().click();
    await window.getByRole('button', { name: 'Записать' }).click();
    await expect(
      window.getByRole('button', { name: /^Убрать отсутствие: / }).first(),
    ).toBeVisible();
    const line = window
      .getByRole('region', { name: 'Уроки дня' })
      .getByRole('button', {
        name: new RegExp(
          `^${lesson.number}.*${lesson.className} · ${lesson.subjectName.slice(0, 5)}`,
        ),
      })
      .first();
    await line.focus();
    await window.keyboard.press('Enter');
    await window
      .getByRole('radio', { name: new RegExp(`^${lastName}`) })
      .first()
      .check();
    await look(app, window, 'changes-decision');
    await window.getByRole('button', { name: 'Назначить замену' }).click();
    await expect(line).toContainText(`${lastName} `);
    await expect(line).toContainText('Замена');
  });

  await test.step('the sheet for the wall and the register', async () => {
    await window.getByRole('button', { name: 'Лист на стену' }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
    await look(app, window, 'changes-sheet');
    await window.getByRole('button', { name: 'К заменам дня' }).click();
    await window.getByRole('tab', { name: 'Учёт замен' }).click();
    await expect(window.getByRole('grid', { name: 'Изменения' })).toBeVisible();
    await look(app, window, 'changes-register');
  });
  await logOut(window);

  await test.step('the substitute fills that lesson and no other', async () => {
    await logInAs(window, 'teacher');
    await expect(window.getByRole('main').getByText('замена').first()).toBeVisible();
    call = await pastTheScreen(window);
    await call('session', 'logIn', { login: DEMO_LOGINS.teacher, password: DEMO_PASSWORD });
    const { periods } = (await call('school', 'overview')).answer as {
      periods: { id: number; kind: string; number: number; gradeFrom: number; gradeTo: number }[];
    };
    const pages = (await call('journal', 'pages', {})).answer as { id: number; grade: number }[];
    const { grade } = pages.find(({ id }) => id === lesson.pageId)!;
    const part = periods.find(
      ({ kind, number, gradeFrom, gradeTo }) =>
        number === (kind === 'half' ? 1 : 2) &&
        kind !== 'year' &&
        gradeFrom <= grade &&
        grade <= gradeTo,
    )!;
    const page = (await call('journal', 'page', { pageId: lesson.pageId, periodId: part.id }))
      .answer as { lessons: (readonly [number, string, number, string, string, number])[] };
    const set = (lessonId: number) => ({
      requestId: randomUUID(),
      lessonId,
      version: page.lessons.find(([id]) => id === lessonId)![5],
      topic: 'Урок по замене',
      homework: '',
    });
    const other = page.lessons.find(([id]) => id !== lesson.id)![0];
    expect(await call('journal', 'setLesson', set(other))).toEqual({
      refused: 'FORBIDDEN',
      data: { why: 'notYourPage' },
    });
    expect(await call('journal', 'setLesson', set(lesson.id))).toMatchObject({
      answer: { version: expect.any(Number) },
    });
  });
});
