import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { findingsOn } from '../../axe.ts';
import { inPage } from '../../windows.ts';
import { consoleAt, consoleInBrowser } from '../console.ts';
import { linkInMail } from './mails.ts';

const { besa, openAs } = consoleInBrowser();

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true } as const;

/** Files a critical report, and steps the clock until it rings. */
async function ringing(): Promise<string> {
  const { caseNumber } = (await besa().report(reportOf.critical)).body;
  await besa().inside.quiet();
  await besa().advance('PT1M');
  return caseNumber;
}

const acknowledgements = async (caseNumber: string): Promise<number> => {
  const officer = await besa().signIn('staff-drita');
  const { history } = (await officer.show(caseNumber)).body;
  return history.filter(({ type }) => type === 'escalation.acknowledged').length;
};

/** The title is written after the page is drawn, which here waits for the clock of the page. */
const titleBegins = (page: Page, words: string): Promise<string> =>
  until(
    async () => {
      await page.clock.runFor(50);
      return page.title();
    },
    (title) => title.startsWith(words),
  );

const sideways = (page: Page): Promise<number> =>
  inPage<number>(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What the browser keeps. Only these may be there. */
const keptNames = [
  'besa.refresh',
  'besa.seen',
  'besa.language',
  'besa.language-chosen',
  'besa.home',
  'besa.sound',
  'besa.keys',
];
const kept = (page: Page): Promise<string[]> =>
  inPage<string[]>(page, '[...Object.keys(localStorage), ...Object.keys(sessionStorage)]');

it('a critical case stands first within 20 s, and no row moves while somebody is in the list', async () => {
  const { page } = await openAs('staff-blerim', '/');
  await page.clock.install();
  await page.reload();
  await page.locator('.rows .row, .empty').first().waitFor();
  const caseNumber = await ringing();
  await page.clock.runFor(21_000);
  const first = page.locator('.rows .number').first();
  await until(
    () => first.innerText(),
    (number) => number === caseNumber,
  );
  const count = await page.locator('.rows > .row').count();
  await titleBegins(page, `(${count}) Tani · Besa`);

  await page.locator('.rows .row-link').first().focus();
  const before = await page.locator('.rows .number').allInnerTexts();
  const next = (await besa().report(reportOf.critical)).body.caseNumber;
  await besa().inside.quiet();
  await besa().advance('PT1M');
  await page.clock.runFor(21_000);
  const show = page.locator('.changes button');
  await show.waitFor();
  expect(await page.locator('.rows .number').allInnerTexts()).toEqual(before);
  await titleBegins(page, `(${count + 1})`);
  await show.click();
  await until(
    () => page.locator('.rows .number').allInnerTexts(),
    (numbers) => numbers.includes(next),
  );

  // In place: the row stays where it is, and says what became of it.
  const row = page.locator('.rows > .row', { hasText: caseNumber });
  await row.getByRole('button').click();
  await row.locator('.told').waitFor();
  expect(await acknowledgements(caseNumber)).toBe(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findingsOn(page, colorScheme === 'dark')).toEqual([]);
  }
  await page.context().close();
  // What comes after this is the only thing that rings.
  const officer = await besa().signIn('staff-blerim');
  for (const number of [caseNumber, next]) {
    expect((await officer.command(number, 'read', { reason: 'on_duty' })).status).toBe(200);
  }
});

