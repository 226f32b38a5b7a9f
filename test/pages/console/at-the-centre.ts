import type { Page } from 'playwright-core';
import { send } from './at-work.ts';

export const personPath = (id: string): string => `/people/${id}`;
const waits = (page: Page) => page.locator('.waiting');

export interface NewColleague {
  id: string;
  name: string;
  mail: string;
  role: string;
  duties: readonly string[];
}

/** Adds a colleague with an account, from the list of people. What they may do waits, as the page then says. */
export async function addColleague(page: Page, { id, name, mail, role, duties }: NewColleague): Promise<string> {
  await page.getByRole('link', { name: 'Add somebody' }).click();
  await page.getByRole('link', { name: 'A colleague with an account' }).click();
  await page.getByLabel('Identifier').fill(id);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Mail', { exact: true }).fill(mail);
  await page.getByLabel('English').check();
  await page.getByLabel('Role', { exact: true }).selectOption({ label: role });
  for (const duty of duties) await page.getByLabel(duty, { exact: true }).check();
  await page.locator('form.command button[type=submit]').click();
  await waits(page).waitFor();
  return waits(page).innerText();
}

/** Ends somebody's sign-in on their record. What is then said of them. */
export async function suspend(page: Page, { distrusted = false } = {}): Promise<string> {
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  const panel = page.locator('.person-panel');
  if (distrusted) await panel.getByLabel('Not to be trusted').check();
  await send(panel);
  return page.locator('.person-states').innerText();
}

export async function bringBack(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Bring back', exact: true }).click();
  await send(page.locator('.person-panel'));
  return waits(page).innerText();
}

/** Decides what waits on a record; with a code, it is the partner who said so on the phone. */
export async function decide(page: Page, verdict: 'Approve' | 'Refuse', code?: string): Promise<void> {
  await waits(page).getByLabel(verdict).check();
  if (code !== undefined) await waits(page).getByLabel('The code that the partner said').fill(code);
  await send(waits(page));
}

/** Changes the week on the page of the roster, and saves it. */
export async function changeWeek(page: Page, change: () => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name: 'Change the week' });
  await button.click();
  await change();
  await page.getByRole('button', { name: 'Save the week' }).click();
  await button.waitFor();
}

/** Adds a shift of a duty for all hours of all days. */
export async function addShift(page: Page, duty: string, holder: string): Promise<void> {
  await page.getByRole('button', { name: `Add a shift: ${duty}` }).click();
  const shift = page.locator('details.shift');
  for (const box of await shift.locator('fieldset', { hasText: 'Days' }).getByRole('checkbox').all()) await box.check();
  await shift.getByLabel('From', { exact: true }).fill('00:00');
  await shift.getByLabel('To', { exact: true }).fill('00:00');
  await shift.getByLabel(holder).check();
}
