import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { fileSample, type Sample } from '#infra/local/sample/file-sample.ts';
import { findingsOn } from '../axe.ts';
import { setText } from '../looks.ts';
import { inPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';
import { everyRole, pagesInMenu, settled, tabsOfCase, type VisitedPage } from './every-page.ts';

/*
 * Every page of the console that there is, as each role meets it with the cases of the sample. A page that somebody adds to
 * the menu, and a tab that somebody adds to a case, is looked at from then on.
 */

const { besa, openAs } = consoleInBrowser();
let sample: Sample;
beforeAll(async () => {
  sample = await fileSample(besa().inside);
});

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };

async function scrolledSideways(page: Page): Promise<string[]> {
  const by = await inPage<number>(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return by > 0 ? [`scrolls sideways by ${by} px`] : [];
}

/** What stands over the page while it scrolls covers nothing in a window as high as the page. */
async function wholePage(page: Page, { width } = desk): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const height = await inPage<number>(page, 'document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: Math.max(800, height) });
}

/** What looks, sizes and widths break on a page: each finding with where it is. */
async function brokenOn(page: Page, isEveryLook: boolean): Promise<string[]> {
  const found: string[] = [];
  const note = (look: string, findings: readonly string[]): void => {
    found.push(...findings.map((one) => `${look}: ${one}`));
  };
  await wholePage(page);
  note('light', await findingsOn(page));
  if (isEveryLook) {
    await page.emulateMedia({ colorScheme: 'dark' });
    note('dark', await findingsOn(page, true));
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    note('forced colours', await findingsOn(page, true));
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize(desk);
    await setText(page, '32px');
    note('twice the text', await scrolledSideways(page));
    await setText(page, '');
  }
  await page.setViewportSize(phone);
  note('360 px', await scrolledSideways(page));
  await page.setViewportSize(desk);
  // With the room for it, the list beside a case comes back.
  await page.locator('main:not(:has(.case-head)), .beside .row').first().waitFor();
  return found;
}

/** What can be pressed, filled in or opened: one for each group of radios. Each gets a number to be known by. */
const numbered = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.closest('[inert]'),
  );
  const groups = new Set();
  const wanted = all.filter((one) => {
    if (one.type !== 'radio') return true;
    if (groups.has(one.name)) return false;
    groups.add(one.name);
    return true;
  });
  globalThis.besaWanted = new Map(wanted.map((one) => [one.type === 'radio' ? one.name : one, [one.tagName, one.id, one.textContent.slice(0, 40)].join(' ')]));
  document.querySelector('#main')?.focus();
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  return wanted.length;
})()`;

/** Takes what has the focus off the list. Says whether its ring is seen. */
const focused = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return undefined;
  globalThis.besaWanted.delete(one.type === 'radio' ? one.name : one);
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const isSeen = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3;
  return isSeen ? undefined : [one.tagName, one.id, one.className, one.textContent.slice(0, 40)].join(' ');
})()`;

/** What the keyboard does not reach, and what does not show that it has the focus. */
async function outOfReachOn(page: Page): Promise<string[]> {
  const count = await inPage<number>(page, numbered);
  const unseen: string[] = [];
  for (let presses = 0; presses < count + 10; presses += 1) {
    await page.keyboard.press('Tab');
    const one = await inPage<string | undefined>(page, focused);
    if (one !== undefined) unseen.push(`the focus is not seen on ${one}`);
    if ((await inPage<number>(page, 'globalThis.besaWanted.size')) === 0) break;
  }
  const missed = await inPage<string[]>(page, '[...globalThis.besaWanted.values()]');
  return [...new Set([...unseen, ...missed.map((one) => `the keyboard does not reach ${one}`)])];
}

/** What a window said that nobody should see. */
function watch(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => said.push(error.message));
  return said;
}

/** Visits pages as one person, and says what is broken on them. */
async function brokenOnAll(
  role: keyof typeof everyRole,
  pagesOf: (page: Page) => Promise<VisitedPage[]>,
): Promise<{ found: string[]; names: string[] }> {
  const { page, elsewhere, refused } = await openAs(everyRole[role]);
  const said = watch(page);
  await settled(page);
  const visited = await pagesOf(page);
  // Who works on cases meets them in every look. For the others it is the same pages with less on them.
  const isEveryLook = ['officer', 'supervisor'].includes(role);
  const found: string[] = [];
  for (const { name, path } of visited) {
    await page.goto(consoleAt(besa().url, path));
    await settled(page);
    const [broken, outOfReach] = [await brokenOn(page, isEveryLook), isEveryLook ? await outOfReachOn(page) : []];
    found.push(...[...broken, ...outOfReach].map((one) => `${name}, ${one}`));
    if (!(await page.title()).endsWith(' · Besa')) found.push(`${name} has no title`);
  }
  await page.context().close();
  return { found: [...found, ...said, ...elsewhere, ...refused], names: visited.map(({ name }) => name) };
}

const roles = Object.keys(everyRole) as (keyof typeof everyRole)[];

it.each(roles)('every page of the menu of a %s, and what does not exist', async (role) => {
  const { found, names } = await brokenOnAll(role, async (page) => [
    ...(await pagesInMenu(page, besa().url)),
    { name: 'nothing', path: '/there/is/no/such/page' },
  ]);
  console.info(`${role}: ${names.join(', ')}`);
  expect(found).toEqual([]);
});

it.each(['officer', 'supervisor', 'counsellor', 'auditor', 'director'] as const)(
  'a case, each of its tabs, and one that rings, as a %s meets them',
  async (role) => {
    const { found, names } = await brokenOnAll(role, async (page) => [
      ...(await tabsOfCase(page, besa().url, sample.cases.waitsForInstitution)),
      { name: 'case-critical', path: `/cases/${sample.cases.critical}` },
    ]);
    console.info(`${role}: ${names.join(', ')}`);
    expect(found).toEqual([]);
  },
);

it('what is broken is found', async () => {
  const { page } = await openAs(everyRole.officer);
  await settled(page);
  const broken = `(() => {
    const [home, queue, find] = document.querySelectorAll('header.top nav a');
    home.tabIndex = -1;
    queue.style.outline = 'none';
    find.textContent = '';
    document.querySelector('main').style.minWidth = '2000px';
  })()`;
  await inPage(page, broken);
  const found = [...(await scrolledSideways(page)), ...(await outOfReachOn(page)), ...(await findingsOn(page))].join(
    '\n',
  );
  expect(found).toMatch(/scrolls sideways/u);
  expect(found).toMatch(/does not reach A/u);
  expect(found).toMatch(/is not seen on A/u);
  expect(found).toMatch(/link-name/u);
  await page.context().close();
});
