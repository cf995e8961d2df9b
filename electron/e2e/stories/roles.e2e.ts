import { randomUUID } from 'node:crypto';
import {
  demoSchool,
  DEMO_LOGINS,
  DEMO_PASSWORD,
  logInAs,
  logOut,
  type DemoRole,
} from '../support/demo';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

const RAIL: Readonly<Record<DemoRole, { sees: readonly string[]; misses: readonly string[] }>> = {
  administrator: { sees: ['Ученики', 'Копии', 'Школа', 'Пользователи'], misses: [] },
  director: { sees: ['Журнал', 'Отчёты', 'Ученики'], misses: ['Импорт'] },
  deputy: { sees: ['Журнал', 'Отчёты', 'Копии'], misses: [] },
  classTeacher: {
    sees: ['Журнал', 'Ученики', 'Отчёты'],
    misses: ['Пользователи', 'Копии', 'Импорт'],
  },
  teacher: {
    // Of reports: own corrections and sheets to fill by hand.
    sees: ['Журнал', 'Расписание', 'Отчёты'],
    misses: ['Пользователи', 'Копии', 'Ученики'],
  },
  secretary: { sees: ['Ученики'], misses: ['Журнал', 'Пользователи', 'Копии', 'Отчёты'] },
};

test('each role logs in and finds only what it works with', async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  for (const role of Object.keys(RAIL) as DemoRole[]) {
    await test.step(role, async () => {
      await logInAs(window, role);
      const rail = window.getByRole('navigation').first();
      for (const name of RAIL[role].sees) {
        await expect(
          rail.getByRole('link', { name, exact: true }),
          `${role}: ${name}`,
        ).toBeVisible();
      }
      for (const name of RAIL[role].misses) {
        await expect(rail.getByRole('link', { name, exact: true }), `${role}: ${name}`).toHaveCount(
          0,
        );
      }
      await logOut(window);
      await expect(window.getByLabel('Логин')).toBeVisible();
    });
  }
});

test("a teacher is refused another's page past the screen", async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  const call = await pastTheScreen(window);
  expect(await call('journal', 'pages')).toMatchObject({ refused: 'NOT_SIGNED_IN' });

  const deputy = { login: DEMO_LOGINS.deputy, password: DEMO_PASSWORD };
  await call('session', 'logIn', deputy);
  const everybodys = (await call('journal', 'pages')).answer as { id: number; grade: number }[];
  const overview = (await call('school', 'overview')).answer as {
    periods: { id: number; kind: string; number: number }[];
  };
  const quarter = overview.periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!;
  await call('session', 'logOut');

  await call('session', 'logIn', { login: DEMO_LOGINS.teacher, password: DEMO_PASSWORD });
  const own = (await call('journal', 'pages')).answer as { id: number }[];
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(everybodys.length);
  const mine = new Set(own.map(({ id }) => id));
  const foreign = everybodys.find(({ id, grade }) => !mine.has(id) && grade === 8)!;
  const refused = { refused: 'FORBIDDEN', data: { why: 'notYourPage' } };
  const look = { pageId: foreign.id, periodId: quarter.id };
  expect(await call('journal', 'page', look)).toEqual(refused);

  // What no screen would send is told as that, not as a failure of the program.
  expect(await call('journal', 'page', { pageId: 'моя', periodId: quarter.id })).toEqual({
    refused: 'BAD_REQUEST',
    data: undefined,
  });
  expect(await call('journal', 'enterCell', { requestId: 'нет' })).toMatchObject({
    refused: 'BAD_REQUEST',
  });

  await call('session', 'logOut');
  await call('session', 'logIn', deputy);
  const page = (await call('journal', 'page', look)).answer as {
    lessons: number[][];
    pupils: number[][];
  };
  const mark = {
    requestId: randomUUID(),
    lessonId: page.lessons[0]![0],
    pupilId: page.pupils[0]![0],
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value: '5' }] },
  };
  expect(await call('journal', 'enterCell', mark)).toMatchObject({ refused: 'FORBIDDEN' });
  await call('session', 'logOut');
  await call('session', 'logIn', { login: DEMO_LOGINS.teacher, password: DEMO_PASSWORD });
  expect(await call('journal', 'enterCell', mark)).toEqual(refused);
  expect(await call('people', 'staff')).toMatchObject({ refused: 'FORBIDDEN' });
  expect(await call('copies', 'list')).toMatchObject({ refused: 'FORBIDDEN' });
});
