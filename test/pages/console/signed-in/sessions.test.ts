import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { until } from '#test/support/until.ts';
import { inPage } from '../../windows.ts';
import { consoleAt, consoleInBrowser } from '../console.ts';

const { besa, openAs } = consoleInBrowser();

const kept = (page: Page): Promise<Record<string, string>> =>
  inPage<Record<string, string>>(page, '({ ...localStorage, ...sessionStorage })');

/** Opens the console with a clock that can be stepped. */
async function openWithClock(person: string, path: string) {
  const opened = await openAs(person, path);
  await opened.page.clock.install();
  await opened.page.reload();
  await opened.page.locator('main h1').waitFor();
  return opened;
}

const cover = (page: Page) => page.locator('dialog.cover');

/** What somebody is typing, in a field that is never sent by itself. */
const field = (page: Page) => page.locator('#find-number');

it('covers what nobody touched for 15 minutes, and the same person finds it again', async () => {
  const { page } = await openWithClock('staff-blerim', '/find');
  await field(page).fill('typed and not sent');
  await page.clock.fastForward('14:00');
  expect(await cover(page).count()).toBe(0);
  await page.clock.fastForward('02:00');
  await cover(page).waitFor();
  expect(Object.keys(await kept(page))).not.toContain('besa.refresh');
  expect(await page.locator('.under').getAttribute('inert')).not.toBeNull();

  const beside = page.waitForEvent('popup');
  await cover(page).getByRole('button').click();
  const popup = await beside;
  await popup.waitForURL(/oauth2\/authorize/u);
  // Whoever was covered types the password again.
  expect(popup.url()).toContain('prompt=login');
  await popup.getByText('Blerim Gjoka').click();
  await cover(page).waitFor({ state: 'detached' });
  expect(await field(page).inputValue()).toBe('typed and not sent');
  expect(Object.keys(await kept(page))).toContain('besa.refresh');
  await page.context().close();
});

it('shows nothing to somebody else who signs in over the cover, nor to whoever loads the page again', async () => {
  const { page } = await openWithClock('staff-blerim', '/find');
  await field(page).fill('typed and not sent');
  await page.clock.fastForward('16:00');
  await cover(page).waitFor();
  const beside = page.waitForEvent('popup');
  await cover(page).getByRole('button').click();
  const popup = await beside;
  await popup.getByText('Drita Marku').click();
  await page.locator('header.top', { hasText: 'Drita Marku' }).waitFor();
  expect(page.url()).toBe(consoleAt(besa().url, '/'));
  expect(await page.content()).not.toContain('typed and not sent');

  await page.clock.fastForward('16:00');
  await cover(page).waitFor();
  await page.reload();
  await page.waitForURL(/oauth2\/authorize.*prompt=login/u);
  await page.context().close();
});

it('keeps every tab signed in while refresh tokens are replaced, and signs them out together', async () => {
  const { page } = await openAs('staff-blerim', '/');
  // A duplicated tab has a copy of the refresh token.
  const opening = page.waitForEvent('popup');
  await inPage(page, 'window.open(location.href)');
  const copy = await opening;
  await copy.locator('header.top', { hasText: 'Blerim Gjoka' }).waitFor();
  for (const _ of [1, 2, 3]) {
    // Past the access token, and past the time for which a replaced refresh token is still taken.
    await besa().advance('PT62M');
    await Promise.all([page, copy].map((one) => one.getByRole('link', { name: 'Rastet' }).click()));
    await Promise.all([page, copy].map((one) => one.getByRole('link', { name: 'Tani' }).click()));
    await Promise.all([page, copy].map((one) => one.locator('.rows, .empty').first().waitFor()));
    expect(await Promise.all([page, copy].map((one) => cover(one).count()))).toEqual([0, 0]);
  }
  await copy.getByRole('button', { name: 'Dilni' }).click();
  await copy.waitForURL(/signed-out$/u);
  await cover(page).waitFor();
  expect(Object.keys(await kept(page))).not.toContain('besa.refresh');
  await page.context().close();
});

it('a duty phone keeps the list after 15 minutes, and nothing else', async () => {
  const { page } = await openWithClock('staff-blerim', '/me');
  await page.locator('#duty-phone').check();
  await page.getByRole('link', { name: 'Tani' }).click();
  await page.locator('.rows, .empty').first().waitFor();
  await page.clock.fastForward('16:00');
  await page.locator('.on-duty').waitFor();
  expect(await cover(page).count()).toBe(0);
  await page.getByRole('link', { name: 'Rastet' }).click();
  expect(await page.locator('main').innerText()).not.toContain('B-');
  expect(await page.locator('main .queue, main .filters').count()).toBe(0);
  await page.reload();
  await page.locator('.on-duty').waitFor();
  const beside = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Hyni përsëri' }).click();
  const popup = await beside;
  await popup.getByText('Blerim Gjoka').click();
  await page.locator('.filters').waitFor();
  // The shift ends: nothing is kept any more.
  await besa().advance('PT13H');
  await page.getByRole('link', { name: 'Tani' }).click();
  await cover(page).waitFor();
  expect(Object.keys(await kept(page))).not.toContain('besa.refresh');
  await page.context().close();
});

it('whoever is suspended is out at the next call, and reads so', async () => {
  const { page } = await openAs('staff-arta', '/find');
  await field(page).fill('typed and not sent');
  const directory = directoryOverHttp(besa());
  expect((await directory.decide('staff-kujtim', 'staff-arta', 'suspension')).status).toBe(200);
  await page.getByRole('link', { name: 'Rastet' }).click();
  await page.locator('main.alone').waitFor();
  expect(await page.locator('main.alone h1').innerText()).toBe('Nuk keni më hyrje këtu');
  expect(await page.content()).not.toContain('typed and not sent');
  await until(
    () => kept(page),
    (names) => !Object.keys(names).includes('besa.refresh'),
  );
  await page.context().close();
});

it('says so when nothing is reached, and goes on when it is', async () => {
  const { page } = await openAs('staff-blerim', '/');
  await page.context().route(/\/oauth2\/token|\/v1\//u, (route) => route.abort());
  await page.reload();
  expect(await page.locator('main.alone h1').innerText()).toMatch(/lidhjen/u);
  await page.context().unroute(/\/oauth2\/token|\/v1\//u);
  await page.getByRole('button').click();
  await page.locator('header.top', { hasText: 'Blerim Gjoka' }).waitFor();
  await page.context().close();
});
