import type { BrowserContextOptions } from 'playwright-core';
import { besaInBrowser, type OpenPage } from '../windows.ts';

/** A Besa, a browser, and windows in which somebody of staff is signed in to the console. */
export function consoleInBrowser() {
  const { besa, open } = besaInBrowser();
  /** Opens the console as one of the invented people, at a path of it, such as `/cases/B-1234-5678`. */
  const openAs = async (person: string, path = '/', options: BrowserContextOptions = {}): Promise<OpenPage> => {
    const opened = await open({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 }, ...options });
    await opened.page.goto(consoleAt(besa().url, path, person));
    await opened.page.locator('main h1').waitFor();
    return opened;
  };
  return {
    besa,
    open,
    /** Files a report, and waits until everything that follows from it by itself is done. */
    arrives: async (report: object): Promise<{ caseNumber: string; receipt: string }> => {
      const { body } = await besa().report(report);
      await besa().inside.quiet();
      return body;
    },
    openAs,
    /** The same in English, whichever language the person works in. */
    openInEnglish: async (person: string, path = '/', options: BrowserContextOptions = {}): Promise<OpenPage> => {
      const opened = await openAs(person, path, options);
      await opened.page.getByRole('button', { name: 'English' }).click();
      await opened.page.locator('html[lang=en]').waitFor();
      return opened;
    },
  };
}

/** The address of a path of the console. With a person, it signs them in. */
export function consoleAt(url: string, path: string, person?: string): string {
  const address = new URL(`${url}/staff${path}`);
  if (person !== undefined) address.searchParams.set('as', person);
  return address.href;
}
