import { expect, it } from 'vitest';
import { exampleQuarter } from '#shared/contracts/http/public/statistics-answer.ts';
import { publishQuarter } from '#test/support/publish-quarter.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { consoleAt, consoleInBrowser } from '../console.ts';
import { looksRight, savedBy } from './tables.ts';

const { besa, openAs } = consoleInBrowser();
const saves = 'button:has-text("CSV")';

it('a statistician sees the published quarters in words, hidden cells as hidden, and takes them along', async () => {
  const { page: early } = await openAs('staff-jona', '/figures');
  await early.locator('.empty', { hasText: 'nuk ka ende asnjë tremujor' }).waitFor();
  expect(await early.locator(saves).count()).toBe(0);
  await early.context().close();

  await publishQuarter(besa().inside, exampleQuarter);
  const { page, refused } = await openAs('staff-jona', '/centre');
  await page.getByRole('link', { name: 'Shifrat' }).click();
  await page.locator('h3', { hasText: 'Tremujori 4 i vitit 2026' }).waitFor();
  const table = (caption: string) =>
    page.locator('table.counts', { has: page.locator('caption', { hasText: caption }) });
  expect(await table('A u mbajt premtimi').innerText()).toMatch(/u mbajt\s+100\s+98%[^]*nuk u mbajt\s+2\s+2%/u);
  // That nothing runs any more is a figure of the centre: zeros are shown.
  expect(await table('A u mbajt premtimi').innerText()).toMatch(/afati vazhdon\s+0\s+0%/u);
  const hidden = table('A ndihmoi').locator('tr', { hasText: 'e fshehur' });
  expect(await hidden.innerText()).toContain('Ndihmoi pjesërisht, Nuk ndihmoi');
  // It works with no case, so no cases are counted here.
  expect(await page.locator('#open-cases').count()).toBe(0);

  const { name, rows } = await savedBy(page, page.locator(saves));
  expect(name).toBe('besa-figures-2026.csv');
  expect(rows).toContain('2026-Q4,A u mbajt premtimi,promise,u mbajt,kept,100,jo,98');
  expect(rows).toContain('2026-Q4,"A ndihmoi, sipas raportuesit",helped,Nuk ndihmoi,no,,po,');
  await looksRight(page);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('a supervisor also sees how many open cases there are by what is left of their promise', async () => {
  for (const severity of ['critical', 'high', 'normal', 'normal'] as const) await besa().report(reportOf[severity]);
  await besa().inside.quiet();
  const { page } = await openAs('staff-elira', '/figures?year=2026');
  await page.getByRole('button', { name: 'English' }).click();
  const table = page.locator('section[aria-labelledby=open-cases] table');
  await table.locator('tr', { hasText: 'due later' }).waitFor();
  const counts = await table.locator('tbody tr td:last-child').allInnerTexts();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(await table.innerText()).toMatch(/due later\s+1\s+1\s+2\s+0\s+4/u);
  await looksRight(page);
  await page.context().close();
});

it('a volunteer has no figures here, and is not asked to look for them', async () => {
  const { page } = await openAs('staff-hana', '/figures');
  await page.locator('h1', { hasText: 'Kjo faqe nuk ekziston' }).waitFor();
  expect(await page.locator(`a[href="${consoleAt(besa().url, '/centre')}"]`).count()).toBe(0);
  await page.context().close();
});
