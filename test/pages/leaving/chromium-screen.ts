import type { Browser } from 'playwright-core';
import { until } from '#test/support/until.ts';
import { openWindow } from '../browser.ts';
import type { Screen, ScreenBrowser } from './screen.ts';

/** Windows of a Chromium, whichever it is. */
export function chromiumScreens(launch: () => Promise<Browser>): () => Promise<ScreenBrowser> {
  return async () => {
    const browser = await launch();
    return {
      open: ({ url, withScripts }) => chromiumScreen(browser, url, withScripts),
      close: () => browser.close(),
    };
  };
}

async function chromiumScreen(browser: Browser, url: string, withScripts: boolean): Promise<Screen> {
  const { window, asked, elsewhere } = await openWindow(browser, url, { javaScriptEnabled: withScripts });
  const page = await window.newPage();
  page.setDefaultTimeout(20_000);
  const devtools = await window.newCDPSession(page);

  /** While one page takes the place of another, the browser does not say. */
  const history = async () => {
    const asked = () => devtools.send('Page.getNavigationHistory').catch(() => undefined);
    const found = await until(asked, (one) => one !== undefined);
    if (found === undefined) throw new Error('The window has no history.');
    return found;
  };

  /** A page that the browser kept whole comes back without loading. So only its place in the history tells. */
  const traverse = async (steps: number): Promise<boolean> => {
    const { entries, currentIndex } = await history();
    const entry = entries[currentIndex + steps];
    if (entry === undefined) return false;
    await devtools.send('Page.navigateToHistoryEntry', { entryId: entry.id });
    const seen = async (): Promise<string> => {
      const state = await page.evaluate<string>('document.readyState').catch(() => 'none');
      return `${(await history()).currentIndex} ${state}`;
    };
    await until(seen, (now) => now === `${currentIndex + steps} complete`);
    return true;
  };

  return {
    goTo: async (to) => void (await page.goto(to)),
    press: (selector) => page.locator(selector).first().click({ noWaitAfter: true }),
    type: (selector, text) => page.locator(selector).fill(text),
    key: (name) => page.keyboard.press(name),
    until: (selector) => page.locator(selector).first().waitFor({ state: 'attached' }),
    untilAt: (to) => page.waitForURL(to, { waitUntil: 'commit' }),
    url: () => page.url(),
    see: (expression) => page.evaluate(expression),
    reload: async () => void (await page.reload()),
    back: () => traverse(-1),
    forward: () => traverse(1),
    cookies: async () => (await window.cookies()).map(({ name }) => name),
    asked,
    elsewhere,
    history: async () => {
      const { entries, currentIndex } = await history();
      return entries.slice(0, currentIndex + 1).map((entry) => entry.url);
    },
    close: () => window.close(),
  };
}
