import { cp, mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launch } from './program';

export const DEMO_PASSWORD = 'демо';
export const DEMO_LOGINS = {
  director: 'director',
  deputy: 'zavuch',
  administrator: 'admin',
  secretary: 'secretary',
  classTeacher: 'klassruk',
  teacher: 'teacher',
} as const;
export type DemoRole = keyof typeof DEMO_LOGINS;

/** One for all stories of a worker: built once, copied for each. */
const template = path.join(os.tmpdir(), `school-journal-demo-${process.ppid}-${process.pid}`);
let built: Promise<void> | undefined;

async function build(): Promise<void> {
  await rm(template, { recursive: true, force: true });
  const { window, close } = await launch({ dataFolder: template, args: ['--demo'] });
  await expect(window.getByRole('heading', { name: 'Демонстрационная школа' })).toBeVisible({
    timeout: 60_000,
  });
  await close();
  process.once('exit', () => void rm(template, { recursive: true, force: true }));
}

/** Lays the demonstration school into a folder of data. */
export async function demoSchool(dataFolder: string): Promise<void> {
  await (built ??= build());
  await mkdir(dataFolder, { recursive: true });
  await cp(path.join(template, 'demo'), path.join(dataFolder, 'demo'), { recursive: true });
}

/** Logs in by the fields, as in a real school. */
export async function logIn(window: Page, login: string, password: string): Promise<void> {
  await window.getByLabel('Логин').fill(login);
  await window.getByLabel('Пароль', { exact: true }).fill(password);
  await window.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(window.getByRole('navigation').first()).toBeVisible();
}

export const logInAs = (window: Page, role: DemoRole): Promise<void> =>
  logIn(window, DEMO_LOGINS[role], DEMO_PASSWORD);

/** Through the menu of the one who works. */
export async function logOut(window: Page): Promise<void> {
  await window.getByRole('button', { name: /: меню$/ }).click();
  await window.getByRole('menuitem', { name: 'Выйти из журнала' }).click();
  await expect(window.getByLabel('Логин')).toBeVisible();
}
