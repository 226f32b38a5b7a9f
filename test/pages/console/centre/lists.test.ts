import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, openInEnglish } = consoleInBrowser();

const listed = async <One>(list: 'institutions' | 'platforms' | 'campaigns'): Promise<One[]> => {
  const { body } = await (await besa().signIn('staff-kujtim')).look(`directory/${list}`);
  return (body as Record<string, One[]>)[list] ?? [];
};

/** An entry of a list, by its heading. */
const entry = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

async function expectGoodLooks(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findingsOn(page, true)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

it('shows institutions with what nobody has confirmed, and takes the numbers that are right here', async () => {
  const { page, refused } = await openInEnglish('staff-kujtim', '/institutions');
  const police = entry(page, 'Cybercrime Investigation Directorate, State Police');
  await police.getByText('police · in use').waitFor();
  await police.getByText('Phone: 129').waitFor();
  await police.getByText('own page says: +355694155552').waitFor();
  await police.getByText('police-cybercrime@institution.example').waitFor();
  await expectGoodLooks(page);

  await police.getByRole('button', { name: /^Change/u }).click();
  const phones = police.getByLabel('Phones');
  await phones.fill('+355 4 227 9000\nnine');
  await police.getByRole('button', { name: 'Save' }).click();
  await police
    .getByRole('alert')
    .getByRole('link', { name: /digits and blanks only/u })
    .click();
  expect(await phones.evaluate((field) => field.matches(':focus'))).toBe(true);
  await expectGoodLooks(page);
  await phones.fill('+355 4 227 9000');
  await police.getByRole('button', { name: 'Try again' }).click();
  await police.getByText('Phone: +355 4 227 9000').waitFor();
  // The button that opened the form has the focus again, and the form begins with what now holds.
  await page.keyboard.press('Enter');
  expect(await phones.inputValue()).toBe('+355 4 227 9000');

  // Without a number of its own, those of the country hold again, and are not copied.
  await phones.fill('');
  await police.getByRole('button', { name: 'Save' }).click();
  await police.getByText('Phone: 129').waitFor();
  expect(
    (await listed<{ code: string }>('institutions')).find(({ code }) => code === 'police_cybercrime'),
  ).toMatchObject({ inUse: true, phones: ['129'], packPhones: ['129'] });

  // Somebody must be left for a child in danger.
  await police.getByRole('button', { name: /^Change/u }).click();
  await police.getByLabel('In use').uncheck();
  await police.getByRole('button', { name: 'Save' }).click();
  await police.getByText('no institution would be left. Put another one into use first.', { exact: false }).waitFor();
  expect(refused).toEqual([]);
  await page.context().close();
});

it('keeps what was typed of a platform while another is faster, and adds one of the centre’s own', async () => {
  const { page } = await openInEnglish('staff-kujtim', '/platforms');
  const tiktok = entry(page, 'TikTok');
  await tiktok.getByText('No way yet.').waitFor();
  await tiktok.getByRole('button', { name: /^Change/u }).click();
  await tiktok.getByLabel('by the reporting form').check();
  await tiktok.getByLabel('Where').fill('https://tiktok.example/report');
  const lule = await besa().signIn('staff-lule');
  const theirs = { code: 'tiktok', way: 'email', to: 'abuse@tiktok.example' };
  expect((await lule.changeDirectory('platforms', theirs, { 'if-match': '"0"' })).status).toBe(200);
  await tiktok.getByRole('button', { name: 'Save' }).click();
  await tiktok.getByText('Somebody else has changed this meanwhile').waitFor();
  await tiktok.getByText('by email: abuse@tiktok.example').waitFor();
  expect(await tiktok.getByLabel('Where').inputValue()).toBe('https://tiktok.example/report');
  await tiktok.getByRole('button', { name: 'Do it anyway' }).click();
  await tiktok.getByText('by the reporting form: https://tiktok.example/report').waitFor();

  // Nobody can be asked to take down a call.
  expect(await page.locator('main').innerText()).not.toMatch(/I don't know|Phone or text message/u);
  await page.getByRole('button', { name: 'Add a platform' }).click();
  await page.getByLabel('Code').fill('village_chat');
  await page.getByLabel('by email').check();
  await page.getByLabel('Where').fill('abuse@chat.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await page.getByLabel('Name').fill('Village chat');
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await entry(page, 'Village chat').getByText('added by the centre').waitFor();
  await page.context().close();

  // Whoever sends notices looks, and changes nothing.
  const { page: officers } = await openInEnglish('staff-blerim', '/platforms');
  await entry(officers, 'Village chat').getByText('by email: abuse@chat.example').waitFor();
  await officers.getByText('An administrator makes changes.').waitFor();
  expect(await officers.locator('main').getByRole('button').count()).toBe(0);
  await officers.context().close();
});

it('takes a campaign with its days, and says why a code of one class is refused', async () => {
  const { page } = await openInEnglish('staff-kujtim', '/campaigns');
  await page.getByText('There is none yet.').waitFor();
  await page.getByRole('button', { name: 'Add a campaign' }).click();
  await page.getByLabel('Code').fill('KLASA-7');
  await page.getByLabel('Name').fill('Safer Internet Day');
  await page.getByLabel('From').fill('2026-11-17');
  await page.getByLabel('To').fill('2026-11-16');
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /names no single class/u })
    .waitFor();
  await page.getByLabel('Code').fill('SID-2026');
  await page.getByLabel('To').fill('2026-11-17');
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await entry(page, 'Safer Internet Day')
    .getByText('SID-2026 · 17 November 2026 – 17 November 2026 · running')
    .waitFor();
  expect(await listed('campaigns')).toMatchObject([{ code: 'SID-2026', from: '2026-11-17', to: '2026-11-17' }]);
  // The code is not changed any more; the days are.
  await entry(page, 'Safer Internet Day')
    .getByRole('button', { name: /^Change/u })
    .click();
  expect(await page.getByLabel('Code').count()).toBe(0);
  await page.getByLabel('From').fill('2026-11-01');
  await page.getByLabel('To').fill('2026-11-16');
  await page.getByRole('button', { name: 'Save' }).click();
  await entry(page, 'Safer Internet Day').getByText('over').waitFor();
  await page.context().close();
});
