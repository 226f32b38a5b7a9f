import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { RunningBesa } from '#infra/local/besa.ts';
import { fileSample } from '#infra/local/sample/file-sample.ts';
import { openWindow } from '../browser.ts';
import { inPage } from '../windows.ts';
import { consoleAt } from './console.ts';
import { casesToLookAt, everyRole, onePerson, pagesInMenu, settled, tabsOfCase } from './every-page.ts';

const phone = { width: 360, height: 640 };
const desk = { width: 1280, height: 800 };

/** How the console is looked at: both languages, both widths, both colours, each once with each. */
const consoleLooks: Readonly<Record<string, BrowserContextOptions>> = {
  'phone-sq-light': { viewport: phone, locale: 'sq' },
  'phone-en-dark': { viewport: phone, locale: 'en', colorScheme: 'dark' },
  'desk-sq-dark': { viewport: desk, locale: 'sq', colorScheme: 'dark' },
  'desk-en-light': { viewport: desk, locale: 'en' },
};

/** Whose cases are looked at tab by tab. */
const looksIntoCases: readonly string[] = ['counsellor', 'officer', 'supervisor', 'auditor'];

/** What is made to be printed. On a desk it is looked at as it is on paper too, as wide as a sheet of A4. */
const isPrinted = /^(?:shift|roster|figures|log-of-person|case-course|case-report)$/u;
const sheet = { width: 794, height: 1123 };

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
      visited.push(...(await onePerson(page, besa.url)));
      if (visited.some(({ name }) => name === 'log')) {
        const month = besa.clock.now().slice(0, '2026-11'.length);
        visited.push({ name: 'log-of-person', path: `/log?person=${everyRole.counsellor}&month=${month}` });
      }
      if (looksIntoCases.includes(role)) {
        visited.push(...(await tabsOfCase(page, besa.url, sample.cases.waitsForInstitution)));
        visited.push(...casesToLookAt.map((name) => ({ name: `case-${name}`, path: `/cases/${sample.cases[name]}` })));
      }
      for (const { name, path } of visited) {
        await page.goto(consoleAt(besa.url, path));
        await settled(page);
        const picture = join(folder, `console-${role}-${name}-${look}`);
        await page.screenshot({ path: `${picture}.png`, fullPage: true });
        if (options.viewport?.width !== desk.width || !isPrinted.test(name)) continue;
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize(sheet);
        await page.screenshot({ path: `${picture}-on-paper.png`, fullPage: true });
        await page.emulateMedia({ media: null });
        await page.setViewportSize(desk);
      }
      await window.close();
    }
  }
}
