import { beforeAll, expect, it } from 'vitest';
import type { Page, Request } from 'playwright-core';
import { fileSample, type Sample } from '#infra/local/sample/file-sample.ts';
import { slowDown } from '../../slow-line.ts';
import { besaInBrowser } from '../../windows.ts';
import { consoleAt } from '../console.ts';
import { countRoundTrips } from '../round-trips.ts';

/*
 * How soon the console can be used on a slow line and an old phone, beside a page of one answer. This machine may do
 * something else meanwhile, so a ratio is measured, and the best of a few is what the page needs.
 */

const { besa, open } = besaInBrowser();
let sample: Sample;
beforeAll(async () => {
  sample = await fileSample(besa().inside);
});

const phone = { javaScriptEnabled: true, viewport: { width: 360, height: 640 } };

/** A window as people have it. One that is watched on its way out keeps no file from one page to the next. */
async function openUnwatched(): Promise<Page> {
  const { page } = await open(phone);
  await page.context().unrouteAll();
  return page;
}

/** How long it takes until something is seen, from the first request for a path on. */
async function took(page: Page, address: string, { from, until }: { from: string; until: string }): Promise<number> {
  let begun = Infinity;
  const begins = (request: Request): void => {
    if (new URL(request.url()).pathname === from) begun = Math.min(begun, performance.now());
  };
  page.on('request', begins);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(until).first().waitFor();
  page.off('request', begins);
  return performance.now() - begun;
}

const plainPage = (page: Page): Promise<number> =>
  took(page, `${besa().url}/sq/code`, { from: '/sq/code', until: 'h1' });

/** One answer is a way there and back. Here it is the document, its files, a token, and the list or the case. */
const bound = 4.5;

/** The least of a few ratios. No more are measured once one is below the bound. */
async function least(ratio: () => Promise<{ plain: number; shown: number }>): Promise<number> {
  const ratios: number[] = [];
  while (ratios.length < 4 && !ratios.some((one) => one < bound)) {
    const { plain, shown } = await ratio();
    ratios.push(shown / plain);
    console.info(`On a slow line: a page of one answer ${plain.toFixed(0)} ms, this one ${shown.toFixed(0)} ms.`);
  }
  return Math.min(...ratios);
}

const home = (): string => '/';
const haveIt = '.raise button[data-key=a]';
const ofCase = (): string => `/cases/${sample.cases.critical}`;

it.each([
  { where: 'home of an officer', person: 'staff-blerim', path: home, until: '.rows .row-link' },
  { where: 'home of a counsellor', person: 'staff-arta', path: home, until: '.rows .row-link' },
  { where: 'a case, with "I have it"', person: 'staff-blerim', path: ofCase, until: haveIt },
])('$where can be used soon after the first sign-in', async ({ person, path, until }) => {
  const ratio = await least(async () => {
    const page = await openUnwatched();
    await slowDown(page, 'fourth');
    const plain = await plainPage(page);
    const shown = await took(page, consoleAt(besa().url, path(), person), { from: '/staff/signed-in', until });
    await page.context().close();
    return { plain, shown };
  });
  expect(ratio).toBeLessThan(bound);
});

it('a case can be used soon by somebody who is signed in', async () => {
  const page = await openUnwatched();
  await page.goto(consoleAt(besa().url, '/', 'staff-blerim'));
  await page.locator('main h1').waitFor();
  await slowDown(page, 'fourth');
  const ratio = await least(async () => {
    const plain = await plainPage(page);
    const address = consoleAt(besa().url, ofCase());
    return { plain, shown: await took(page, address, { from: new URL(address).pathname, until: '.case-head' }) };
  });
  expect(ratio).toBeLessThan(bound);
  await page.context().close();
});

/** Each sign-in is a document, its files, a token, who one is together with what the page shows. Nothing is kept here. */
it.each([
  { where: 'home of an officer', person: 'staff-blerim', path: home, until: '.rows .row-link', first: 5, again: 4 },
  { where: 'home of a counsellor', person: 'staff-arta', path: home, until: '.rows .row-link', first: 5, again: 4 },
  { where: 'a case, with "I have it"', person: 'staff-blerim', path: ofCase, until: haveIt, first: 4, again: 4 },
])('$where waits for the line as seldom as it can', async ({ person, path, until, ...atMost }) => {
  const { page } = await open(phone);
  for (const often of [atMost.first, atMost.again]) {
    const trips = await countRoundTrips(page, '/staff/signed-in');
    await page.goto(consoleAt(besa().url, path(), person), { waitUntil: 'commit' });
    await page.locator(until).first().waitFor();
    // What is left of the longest row is what it waits too often.
    expect(trips.longest().slice(often)).toEqual([]);
    // The beginning and what comes next, each with its entry, and the guide of the first day, which nothing waits for.
    expect(trips.scripts().slice(6)).toEqual([]);
    await trips.end();
  }
  await page.context().close();
});
