import { launch, type Browser } from 'puppeteer-core';
import { until } from '#test/support/until.ts';
import { strangersPage, type Screen, type ScreenBrowser } from './screen.ts';

/**
 * Windows of a Firefox as Debian has it, driven by WebDriver BiDi. Scripts are switched off by a preference, so they are
 * for the whole browser. It is started with scripts and without, each when first needed.
 */
export function firefoxScreens(executablePath: string): () => Promise<ScreenBrowser> {
  const started = (withScripts: boolean): Promise<Browser> =>
    launch({
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox: {
        'javascript.enabled': withScripts,
        'intl.accept_languages': 'sq',
        // Whether a form is to be sent again is asked by a dialog of the browser. This says yes.
        'dom.confirm_repost.testing.always_accept': true,
      },
    });
  return () => {
    const browsers = new Map<boolean, Promise<Browser>>();
    return Promise.resolve({
      open: async ({ url, withScripts }) => {
        const browser = browsers.get(withScripts) ?? started(withScripts);
        browsers.set(withScripts, browser);
        return firefoxScreen(await browser, url);
      },
      close: async () => {
        await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
      },
    });
  };
}

/** Where Firefox says that it no longer has a page that was the answer to a form. */
const notKept = 'about:neterror?e=notCached';

async function firefoxScreen(browser: Browser, url: string): Promise<Screen> {
  const window = await browser.createBrowserContext();
  const page = await window.newPage();
  await page.setViewport({ width: 500, height: 700 });
  const asked: string[] = [];
  const elsewhere: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const address = request.url();
    if (address.startsWith(url)) asked.push(`${request.method()} ${address.slice(url.length)}`);
    else if (!address.startsWith('data:')) elsewhere.push(address);
    const answered =
      address.startsWith(url) || address.startsWith('data:')
        ? request.continue()
        : request.respond({ contentType: 'text/html', body: strangersPage });
    // A window that is closed while it loads needs no answer.
    answered.catch(() => undefined);
  });

  /** A page that goes away while it is looked at has nothing on it. */
  const see = async <T>(expression: string): Promise<T | undefined> =>
    (await page.evaluate(expression).catch(() => undefined)) as T | undefined;
  const isThere = (expression: string): Promise<unknown> => until(() => see<boolean>(expression), Boolean);
  const doOn = (selector: string, what: string): Promise<unknown> =>
    isThere(
      `(() => { const found = document.querySelector(${JSON.stringify(selector)}); if (!found) return false; ${what}; return true; })()`,
    );
  const settled = (): Promise<unknown> => isThere(`document.readyState === 'complete'`);

  /** The page that comes up, or what the browser shows in its place. Whoever wants the page presses Reload. */
  const traverse = async (go: () => Promise<unknown>): Promise<boolean> => {
    const marked = await see<number>('performance.timeOrigin');
    const from = page.url();
    const end = await go().then(
      () => false,
      (error: unknown) => String(error).includes('no such history entry'),
    );
    if (end) return false;
    await until(
      async () => page.url() !== from || (await see<number>('performance.timeOrigin')) !== marked,
      Boolean,
      4_000,
    ).catch(() => undefined);
    if (page.url().startsWith(notKept)) await reload();
    await settled();
    return true;
  };
  const reload = async (): Promise<void> => {
    await page.reload();
    await settled();
  };

  return {
    goTo: async (to) => void (await page.goto(to)),
    // Where scripts are off, the driver can find no place to press. The page is asked to press it by itself.
    press: async (selector) => void (await doOn(selector, 'found.focus(); found.click()')),
    type: async (selector, text) => {
      await doOn(selector, `found.focus(); found.value = ''`);
      await page.keyboard.type(text);
    },
    key: (name) => page.keyboard.press(name),
    until: async (selector) => void (await doOn(selector, '')),
    untilAt: async (to) =>
      void (await until(
        () => Promise.resolve(page.url()),
        (at) => at === to,
      )),
    url: () => page.url(),
    see: async (expression) => (await page.evaluate(expression)) as never,
    reload,
    back: () => traverse(() => page.goBack({ timeout: 4_000, waitUntil: 'domcontentloaded' })),
    forward: () => traverse(() => page.goForward({ timeout: 4_000, waitUntil: 'domcontentloaded' })),
    cookies: async () => (await window.cookies()).map(({ name }) => name),
    asked,
    elsewhere,
    history: () => Promise.resolve(undefined),
    close: () => window.close(),
  };
}