it('a mail at night is acknowledged in two taps, on a phone that signed in eleven hours ago', async () => {
  const { page, refused } = await openAs('staff-blerim', '/', phone);
  await page.locator('.own a').tap();
  await page.locator('#duty-phone').tap();
  await until(
    () => kept(page),
    (names) => names.includes('besa.seen'),
  );
  expect(await inPage(page, "localStorage.getItem('besa.refresh') !== null")).toBe(true);
  const window = page.context();
  await page.close();
  await besa().advance('PT11H');
  const caseNumber = await ringing();
  const link = await linkInMail(besa(), 'blerim', caseNumber);
  expect(link).toBe(consoleAt(besa().url, `/cases/${caseNumber}`));

  // Tap 1: the link of the mail.
  const began = performance.now();
  const night = await window.newPage();
  await night.clock.install({ time: Date.now() + 11 * 3_600_000 });
  await night.goto(link);
  const button = night.locator('.raise .big');
  await button.waitFor();
  const seconds = (): number => Math.round((performance.now() - began) / 100) / 10;
  const shown = seconds();
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(64);
  // The bottom third, in the reach of a thumb.
  expect(box?.y).toBeGreaterThanOrEqual((640 * 2) / 3 - 64);
  expect(await sideways(night)).toBe(0);
  // Nobody touched the phone for long: there is nothing of the case but what rings.
  expect(await night.locator('.on-duty').count()).toBe(1);
  expect(await night.locator('.case-bar, .tabs').count()).toBe(0);
  expect(await acknowledgements(caseNumber)).toBe(0);

  // Tap 2.
  await button.tap();
  await night.locator('.raise .told').waitFor();
  const done = seconds();
  expect(await acknowledgements(caseNumber)).toBe(1);
  expect(await night.locator('.raise .told').innerText()).toMatch(/ende nuk është trajtuar/u);
  expect(await night.locator('.raise .big').count()).toBe(0);
  expect((await kept(night)).filter((name) => !keptNames.includes(name))).toEqual([]);
  expect(await findingsOn(night)).toEqual([]);
  expect(refused).toEqual([]);
  // For the closing note: what it took from the mail.
  console.log(`From the mail: shown after ${shown} s, acknowledged after ${done} s, in 2 taps.`);
  await window.close();
});

it('asks once more when the ladder has moved on, and opening alone acknowledges nothing', async () => {
  const caseNumber = await ringing();
  const { page } = await openAs('staff-drita', `/cases/${caseNumber}`, phone);
  await page.locator('.raise .big').waitFor();
  await besa().advance('PT12M');
  expect(await acknowledgements(caseNumber)).toBe(0);
  await page.locator('.raise .big').tap();
  const told = page.locator('.raise .told');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/backup/iu);
  expect(await acknowledgements(caseNumber)).toBe(0);
  await page.locator('.raise .big').tap();
  await page.locator('.raise .told', { hasText: 'not handled yet' }).waitFor();
  expect(await acknowledgements(caseNumber)).toBe(1);
  await page.context().close();
});

it('a letter that names several cases lists them, and is acknowledged by one tap', async () => {
  const first = await ringing();
  const more = await Promise.all([1, 2, 3].map(async () => (await besa().report(reportOf.critical)).body.caseNumber));
  await besa().inside.quiet();
  await besa().advance('PT6M');
  const mails = await besa().inbox();
  const letter = mails.findLast(({ to, text }) => to.startsWith('blerim') && text.includes('/letters/'));
  const link = /https?:\/\/\S+\/staff\/letters\/[\w-]+/u.exec(letter?.text ?? '')?.[0] ?? '';
  const { page } = await openAs('staff-blerim', new URL(link).pathname.replace('/staff', ''), phone);
  await page.locator('.rows li').first().waitFor();
  const numbers = await page.locator('.rows .number').allInnerTexts();
  expect([first, ...more].filter((number) => numbers.includes(number)).length).toBeGreaterThan(1);
  expect(await sideways(page)).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.locator('.big').tap();
  await page.locator('.told').waitFor();
  expect(await acknowledgements(numbers[0] ?? '')).toBeGreaterThan(0);
  await page.context().close();
});

it('shows a counsellor what rings, what is unread and what they hold', async () => {
  const caseNumber = await ringing();
  const { page } = await openAs('staff-arta', '/', phone);
  const row = page.locator('.rows > .row', { hasText: caseNumber });
  await row.waitFor();
  await row.getByRole('button').tap();
  await row.locator('.told').waitFor();
  expect(await acknowledgements(caseNumber)).toBe(1);
  expect(await sideways(page)).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.context().close();
});
