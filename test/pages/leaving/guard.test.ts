import { expect, it } from 'vitest';
import { leaveScript } from '#shared/pages/frame/leave-script.ts';
import { fillForm, openThread } from '../states.ts';
import { besaInBrowser, codeOn, inPage } from '../windows.ts';

const { besa, open } = besaInBrowser();

/** The child's thread, in a window whose clock the test steps. */
async function aThread() {
  const opened = await open({ javaScriptEnabled: true });
  const { page } = opened;
  await page.clock.install();
  await page.goto(`${besa().url}/sq/tell/c`);
  await fillForm(page);
  await page.locator('button[value=send]').click();
  await codeOn(page);
  await openThread(page);
  return opened;
}

it('a page with messages is covered after fifteen minutes, and what was typed is under the cover', async () => {
  const { page } = await aThread();
  await page.locator('#f-text').fill('Sot përsëri.');
  await page.clock.fastForward('13:00');
  expect(await page.locator('main').isVisible()).toBe(true);
  await page.clock.fastForward('02:30');
  expect(await page.locator('main').isVisible()).toBe(false);
  // The way out stays in sight.
  expect(await page.locator('#leave').isVisible()).toBe(true);
  await page.getByText('Shfaqe përsëri').click();
  expect(await page.locator('#f-text').inputValue()).toBe('Sot përsëri.');
  await page.locator('#f-text').press('x');
  await page.clock.fastForward('13:00');
  expect(await page.locator('main').isVisible()).toBe(true);
  await page.context().close();
});

it.each([
  ['a key', `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))`],
  ['a tap', `document.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))`],
  ['the lid that opens', `document.dispatchEvent(new Event('visibilitychange'))`],
])('a page with messages is covered by %s after a sleep in which no timer ran', async (_, first) => {
  const { page } = await aThread();
  const slept = await inPage<number>(page, 'Date.now() + 3 * 3_600_000');
  await page.clock.setSystemTime(slept);
  await inPage(page, first);
  expect(await page.locator('main').isVisible()).toBe(false);
  await page.getByText('Shfaqe përsëri').click();
  expect(await page.locator('main').isVisible()).toBe(true);
  await page.context().close();
});

it('a page with messages that the browser kept whole is asked for again', async () => {
  const { page, asked } = await aThread();
  const before = asked.length;
  const again = page.waitForEvent('request');
  await inPage(page, `void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  await again;
  expect(asked.slice(before)).toEqual(['POST /sq/code']);
  await page.context().close();
});

it('a page that others may see is not: a form keeps what is typed', async () => {
  const { page, asked } = await open({ javaScriptEnabled: true });
  await page.clock.install();
  await page.goto(`${besa().url}/sq/tell/c`);
  await fillForm(page);
  await inPage(page, `void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  await page.clock.fastForward('20:00');
  expect(await page.locator('main').isVisible()).toBe(true);
  expect(asked).toEqual(['GET /sq/tell/c']);
  await page.context().close();
});

it('the script of every page is short', () => {
  expect(leaveScript.length).toBeLessThanOrEqual(800);
});
