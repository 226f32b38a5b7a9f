import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';
import { until } from '#test/support/until.ts';
import { launchBrowser, openWindow } from './browser.ts';

export interface OpenPage {
  page: Page;
  /** What the window asked of us, in order: `GET /sq`. */
  asked: string[];
  /** What it asked of anybody else. */
  elsewhere: string[];
  /** What the browser refused because of the content security policy. */
  refused: string[];
}

/** A Besa and a browser for the tests of a file. */
export function besaInBrowser(): {
  besa: () => BesaUnderTest;
  open: (options?: BrowserContextOptions) => Promise<OpenPage>;
} {
  let besa: BesaUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [besa, browser] = await Promise.all([startTestBesa(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await besa.end();
  });
  return {
    besa: () => besa,
    open: async (options = {}) => {
      const { window, asked, elsewhere } = await openWindow(browser, besa.url, options);
      const page = await window.newPage();
      page.setDefaultTimeout(20_000);
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/content security policy/iu.test(message.text())) refused.push(message.text());
      });
      return { page, asked, elsewhere, refused };
    },
  };
}

/** The code on the page. */
export async function codeOn(page: Page): Promise<string> {
  return (await page.locator('.code').first().innerText()).trim();
}

/** What an expression is in the page. It is text, because the types of a browser are not those of the rest. */
export async function inPage<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate<T>(expression);
}

/** Waits until an expression holds in the page. A page that forbids `eval` lets the browser's own waiting try only once. */
export async function holdsInPage(page: Page, expression: string): Promise<void> {
  await until(
    () => inPage<boolean>(page, expression),
    (isTrue) => isTrue,
  );
}
