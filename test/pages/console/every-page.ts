import type { Page } from 'playwright-core';
import type { Sample } from '#infra/local/sample/file-sample.ts';
import { inPage } from '../windows.ts';
import { consoleAt } from './console.ts';

/** Everybody of the invented centre who signs in, one for each role. */
export const everyRole = {
  counsellor: 'staff-arta',
  officer: 'staff-blerim',
  supervisor: 'staff-elira',
  director: 'staff-flamur',
  volunteer: 'staff-hana',
  auditor: 'staff-ilir',
  statistician: 'staff-jona',
  administrator: 'staff-kujtim',
} as const;

/** A page of the console as a test visits it. */
export interface VisitedPage {
  /** Of a file, such as `case-referrals`. */
  name: string;
  path: string;
}

/** Waits until a page has loaded its parts, and what it asks the API for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main h1').first().waitFor();
}

const hrefsOf = (page: Page, links: string): Promise<string[]> =>
  inPage(page, `[...document.querySelectorAll(${JSON.stringify(links)})].map(({ href }) => href)`);

/** The pages to which the menu and the person’s own name lead, in their order, and then those of the centre itself. */
export async function pagesInMenu(page: Page, url: string): Promise<VisitedPage[]> {
  const root = new URL(consoleAt(url, '/')).pathname.replace(/\/$/u, '');
  const links = await hrefsOf(page, 'header.top a:not(.skip)');
  if (links.includes(consoleAt(url, '/centre'))) {
    await page.goto(consoleAt(url, '/centre'));
    await settled(page);
    links.push(...(await hrefsOf(page, '.hub a')));
  }
  // Whoever has no menu has a first page all the same.
  const paths = new Set([consoleAt(url, '/'), ...links]);
  return [...paths].map((href) => {
    const path = new URL(href).pathname.slice(root.length) || '/';
    return { name: path === '/' ? 'home' : path.slice(1).replaceAll('/', '-'), path };
  });
}

/** The first person to whom the list of people leads, for whoever has it. */
export async function onePerson(page: Page, url: string): Promise<VisitedPage[]> {
  await page.goto(consoleAt(url, '/people'));
  await settled(page);
  const [first] = await hrefsOf(page, 'main a[href*="/people/"]');
  if (first === undefined) return [];
  return [{ name: 'people-one', path: first.slice(first.indexOf('/people/')) }];
}

/** A case of the sample with each of the tabs that this person has. Leaves the last one open. */
export async function tabsOfCase(page: Page, url: string, number: string): Promise<VisitedPage[]> {
  await page.goto(consoleAt(url, `/cases/${number}`));
  await settled(page);
  const links = await hrefsOf(page, 'nav.tabs a');
  const tabs = links.map((href) => new URL(href).searchParams.get('tab') ?? 'course');
  return tabs.length === 0
    ? [{ name: 'case', path: `/cases/${number}` }]
    : tabs.map((tab) => ({ name: `case-${tab}`, path: `/cases/${number}?tab=${tab}` }));
}

/** Cases of the sample that look different from each other. */
export const casesToLookAt = [
  'critical',
  'waitsForInstitution',
  'notHelped',
  'late',
] as const satisfies readonly (keyof Sample['cases'])[];
