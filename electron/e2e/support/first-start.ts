import type { Page } from '@playwright/test';
import { expect } from './program';

export const ADMINISTRATOR = { login: 'kuznetsova', password: 'кот мурлычет 7' };

/** Walks the assistant as a person would, and gives the recovery key that it showed. */
export async function makeNewJournal(window: Page): Promise<string> {
  const next = window.getByRole('button', { name: 'Дальше' });
  await window.getByRole('button', { name: /Новый журнал/ }).click();
  await window.getByLabel('Название школы').fill('МБОУ «Средняя школа № 0»');
  await window.getByLabel('Город или посёлок').fill('Энск');
  await next.click();
  await expect(window.getByText('1–9 классы: четверти')).toBeVisible();
  await next.click();
  await window.getByLabel('Фамилия').fill('Кузнецова');
  await window.getByLabel('Имя', { exact: true }).fill('Алла');
  await window.getByLabel('Логин').fill(ADMINISTRATOR.login);
  await window.getByLabel('Пароль', { exact: true }).fill(ADMINISTRATOR.password);
  await window.getByLabel('Пароль ещё раз').fill(ADMINISTRATOR.password);
  await window.getByRole('button', { name: 'Создать журнал' }).click();
  await expect(window.getByText('Показывается только сейчас.')).toBeVisible({ timeout: 30_000 });
  const text = await window.getByRole('main').or(window.locator('body')).last().innerText();
  const key = text.match(/(?:[2-9A-ZА-Я]{4}[\s–-]*){9}/)?.[0] ?? '';
  await window.getByRole('checkbox', { name: /Ключ записан/ }).check();
  await window.getByRole('button', { name: 'Начать работу' }).click();
  await expect(window.getByRole('navigation').first()).toBeVisible();
  return key.trim();
}
