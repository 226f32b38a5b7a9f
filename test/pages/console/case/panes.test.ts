import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleInBrowser } from '../console.ts';

const { besa, arrives, openAs } = consoleInBrowser();

const filed = async (severity: keyof typeof reportOf): Promise<string> =>
  (await arrives(reportOf[severity])).caseNumber;

const numbersBeside = (page: Page): Promise<string[]> => page.locator('.beside .number').allInnerTexts();
const opens = async (page: Page, number: string): Promise<void> =>
  page.locator('.case-head h1', { hasText: number }).waitFor();
const focused = (page: Page): Promise<string> => inPage<string>(page, 'document.activeElement?.textContent ?? ""');

/** Where the case stands in the window, and how far the list beside it is scrolled. */
const places = (page: Page): Promise<{ case: number; list: number }> =>
  inPage(
    page,
    `({ case: document.querySelector('.case-main').getBoundingClientRect().top, list: document.querySelector('.beside-rows').scrollTop })`,
  );

it('the work list stands beside the case that was opened from it, with its filters, and keeps its place', async () => {
  const numbers: string[] = [];
  for (let one = 0; one < 12; one += 1) numbers.push(await filed('normal'));
  await filed('high');
  const { page, asked, refused } = await openAs('staff-blerim', '/cases?severity=normal', {
    viewport: { width: 1280, height: 560 },
  });
  await page.locator('.rows .row').nth(11).waitFor();
  const inQueue = await page.locator('.rows .number').allInnerTexts();
  expect(inQueue.toSorted()).toEqual(numbers.toSorted());
  const [, , , , , , , , ninth = '', tenth = ''] = inQueue;
  const listsAsked = (): number => asked.filter((one) => one.includes('/v1/cases?')).length;
  const before = listsAsked();
  await page.locator('.row-link', { hasText: ninth }).click();
  await opens(page, ninth);
  await page.locator('.case-main').waitFor();
  expect(new URL(page.url()).pathname.endsWith(`/cases/${ninth}`)).toBe(true);
  expect(await numbersBeside(page)).toEqual(inQueue);
  expect(await page.locator('.beside [aria-current]').innerText()).toContain(ninth);
  // The row that is open is in sight, and the case begins at its top.
  const row = await page.locator('.beside [aria-current]').boundingBox();
  expect(row?.y).toBeGreaterThan(0);
  expect(row?.y).toBeLessThan(560 - 44);
  expect(listsAsked()).toBeLessThanOrEqual(before + 1);

  // From the case that is open, keys lead on: nothing is opened before Enter, and the list stays where it is.
  await page.locator('.beside-rows').evaluate('(one) => { one.scrollTop = 120; }');
  await page.keyboard.press('j');
  expect(await focused(page)).toContain(tenth);
  await opens(page, ninth);
  const { list } = await places(page);
  await page.keyboard.press('Enter');
  await opens(page, tenth);
  expect(await numbersBeside(page)).toEqual(inQueue);
  expect((await places(page)).list).toBe(list);
  await page.keyboard.press('k');
  expect(await focused(page)).toContain(ninth);
  await page.goBack();
  await opens(page, ninth);
  expect(await page.locator('.beside [aria-current]').innerText()).toContain(ninth);
  for (const width of [1280, 900]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await findingsOn(page)).toEqual([]);
    expect(await inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  }
  await page.getByRole('link', { name: 'Kthehuni te lista' }).click();
  await page.locator('.queue .row').nth(11).waitFor();
  expect(page.url()).toMatch(/\/cases\?severity=normal$/u);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('what changed in the list is shown when the person wants it, and moves nothing before', async () => {
  const first = await filed('normal');
  const { page } = await openAs('staff-blerim', '/cases');
  await page.clock.install();
  await page.locator('.row-link', { hasText: first }).click();
  await opens(page, first);
  await page.locator('.case-main').waitFor();
  const [before, at] = [await numbersBeside(page), await places(page)];
  const late = await filed('critical');
  await page.clock.runFor(61_000);
  const show = page.locator('.beside .changes button');
  await show.waitFor();
  expect(await numbersBeside(page)).toEqual(before);
  expect(await places(page)).toEqual(at);
  await show.click();
  await until(
    () => numbersBeside(page),
    (numbers) => numbers.includes(late),
  );
  await opens(page, first);
  await page.context().close();
});

it('a mail opens the case first, and the list comes beside it without moving it', async () => {
  const number = await filed('high');
  const { page, asked } = await openAs('staff-blerim', `/cases/${number}`);
  await page.locator('.case-main').waitFor();
  const before = await inPage<number>(page, `document.querySelector('.case-main').getBoundingClientRect().left`);
  await page.locator('.beside [aria-current]', { hasText: number }).waitFor();
  expect(await inPage(page, `document.querySelector('.case-main').getBoundingClientRect().left`)).toBe(before);
  const calls = asked.filter((one) => one.startsWith('GET /staff/v1/'));
  const list = calls.findIndex((one) => /\/v1\/cases(?:\?|$)/u.test(one));
  expect(list).toBeGreaterThan(calls.findIndex((one) => one.endsWith(`/v1/cases/${number}`)));
  await page.context().close();
});

it('on a phone the case stands alone, and leads back to the list that was seen', async () => {
  const number = await filed('high');
  const phone = { viewport: { width: 360, height: 640 } };
  const mailed = await openAs('staff-blerim', `/cases/${number}`, phone);
  await mailed.page.locator('.case-main').waitFor();
  await mailed.page.locator('#history').waitFor();
  expect(mailed.asked.filter((one) => /\/v1\/cases(?:\?|$)/u.test(one))).toEqual([]);
  expect(await mailed.page.locator('.beside, .back').count()).toBe(0);
  await mailed.page.context().close();

  const { page } = await openAs('staff-blerim', '/cases?severity=high', phone);
  await page.locator('.row-link', { hasText: number }).click();
  await opens(page, number);
  expect(await page.locator('.beside').count()).toBe(0);
  await page.getByRole('link', { name: 'Kthehuni te lista' }).click();
  await page.locator('.queue .row').first().waitFor();
  expect(page.url()).toMatch(/\/cases\?severity=high$/u);
  expect(await focused(page)).toContain(number);
  await page.context().close();
});

it.each([
  { where: 'desk', viewport: { width: 1280, height: 800 } },
  { where: 'phone', viewport: { width: 360, height: 640 } },
])('a case that rings offers to read once, and one thing to do first ($where)', async ({ viewport }) => {
  const number = await filed('critical');
  await besa().advance('PT20M');
  await besa().inside.quiet();
  const { page } = await openAs('staff-blerim', `/cases/${number}`, { viewport });
  await page.locator('.raise').waitFor();
  await page.locator('.case-main').waitFor();
  const read = page.locator('a.button:visible', { hasText: 'Lexoni' });
  const primary = page.locator('main .primary:visible');
  expect(await read.count()).toBe(1);
  expect(await primary.allInnerTexts()).toEqual([expect.stringContaining('Merrem unë')]);
  await read.click();
  await page.locator('.gate').waitFor();
  expect(await read.count()).toBe(0);
  expect(await primary.allInnerTexts()).toEqual([expect.stringContaining('Merrem unë')]);
  await primary.click();
  await page.locator('.told').waitFor();
  await until(
    () => primary.allInnerTexts(),
    (buttons) => buttons.length === 1 && !buttons[0]?.includes('Merrem unë'),
  );
  await page.context().close();
});
