import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { fileSample, type Sample } from '#infra/local/sample/file-sample.ts';
import { until } from '#test/support/until.ts';
import { inPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';
import { everyRole, pagesInMenu, settled } from './every-page.ts';

/*
 * No link of the console leads nowhere. Each role follows every link that it meets, page by page, with the cases of the
 * sample. Links of the pages for reporters and institutions: test/functions/pages/every-page.test.ts.
 */

const { besa, openAs } = consoleInBrowser();
let sample: Sample;
beforeAll(async () => {
  sample = await fileSample(besa().inside);
});

/** So many cases and people are opened for each kind of address. All of them look alike in what they link to. */
const alikeAtMost = 4;

/** An address without the number or person in it: what is behind it is one page. */
const kindOf = (path: string): string =>
  path
    .replace(/B-[0-9A-Z]{4}-[0-9A-Z]{4}/u, 'B')
    .replace(/(?<=\/people\/|person=)[\w.-]+/u, 'P')
    .replace(/(?<=month=)[\d-]+/u, 'M');

interface Met {
  /** Addresses of the console, as its links write them. */
  paths: string[];
  wrong: string[];
}

/** Every link on the page. One within the page must find what it leads to, and one elsewhere can only ring a phone. */
const linksOf = `(() => {
  const root = new URL(document.querySelector('header.top a:not(.skip)').href).pathname;
  const met = { paths: [], wrong: [] };
  for (const link of document.querySelectorAll('a[href]')) {
    const written = link.getAttribute('href');
    if (written.startsWith('tel:')) {
      if (!/^tel:\\+?\\d{2,}$/.test(written)) met.wrong.push(written);
    } else if (written.startsWith('#')) {
      if (document.getElementById(written.slice(1)) === null) met.wrong.push(written);
    } else if (link.origin !== location.origin || !link.pathname.startsWith(root)) met.wrong.push(link.href);
    else met.paths.push('/' + link.pathname.slice(root.length) + link.search);
  }
  return met;
})()`;

/** Follows a link as the console does, without asking for the application again. */
async function follow(page: Page, path: string): Promise<string> {
  const address = JSON.stringify(consoleAt(besa().url, path));
  await inPage(page, `history.pushState(null, '', ${address}), dispatchEvent(new PopStateEvent('popstate')), 0`);
  return until(
    () => inPage<string>(page, `document.querySelector('main').innerText`),
    (said) => said !== '' && !/Po hapet …|Loading …/u.test(said),
  );
}

it.each(Object.keys(everyRole) as (keyof typeof everyRole)[])('%s: each link leads to a page', async (role) => {
  const { page } = await openAs(everyRole[role]);
  await settled(page);
  const wrong: string[] = [];
  const met = (await pagesInMenu(page, besa().url)).map(({ path }) => path);
  if (met.includes('/cases')) met.push(...Object.values(sample.cases).map((number) => `/cases/${number}`));
  const seen = new Map<string, Set<string>>();
  for (const path of met) {
    const alike = seen.get(kindOf(path)) ?? new Set();
    seen.set(kindOf(path), alike);
    if (alike.has(path) || alike.size >= alikeAtMost) continue;
    alike.add(path);
    const said = await follow(page, path);
    if (/Kjo faqe nuk ekziston|This page does not exist/u.test(said)) wrong.push(`${path} is no page`);
    await page.waitForLoadState('networkidle');
    wrong.push(...(await page.locator('main .refusal').allInnerTexts()).map((why) => `${path} says: ${why}`));
    const links = await inPage<Met>(page, linksOf);
    wrong.push(...links.wrong.map((link) => `${path} has ${link}`));
    met.push(...links.paths);
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(2);
  await page.context().close();
});
