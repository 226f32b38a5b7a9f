import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { RunningBesa } from '#infra/local/besa.ts';
import { fileSample } from '#infra/local/sample/file-sample.ts';
import { openWindow } from '../browser.ts';
import { inPage } from '../windows.ts';
import { consoleAt } from './console.ts';
import { casesToLookAt, everyRole, pagesInMenu, settled, tabsOfCase } from './every-page.ts';

/** How the console is looked at: both languages, both widths, both colours, each once with each. */
const consoleLooks: Readonly<Record<string, BrowserContextOptions>> = {
  'phone-sq-light': { viewport: { width: 360, height: 640 }, locale: 'sq' },
  'phone-en-dark': { viewport: { width: 360, height: 640 }, locale: 'en', colorScheme: 'dark' },
  'desk-sq-dark': { viewport: { width: 1280, height: 800 }, locale: 'sq', colorScheme: 'dark' },
  'desk-en-light': { viewport: { width: 1280, height: 800 }, locale: 'en' },
};

/** Whose cases are looked at tab by tab. */
const looksIntoCases: readonly string[] = ['counsellor', 'officer', 'supervisor', 'auditor'];

/** Takes a picture of each page of the console by role and look. Words choose roles and looks; without any of them, all. */
export async function shootConsole({
  besa,
  browser,
  folder,
  only,
}: {
  besa: RunningBesa;
  browser: Browser;
  folder: string;
  only: readonly string[];
}): Promise<void> {
  const chosen = <One>(all: Readonly<Record<string, One>>): [string, One][] => {
    const named = Object.entries(all).filter(([name]) => only.includes(name));
    return named.length === 0 ? Object.entries(all) : named;
  };
  const isWanted = only.length === 0 || only.some((one) => one in everyRole || one in consoleLooks);
  if (!isWanted) return;
  const sample = await fileSample(besa);
  for (const [look, options] of chosen(consoleLooks)) {
    for (const [role, person] of chosen<string>(everyRole)) {
      const { window } = await openWindow(browser, besa.url, { javaScriptEnabled: true, ...options });
      const page = await window.newPage();
      await page.goto(consoleAt(besa.url, '/', person));
      await settled(page);
      await inPage(
        page,
        `localStorage.setItem('besa.language-chosen', '1'); localStorage.setItem('besa.language', '${options.locale ?? 'sq'}')`,
      );
      const visited = await pagesInMenu(page, besa.url);
      if (looksIntoCases.includes(role)) {
        visited.push(...(await tabsOfCase(page, besa.url, sample.cases.waitsForInstitution)));
        visited.push(...casesToLookAt.map((name) => ({ name: `case-${name}`, path: `/cases/${sample.cases[name]}` })));
      }
      for (const { name, path } of visited) {
        await page.goto(consoleAt(besa.url, path));
        await settled(page);
        await page.screenshot({ path: join(folder, `console-${role}-${name}-${look}.png`), fullPage: true });
      }
      await window.close();
    }
  }
}
