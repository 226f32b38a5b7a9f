import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { until } from '#test/support/until.ts';
import { inPage } from '../windows.ts';
import { consoleAt, consoleInBrowser } from './console.ts';
import { everyRole, pagesInMenu, settled } from './every-page.ts';

const { besa, openAs } = consoleInBrowser();

/**
 * Who has which page, written down a second time beside the rights (shared/domain/access/authorize.ts), so that neither
 * changes alone. Whoever has no menu begins on the first page all the same.
 */
const sees = {
  volunteer: {
    menu: ['/', '/cases', '/find', '/me'],
    centre: [],
  },
  counsellor: {
    menu: ['/', '/cases', '/find', '/file', '/centre', '/me'],
    centre: ['/shift', '/platforms', '/figures'],
  },
  officer: {
    menu: ['/', '/cases', '/approvals', '/find', '/file', '/centre', '/me'],
    centre: ['/shift', '/platforms', '/keeping', '/figures'],
  },
  supervisor: {
    menu: ['/', '/cases', '/approvals', '/find', '/file', '/centre', '/me'],
    centre: ['/shift', '/roster', '/platforms', '/people', '/keeping', '/figures'],
  },
  director: {
    menu: ['/', '/cases', '/approvals', '/find', '/centre', '/me'],
    centre: ['/shift', '/people', '/keeping', '/audit', '/figures'],
  },
  auditor: {
    menu: ['/', '/cases', '/find', '/centre', '/me'],
    centre: ['/log', '/audit', '/figures'],
  },
  statistician: {
    menu: ['/', '/centre', '/me'],
    centre: ['/figures'],
  },
  administrator: {
    menu: ['/', '/centre', '/me'],
    centre: ['/roster', '/institutions', '/platforms', '/campaigns', '/people', '/audit', '/figures'],
  },
} as const satisfies Readonly<Record<keyof typeof everyRole, { menu: readonly string[]; centre: readonly string[] }>>;

const roles = Object.keys(sees) as (keyof typeof sees)[];
const all = new Set<string>(Object.values(sees).flatMap(({ menu, centre }) => [...menu, ...centre]));

/** Goes to a page as a link within the console does, and waits until it shows what it asked for. */
async function goTo(page: Page, path: string): Promise<string> {
  const address = JSON.stringify(consoleAt(besa().url, path));
  await inPage(page, `history.pushState(null, '', ${address}), dispatchEvent(new PopStateEvent('popstate')), 0`);
  return until(
    () => inPage<string>(page, `document.querySelector('main').innerText`),
    (said) => said !== '' && !/Po hapet …|Loading …/u.test(said),
  );
}

it.each(roles)('%s: has these pages, each opens without a refusal, and no other exists', async (role) => {
  const { page } = await openAs(everyRole[role]);
  await settled(page);
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  const paths = (await pagesInMenu(page, besa().url)).map(({ path }) => path);
  expect(paths).toEqual([...sees[role].menu, ...sees[role].centre]);
  for (const path of all) {
    const said = await goTo(page, path);
    const isMissing = /Kjo faqe nuk ekziston|This page does not exist/u.test(said);
    expect([path, isMissing]).toEqual([path, !paths.includes(path)]);
    expect([path, ...(await page.locator('main .refusal').allInnerTexts())]).toEqual([path]);
  }
  expect(refused).toEqual([]);
  await page.context().close();
});
