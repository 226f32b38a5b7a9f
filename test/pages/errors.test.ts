import { expect, it } from 'vitest';
import { fillForm } from './states.ts';
import { besaInBrowser } from './windows.ts';

const { besa, open } = besaInBrowser();
const phone = 'a[href="tel:116111"]';

it('an address that does not exist leads back to the start, and pages come packed', async () => {
  const { page, elsewhere, refused } = await open();
  const answer = await page.goto(`${besa().url}/en/no/where`);
  expect(answer?.status()).toBe(404);
  expect(await answer?.headerValue('content-encoding')).toBe('gzip');
  expect(await page.locator(phone).first().isVisible()).toBe(true);
  await page.locator('main a.first').click();
  expect(new URL(page.url()).pathname).toBe('/en');
  expect([elsewhere, refused]).toEqual([[], []]);
  await page.context().close();
});

it('what the firewall turns away is a page with a number', async () => {
  const { page, refused } = await open();
  await page.goto(`${besa().url}/sq/tell/c`);
  await fillForm(page);
  await page.goto(`${page.url().split('#')[0]}#2`);
  await page.locator('#f-narrative').fill('Fjalë të gjata. '.repeat(5000));
  await page.goto(`${page.url().split('#')[0]}#4`);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('button[value=send]').click(),
  ]);
  expect(answer.status()).toBe(413);
  await page.locator(`section[lang=sq] ${phone}`).waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('a report that cannot be stored comes back with its words, and is taken when it can', async () => {
  const { page } = await open();
  await page.goto(`${besa().url}/sq/tell/c`);
  await fillForm(page);
  const words = await page.locator('#f-narrative').inputValue();
  const outage = besa().inside.faults.inject(
    ({ action, function: of }) => of === 'intake' && action === 'GenerateDataKey',
    { kind: 'error', code: 'KMSInternalException', status: 500 },
    Infinity,
  );
  await page.locator('button[value=send]').click();
  await page.locator('[role=alert]').waitFor();
  expect(await page.locator('#f-narrative').inputValue()).toBe(words);
  expect(await page.locator(phone).first().isVisible()).toBe(true);
  outage.remove();
  await page.locator('button[value=send]').click();
  await page.locator('.code').waitFor();
  await page.context().close();
});
