import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import { directoryOverHttp } from '#test/support/directory-over-http.ts';
import { expecting } from '#test/story/centre-year/case-work.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { findingsOn } from '../axe.ts';
import { inPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';

const { besa, openAs } = consoleInBrowser();
let held = '';
let critical = '';
beforeAll(async () => {
  const shifts = ['duty_officer', 'helpline_desk'].flatMap((duty) => [
    {
      duty,
      days: rosterDays,
      from: '08:00',
      to: '20:00',
      holders: [duty === 'duty_officer' ? 'staff-blerim' : 'staff-arta'],
    },
    { duty, days: rosterDays, from: '20:00', to: '08:00', holders: ['staff-desk'] },
  ]);
  const directory = directoryOverHttp(besa());
  expecting(200, 'The roster', await directory.post('staff-elira', 'roster', { shifts, holidays: [] }, '"0"'));
  held = (await besa().report(reportOf.high)).body.caseNumber;
  await besa().inside.quiet();
  const officer = await besa().signIn('staff-blerim');
  await officer.command(held, 'claim', {});
  await officer.command(held, 'read', { reason: 'on_duty' });
  critical = (await besa().report(reportOf.critical)).body.caseNumber;
  await besa().inside.quiet();
  await besa().advance('PT5H');
});

const sideways = (page: Page): Promise<number> =>
  inPage<number>(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');
const rowOf = (page: Page, number: string) => page.locator('.sheet-case', { hasText: number });

it('shows who rings, who follows, and each case with what is due and what is known of it', async () => {
  const { page, refused } = await openAs('staff-drita', '/centre');
  await page.getByRole('link', { name: 'Shift hand-over' }).click();
  await rowOf(page, critical).waitFor();
  expect(await page.locator('.rings-now').innerText()).toMatch(/Arta Hoxha, ends .*20:00.*Blerim Gjoka, ends .*20:00/u);
  expect(await page.locator('.ladder').innerText()).toMatch(/Next, .*20:00.*: Desk Tirana/u);
  const overdue = page.locator('section', { has: page.locator('h2', { hasText: 'Overdue' }) });
  expect(await overdue.locator('.number').allInnerTexts()).toEqual([critical, held]);
  expect(await rowOf(page, held).innerText()).toMatch(
    /Held by: Blerim Gjoka[^]*Overdue: [^]*Promised to the reporter: handled/u,
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findingsOn(page, colorScheme === 'dark')).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await sideways(page)).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('is printed black on white, with who printed it and without menus, and no row is cut in two', async () => {
  const { page } = await openAs('staff-drita', '/shift', { colorScheme: 'dark' });
  await rowOf(page, held).waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = await inPage<string>(page, 'document.body.innerText');
  expect(paper).toMatch(/iSIGURT\.al · as it was .*17 November 2026.* · printed by Drita Marku/u);
  expect(paper).toContain(held);
  expect(paper).not.toMatch(/Sign out|I take over|From whom|Print$/mu);
  const look = (name: string, of = 'body') =>
    inPage<string>(page, `getComputedStyle(document.querySelector(${JSON.stringify(of)}))[${JSON.stringify(name)}]`);
  expect(await look('color')).toBe('rgb(0, 0, 0)');
  expect(await look('backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await look('breakInside', '.sheet-case')).toBe('avoid');
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/u);
  // A4 in points.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/u);
  await page.context().close();
});

it('is taken over by keyboard alone, and then the cases of who leaves, one by one', async () => {
  const { page } = await openAs('staff-drita', '/shift');
  await rowOf(page, held).waitFor();
  await page.getByLabel('From whom').focus();
  await page.keyboard.type('Blerim');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.take-over .told').waitFor();
  expect(await page.locator('.take-over .told').innerText()).toMatch(
    /recorded that you took over.*others are called before you.*supervisor must change the roster/u,
  );
  expect(await page.locator('.ladder').innerText()).toMatch(/Drita Marku from Blerim Gjoka/u);
  const take = page.locator('.take-over .row', { hasText: held }).getByRole('button');
  await take.focus();
  await page.keyboard.press('Enter');
  await rowOf(page, held).getByText('Held by: Drita Marku').waitFor();
  expect(await page.locator('.take-over').innerText()).toContain('Blerim Gjoka holds no case on this sheet.');
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});

it('gives a counsellor no colleague’s case, and says who can', async () => {
  const { page } = await openAs('staff-arta', '/shift');
  await rowOf(page, held).waitFor();
  await page.getByLabel('Nga kush').selectOption({ label: 'Drita Marku' });
  await page.locator('.take-over button[type=submit]').click();
  const row = page.locator('.take-over .row', { hasText: held });
  await row.getByText('Drita Marku ose një punonjës përgjegjës').waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  await page.context().close();
});

it('shows the director the sheet without taking over, and is no page for others', async () => {
  const { page } = await openAs('staff-flamur', '/shift');
  await rowOf(page, held).waitFor();
  expect(await page.locator('.take-over').count()).toBe(0);
  await page.context().close();
  for (const person of ['staff-hana', 'staff-ilir', 'staff-kujtim']) {
    const other = await openAs(person, '/shift');
    expect([person, await other.page.locator('.sheet-case, .ladder').count()]).toEqual([person, 0]);
    await other.page.context().close();
  }
});

it('at night rings whom the ladder calls next, by their staff phone and with nothing of the case', async () => {
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true } as const;
  const { caseNumber } = (await besa().report(reportOf.critical)).body;
  await besa().inside.quiet();
  await besa().advance('PT1M');
  const { page } = await openAs('staff-blerim', '/', phone);
  await page.goto(consoleAt(besa().url, `/cases/${caseNumber}`));
  const backup = page.locator('.raise a[href^="tel:"]');
  await backup.waitFor();
  expect(await backup.getAttribute('href')).toBe('tel:+355690000001');
  expect(await backup.innerText()).toMatch(/Drita Marku/u);
  expect(await sideways(page)).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});
